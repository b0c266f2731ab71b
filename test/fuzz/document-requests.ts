import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { GraphQLSchema } from 'graphql';

import { ROOT } from '../laws/imports.js';
import { generateDocument } from './generate-document.js';
import type { Names } from './generate-value.js';
import { mutateBytes, randomBytes } from './mutate-bytes.js';
import { createRandom } from './random.js';

const FOLDER = join(ROOT, 'schema/operations');
const DOCUMENTS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => readFileSync(join(FOLDER, file)));

/** The body of a request for a seed: random bytes, a valid document with faults, or one made from the schema. */
export function bodyOf(seed: number, schema: GraphQLSchema, names: Names): Buffer {
  const random = createRandom(seed);
  const kind = random.below(10);
  if (kind === 0) return randomBytes(random, random.below(300));
  if (kind === 1) {
    const body = JSON.stringify({ query: random.pick(DOCUMENTS).toString(), variables: {} });
    return mutateBytes(random, Buffer.from(body), DOCUMENTS);
  }
  if (kind <= 4) {
    const query = mutateBytes(random, random.pick(DOCUMENTS), DOCUMENTS).toString('latin1');
    return Buffer.from(JSON.stringify({ query }));
  }
  const kindOfOperation = random.chance(0.6) ? 'query' : 'mutation';
  const wish = { kind: kindOfOperation, share: 0.2, argumentShare: 0.25, depth: 1 + random.below(5) } as const;
  return Buffer.from(JSON.stringify(generateDocument(random, schema, names, wish)));
}
