import { writeFile } from 'node:fs/promises';

import { printContract } from '../graph/values/print-schema.js';
import { createSchema } from '../graph/schema.js';
import type { CommandContext } from './command-context.js';

/** Prints the SDL of all providers, or writes it to a file. */
export async function writeSchema(
  { out }: { readonly out?: string | undefined },
  context: CommandContext,
): Promise<void> {
  const text = printContract(createSchema(context.providers));
  if (out === undefined) context.print(text);
  else await writeFile(out, text);
}
