// Writes what is made from the schema of the config: its JSON Schema, and the tables of its keys in the documentation.
import { readFile, writeFile } from 'node:fs/promises';

import { createConfigJsonSchema } from '../src/config/json-schema.ts';
import { fillKeyTables, renderKeyTables } from '../src/config/key-tables.ts';
import { providers } from '../src/providers/index.ts';

const root = new URL('..', import.meta.url);
const page = new URL('docs/configuration.md', root);
const schema = createConfigJsonSchema(providers);
await writeFile(new URL('schema/config.schema.json', root), `${JSON.stringify(schema, null, 2)}\n`);
await writeFile(page, fillKeyTables(await readFile(page, 'utf8'), renderKeyTables(schema)));
