import { expect, test } from 'vitest';

import type { OpenUpstream } from '../../../src/graph/ports/open-upstream.js';
import { DeferredBatches } from '../../../src/graph/request/deferred-batch.js';
import type { PartialRow } from '../../../src/graph/request/partial-row.js';

type Cells = Readonly<Record<string, unknown>>;

function openBatches() {
  const calls: Array<readonly [ids: readonly string[], columns: readonly string[]]> = [];
  const fetchDeferred = (rows: readonly PartialRow[], columns: readonly string[]) => {
    calls.push([rows.map(({ id }) => id), columns]);
    return Promise.resolve(
      new Map<string, Cells>(
        rows.flatMap(({ id }) => (id === 'gone' ? [] : [[id, { note: `note of ${id}`, none: null }]])),
      ),
    );
  };
  const upstreams = new Map([
    ['pbx', { backends: { contact: { fetchDeferred } } }],
    ['plain', { backends: { contact: {} } }],
  ]) as unknown as ReadonlyMap<string, OpenUpstream>;
  return { batches: new DeferredBatches(upstreams, {}), calls };
}

const row = (id: string, upstream = 'pbx'): PartialRow => ({ id, upstream: { name: upstream } }) as PartialRow;

test('columns of all rows are asked for at once, and each once', async () => {
  const { batches, calls } = openBatches();
  const first = batches.batchOf('contact', row('a'), 'note');
  await Promise.resolve();
  expect(batches.batchOf('contact', row('b'), 'none')).toBe(first);
  expect(batches.batchOf('contact', row('gone'), 'note')).toBe(first);
  await first.ended;
  expect(batches.batchOf('contact', row('a'), 'note')).toBe(first);
  const second = batches.batchOf('contact', row('c'), 'note');
  await second.ended;
  expect(calls).toEqual([
    [
      ['a', 'b', 'gone'],
      ['note', 'none'],
    ],
    [['c'], ['note']],
  ]);
  expect(first.valueOf(row('a'), 'note')).toBe('note of a');
  expect(first.valueOf(row('b'), 'none')).toBeNull();
  expect(first.valueOf(row('gone'), 'note')).toBeNull();
});

test('a row that has a column already does not answer for another that lacks it', async () => {
  const { batches, calls } = openBatches();
  const whole = Object.assign(row('a'), { note: 'there' });
  const first = batches.batchOf('contact', whole, 'none');
  batches.batchOf('contact', row('b'), 'note');
  await first.ended;
  await batches.batchOf('contact', row('a'), 'note').ended;
  expect(calls).toHaveLength(2);
});

test('a column that nothing tells is an error, never null', async () => {
  const { batches } = openBatches();
  const untold = batches.batchOf('contact', row('a'), 'untold');
  const plain = batches.batchOf('contact', row('a', 'plain'), 'note');
  await Promise.all([untold.ended, plain.ended]);
  expect(() => untold.valueOf(row('a'), 'untold')).toThrow('do not tell its column "untold"');
  expect(() => plain.valueOf(row('a', 'plain'), 'note')).toThrow('plain has no way to read the column "note"');
});
