import { expect, it } from 'vitest';

import { groupOfUrl, sharesOf, type CpuProfile } from './groups.js';

it.each([
  ['file:///x/node_modules/@apollo/server/dist/esm/a.js', '@apollo/server'],
  ['/x/node_modules/undici/lib/core/request.js', 'undici'],
  ['file:///x/dist/graph/lists/source.js', 'src/graph/lists'],
  ['file:///x/dist/wire/json.js', 'src/wire'],
  ['file:///x/dist/gateway.js', 'src/gateway'],
  ['node:internal/abort_controller', 'node:abort_controller'],
  ['node:net', 'node:net'],
  ['', undefined],
])('puts %s into its group', (url, group) => {
  expect(groupOfUrl(url)).toBe(group);
});

const node = (id: number, functionName: string, url: string, children: readonly number[] = []) => ({
  id,
  callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 },
  children,
});

it('shares the busy time between two moments, what is built in counting for its caller', () => {
  const profile: CpuProfile = {
    startTime: 0,
    nodes: [
      node(1, '(root)', '', [2, 4, 5]),
      node(2, 'read', 'file:///x/dist/wire/json.js', [3]),
      node(3, 'parse', ''),
      node(4, '(idle)', ''),
      node(5, '(garbage collector)', ''),
    ],
    samples: [2, 2, 3, 4, 5, 2],
    timeDeltas: [100, 10, 20, 500, 30, 999],
  };
  expect(sharesOf(profile, 105, 1000).groups).toEqual([
    ['src/wire', 0.5],
    ['garbage collector', 0.5],
  ]);
});
