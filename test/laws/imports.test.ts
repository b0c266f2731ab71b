import { expect, test } from 'vitest';

import { breachesOf, filesUnder } from './imports.js';

test('every file imports only what its room may see', () => {
  expect(filesUnder('src').flatMap(breachesOf)).toEqual([]);
});

test.each([
  [
    'the graph sees a provider',
    'src/graph/contact/made-up.ts',
    "import { x } from '../../providers/hosttracker/index.js';",
  ],
  ['a provider sees its neighbour', 'src/providers/hostway/made-up.ts', "import { x } from '../ictcore/index.js';"],
  ['an emulator sees the gateway', 'src/emulators/hostway/made-up.ts', "import { x } from '../../wire/read.js';"],
  ['the transport sees the graph', 'src/transport/made-up.ts', "export { x } from '../graph/id.js';"],
  ['a dynamic import is an import', 'src/query/made-up.ts', "await import('../graph/id.js');"],
  ['undici has one keeper', 'src/providers/hostway/made-up.ts', "import { Pool } from 'undici';"],
  ['a scoped package has its keeper', 'src/graph/made-up.ts', "import { x } from '@apollo/server/plugin/disabled';"],
  ['a file lies in no room', 'src/utils.ts', 'export {};'],
])('the law bites: %s', (_, path, text) => {
  expect(breachesOf({ path, text })).toHaveLength(1);
});
