import { writeFile } from 'node:fs/promises';

import { printSchema } from 'graphql';

import { createGateway } from '../gateway.js';
import type { World } from './world.js';

const HEADER = `# The schema of Trunkline, printed by "npm run schema". To change it, change the classes in src/graph and
# src/providers and print it again.

`;

/** Prints the SDL of all providers, or writes it to a file. */
export async function schema({ out }: { readonly out?: string | undefined }, world: World): Promise<void> {
  const server = { host: '127.0.0.1', port: 0, publicUrl: undefined };
  const gateway = createGateway({ server, upstreams: [] }, world.providers);
  const text = `${HEADER}${printSchema(gateway.schema)}\n`;
  if (out === undefined) world.print(text);
  else await writeFile(out, text);
}
