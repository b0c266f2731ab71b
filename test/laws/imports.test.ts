import { expect, test } from 'vitest';

import { breachesOf, filesUnder } from './imports.js';
import { GRAPH_ROOMS } from './rooms.js';

test('every file imports only what its room may see', () => {
  expect(filesUnder('src').flatMap(breachesOf)).toEqual([]);
});

test('a folder of the graph names only folders before it, so that no order leads in a circle', () => {
  const names = GRAPH_ROOMS.map(({ room }) => room);
  const backward = GRAPH_ROOMS.flatMap(({ room, may }, place) =>
    may.filter((other) => !names.slice(0, place).includes(other)).map((other) => `${room} → ${other}`),
  );
  expect(backward).toEqual([]);
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
  ['a port names a noun', 'src/graph/ports/made-up.ts', "import type { Contact } from '../contact/types.js';"],
  ['a noun sees one above it', 'src/graph/group/made-up.ts', "import type { Contact } from '../contact/types.js';"],
  ['a cost names a noun', 'src/graph/cost/made-up.ts', "import { x } from '../person/costs.js';"],
  ['a noun sees the registry', 'src/graph/node/made-up.ts', "import { x } from '../registry/loaders.js';"],
  ['a folder of the graph has no entry', 'src/graph/made-up/x.ts', "import { x } from '../values/id.js';"],
  ['a file lies in no room', 'src/utils.ts', 'export {};'],
])('the law bites: %s', (_, path, text) => {
  expect(breachesOf({ path, text })).toHaveLength(1);
});
