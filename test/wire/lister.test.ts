import { expect, test } from 'vitest';

import { createHealth } from '../../src/transport/health.js';
import type { ProviderFailure } from '../../src/transport/failure.js';
import type { CallOptions } from '../../src/transport/exchange.js';
import type { ListEndpoint } from '../../src/wire/endpoint.js';
import { jsonCodec } from '../../src/wire/json.js';
import { createLister } from '../../src/wire/lister.js';
import { text, wholeNumber } from '../../src/wire/value-readers.js';
import { readableRows } from '../../src/wire/row-readers.js';
import { record } from '../../src/wire/structure-readers.js';

interface Row {
  readonly id: string;
}
interface Answer {
  readonly total: number;
  readonly items: readonly Row[];
}

const row = record({ id: text });
const contacts: ListEndpoint<undefined, Answer, Row> = {
  name: 'GET /contacts',
  method: 'GET',
  path: () => '/contacts',
  effect: 'reads',
  answer: record({ total: wholeNumber, items: readableRows(row) }),
  rows: { key: 'items', row, extract: ({ items }) => items },
};

/** Lists what a server answers, and how many rows came at a time. */
async function read(body: unknown, status = 200, health = createHealth(), callOptions: CallOptions = {}) {
  const given = Buffer.from(JSON.stringify(body));
  const exchange = async () => ({ status, headers: { 'content-type': 'application/json' }, body: given });
  const readProviderError = (_: number, value: unknown) =>
    typeof value === 'object' && value !== null && 'error' in value ? ({ kind: 'rejected' } as const) : undefined;
  const api = {
    connection: { upstream: 'pbx', exchange, health },
    basePath: '',
    codec: jsonCodec(),
    readProviderError: readProviderError,
  };
  const { answer, rows } = await createLister(api)(contacts, undefined, callOptions);
  const parts: number[] = [];
  const ids: string[] = [];
  for await (const part of rows) {
    parts.push(part.length);
    ids.push(...part.map(({ id }) => id));
  }
  return { total: answer.total, ids, parts };
}

const many = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${index} ${'x'.repeat(50)}` }));

test('a short list comes whole, a long one in parts, and each row once and in order', async () => {
  const few = many(10);
  expect(await read({ total: 10, items: few })).toEqual({ total: 10, ids: few.map(({ id }) => id), parts: [10] });
  const rows = many(20_000);
  const { total, ids, parts } = await read({ items: rows, total: 20_000 });
  expect([total, ids]).toEqual([20_000, rows.map(({ id }) => id)]);
  expect(parts.length).toBeGreaterThan(10);
});

test('a list of some 100 KB comes in parts where its text may take more memory than its body', async () => {
  const rows = many(1500);
  expect((await read({ total: 1500, items: rows })).parts).toEqual([1500]);
  const polish = rows.map(({ id }) => ({ id: `ł ${id}` }));
  const { ids, parts } = await read({ total: 1500, items: polish });
  expect(ids).toEqual(polish.map(({ id }) => id));
  expect(parts.length).toBeGreaterThan(3);
});

test('an upstream whose long list can’t be read is not well, as with a short one', async () => {
  for (const count of [10, 20_000]) {
    const health = createHealth();
    await expect(read({ total: count, items: [...many(count), {}] }, 200, health)).rejects.toThrow('GET /contacts');
    expect(health.lastFailure()).toMatchObject({ kind: 'protocol' });
  }
});

test('a row of a long list that can’t be read is told by its place', async () => {
  const rows: unknown[] = many(20_000);
  rows[12_345] = { id: null };
  await expect(read({ total: 20_000, items: rows })).rejects.toMatchObject({
    kind: 'protocol',
    message: expect.stringContaining('GET /contacts[12345].id') as string,
  });
});

test('a long answer that is a refusal, or no list, is what it is', async () => {
  const filler = 'x'.repeat(500_000);
  await expect(read({ error: filler, items: [], total: 0 })).rejects.toMatchObject({ kind: 'rejected' });
  await expect(read({ items: filler, total: 0 })).rejects.toMatchObject({ kind: 'protocol' });
  await expect(read({ items: many(20_000), total: 'none' })).rejects.toMatchObject({ kind: 'protocol' });
  await expect(read({ items: many(20_000), total: 1 }, 500)).rejects.toMatchObject({ kind: 'unavailable' });
});

test('U11 of rows that can’t be read each is counted, and only the first is put into words', async () => {
  const failures: ProviderFailure[] = [];
  await read({ total: 0, items: Array(5000).fill(0) }, 200, createHealth(), {
    onUnreadableRow: (failure) => failures.push(failure),
  });
  expect(failures).toHaveLength(5000);
  const [first, ...others] = new Set(failures);
  expect(others).toEqual([]);
  expect(first?.message).toContain('expected an object at GET /contacts[0], found a number');
});

test('U11 rows that can’t be read are read no longer than somebody waits for them', async () => {
  const leaving = new AbortController();
  let leftOut = 0;
  const onUnreadableRow = (): void => {
    leftOut += 1;
    if (leftOut === 100) leaving.abort(new Error('left'));
  };
  const reading = read({ total: 0, items: Array(200_000).fill(0) }, 200, createHealth(), {
    signal: leaving.signal,
    onUnreadableRow,
  });
  await expect(reading).rejects.toThrow('left');
  expect(leftOut).toBeLessThan(10_000);
});
