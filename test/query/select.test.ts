import fc from 'fast-check';
import { expect, test } from 'vitest';

import { compareCodeUnits, sortRows, type IdentifiedRow } from '../../src/query/order.js';
import type { ListPlan } from '../../src/query/plan.js';
import { selectRows, type Page, type ReadProgress } from '../../src/query/select.js';

interface Row extends IdentifiedRow {
  readonly name: string | undefined;
}

const PLAN: ListPlan = {
  params: {},
  residual: { is: 'all', of: [] },
  residualOrder: undefined,
  sortPushedDown: false,
  missingColumns: [],
  windowPushedDown: false,
  isImpossible: false,
  pushedDown: [],
  residualNames: [],
  assumptions: new Map(),
};

async function* pagesOf(rows: readonly Row[], size: number): AsyncGenerator<Page<Row>> {
  for (let at = 0; at < rows.length; at += size) yield { rows: rows.slice(at, at + size) };
}

test('a long list is cut to what the page can need, and to nothing that it needs', async () => {
  const numbers = fc.array(fc.nat({ max: 400 }), { minLength: 2500, maxLength: 6000, size: 'max' });
  await fc.assert(
    fc.asyncProperty(
      numbers,
      fc.record({ skip: fc.nat({ max: 1500 }), count: fc.nat({ max: 1000 }), size: fc.integer({ min: 1, max: 3000 }) }),
      fc.constantFrom('unsorted', 'as they come', 'ascending', 'descending'),
      async (given, { skip, count, size }, order) => {
        const rows = given.map((number, index): Row => ({
          id: `id ${index}`,
          upstreamId: String((index * 7919) % given.length),
          name: number === 0 ? undefined : `name ${number}`,
        }));
        const descending = order === 'descending';
        const sorting = {
          column: 'name',
          descending,
          key: ({ name }: Row) => name,
          compare: compareCodeUnits,
          locale: '',
        };
        const isSorted = order === 'ascending' || descending;
        const plan = isSorted ? { ...PLAN, residualOrder: { column: 'name', descending } } : PLAN;
        const hasStableOrder = order === 'as they come';
        const progress: ReadProgress = { fetched: 0, matched: 0, total: undefined };
        const needed = skip + count + 1;
        const tail = {
          needed,
          hasOrderedPages: false,
          hasStableOrder,
          fetchColumns: undefined,
          progress,
        };
        const selection = { plan, tests: {}, sorting, skip, ...tail };
        const selected: Row[] = [];
        for await (const part of selectRows(pagesOf(rows, size), selection)) selected.push(...part);
        const whole = hasStableOrder ? rows : sortRows(rows, isSorted ? sorting : undefined);
        expect(selected).toEqual(whole.slice(skip, needed));
        expect(progress.total).toBe(rows.length);
      },
    ),
    // Its failures are long lists: what they shrink to is not worth the wait.
    { numRuns: 30, endOnFailure: true },
  );
});
