import fc from 'fast-check';
import { expect, test } from 'vitest';

import { clustersOf } from '../../../src/graph/person/clusters.js';

interface Row {
  readonly key: number;
  readonly name: string | undefined;
  readonly values: readonly string[];
}

/** Grows a set until nothing joins it any more: slow, and as the sentence says. */
function closureOf(row: Row, rows: readonly Row[], sharedAbove: number): readonly number[] {
  const ties = (value: string): boolean => {
    const names = rows.filter(({ values }) => values.includes(value)).map(({ name }) => name);
    return new Set(names.filter((name) => name !== undefined)).size <= sharedAbove;
  };
  const inside = new Set([row]);
  for (let before = 0; before !== inside.size;) {
    before = inside.size;
    for (const member of [...inside]) {
      for (const other of rows) {
        if (other.values.some((value) => member.values.includes(value) && ties(value))) inside.add(other);
      }
    }
  }
  return [...inside].map(({ key }) => key).sort((a, b) => a - b);
}

const rowsOf = fc
  .array(
    fc.record({
      name: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
      values: fc.uniqueArray(fc.integer({ min: 0, max: 25 }).map(String), { maxLength: 3 }),
    }),
    { maxLength: 30 },
  )
  .map((rows) => rows.map((row, key): Row => ({ ...row, key })));

test('clusters are the closure that growing a set by hand gives, each row in one of them, in the order of the rows', () => {
  fc.assert(
    fc.property(rowsOf, fc.integer({ min: 1, max: 4 }), (rows, sharedAbove) => {
      const glue = { linkingValuesOf: ({ values }: Row) => values, nameOf: ({ name }: Row) => name, sharedAbove };
      const clusters = clustersOf(rows, glue).map((cluster) => cluster.rows.map(({ key }) => key));
      const expected = new Map(
        rows.map((row) => closureOf(row, rows, sharedAbove)).map((keys) => [String(keys), keys]),
      );
      expect(clusters).toEqual([...expected.values()]);
    }),
    { numRuns: 1000 },
  );
});

test('a chain of a hundred thousand rows is one cluster', () => {
  const rows = Array.from({ length: 100_000 }, (_, key): Row => ({
    key,
    name: undefined,
    values: [String(key), String(key + 1)],
  }));
  const [cluster, ...others] = clustersOf(rows, {
    linkingValuesOf: ({ values }) => values,
    nameOf: ({ name }) => name,
    sharedAbove: 5,
  });
  expect([cluster?.rows.length, cluster?.values.length, others.length]).toEqual([100_000, 100_001, 0]);
});
