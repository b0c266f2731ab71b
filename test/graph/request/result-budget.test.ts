import fc from 'fast-check';
import { expect, test } from 'vitest';

import { exceedsBytes } from '../../../src/graph/request/answer-size.js';
import { createResultBudget } from '../../../src/graph/request/result-budget.js';

/** Names are those of fields, whatever the values. */
const VALUES = [
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
];

test('an answer is too long just where its JSON is', () => {
  fc.assert(
    fc.property(
      fc.object({ key: fc.stringMatching(/^\w{1,5}$/), values: VALUES, maxDepth: 3 }),
      fc.integer({ min: -3, max: 3 }),
      (value, more) => {
        const bytes = Buffer.byteLength(JSON.stringify(value));
        const slack = countBrackets(value);
        // A comma is counted for the last of each list and object too.
        expect(exceedsBytes(value, bytes + slack)).toBe(false);
        expect(exceedsBytes(value, bytes - 1 - Math.abs(more))).toBe(true);
      },
    ),
  );
});

function countBrackets(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((sum, each) => sum + countBrackets(each), 0) + extraOf(value);
}

/** Names are counted by their characters. */
function extraOf(value: object): number {
  return Array.isArray(value) ? 0 : Object.keys(value).length;
}

test('a long answer is given up where it is too long, and not walked to its end', () => {
  let looked = 0;
  const rows = new Proxy(
    Array.from({ length: 1000 }, () => 'x'.repeat(100)),
    {
      get: (target, name) => {
        looked += 1;
        return Reflect.get(target, name) as unknown;
      },
    },
  );
  expect(exceedsBytes(rows, 1000)).toBe(true);
  expect(looked).toBeLessThan(100);
});

test('the list that is too much is told once, and every list after it ends too', () => {
  const reported: string[] = [];
  const budget = createResultBudget({ resultNodes: 10, responseBytes: 100 }, ({ message }) => reported.push(message));
  expect(budget.takeThings(10, () => ['contacts', 'nodes'])).toBe('taken');
  expect(budget.excess()).toBeUndefined();
  const take = () => budget.takeThings(1, () => ['contacts', 'nodes', 3, 'groups']);
  expect([take(), take()]).toEqual(['refused', 'refused']);
  expect(reported).toEqual([
    expect.stringContaining('more than 10 things in its lists, the last of them in "contacts.nodes.groups"'),
  ]);
  expect(budget.excess()?.message).toBe(reported[0]);
});

test('what stands in the result once more counts, and is left to its lists where it would be too much', () => {
  const reported: string[] = [];
  const budget = createResultBudget({ resultNodes: 10, responseBytes: 100 }, ({ message }) => reported.push(message));
  expect([6, 5, 4, 1].map(budget.repeatThings)).toEqual([true, false, true, false]);
  expect(reported).toEqual([]);
  expect(budget.takeThings(1, () => ['contacts', 'nodes', 3, 'groups'])).toBe('refused');
});

test('thousands of things let others have their turn', () => {
  const budget = createResultBudget({ resultNodes: 1e6, responseBytes: 100 }, () => undefined);
  const turns = Array.from({ length: 22 }, () => budget.takeThings(100, () => []));
  expect(turns.slice(19)).toEqual(['taken', 'pause', 'pause']);
  budget.resume();
  expect(budget.takeThings(100, () => [])).toBe('taken');
});
