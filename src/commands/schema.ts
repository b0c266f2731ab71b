import { writeFile } from 'node:fs/promises';

import { printContract } from '../graph/print.js';
import { createSchema } from '../graph/schema.js';
import type { World } from './world.js';

/** Prints the SDL of all providers, or writes it to a file. */
export async function schema({ out }: { readonly out?: string | undefined }, world: World): Promise<void> {
  const text = printContract(createSchema(world.providers));
  if (out === undefined) world.print(text);
  else await writeFile(out, text);
}
