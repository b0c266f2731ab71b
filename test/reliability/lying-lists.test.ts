import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, it } from 'vitest';

import { cloudSigma } from '../../src/providers/cloudsigma/index.js';
import { startGateway } from '../support/gateway.js';

interface ListedPart {
  readonly keys: readonly number[];
  readonly count: number;
}

let close: () => void = () => undefined;
afterEach(() => {
  close();
});

/** CloudSigma's list of contacts, as a server tells its parts that may lie; what a gateway gives of it. */
async function readLies(
  partAt: (offset: number) => ListedPart | string,
  budget = { requests: 1000, perUpstream: 500 },
) {
  let requests = 0;
  const server = createServer(({ url = '' }, response) => {
    requests += 1;
    const part = partAt(Number(new URL(url, 'http://localhost').searchParams.get('offset') ?? 0));
    response.setHeader('content-type', 'application/json');
    response.end(typeof part === 'string' ? part : JSON.stringify(toAnswer(part)));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const auth = { username: 'anna@example.com', password: 'secret-of-anna' };
  const gateway = startGateway(
    [{ provider: cloudSigma, baseUrl: `http://127.0.0.1:${port}/api/2.0`, settings: { auth } }],
    undefined,
    { budget },
  );
  close = () => {
    server.closeAllConnections();
    server.close();
    void gateway.close();
  };
  const { data, errors } = await gateway.ask(
    '{ contacts(first: 1000, orderBy: { field: DISPLAY_NAME }) { totalCount nodes { id } sources { ok truncated error { code } } } }',
  );
  const list = data?.['contacts'] as {
    readonly totalCount: number | null;
    readonly nodes: readonly unknown[];
    readonly sources: readonly [{ readonly ok: boolean; readonly truncated: boolean; readonly error: object | null }];
  };
  const [source] = list.sources;
  return { requests, rows: list.nodes.length, totalCount: list.totalCount, source, errors };
}

function toAnswer({ keys, count }: ListedPart): object {
  return {
    meta: { limit: 0, total_count: count },
    objects: keys.map((key) => ({ uuid: uuidOf(key), name: `Name ${key}`, email: `${key}@example.com`, phone: null })),
  };
}

const uuidOf = (key: number): string => `00000000-0000-4000-8000-${String(key).padStart(12, '0')}`;

const tenFrom = (start: number): readonly number[] => Array.from({ length: 10 }, (_, at) => start + at);
const TRUNCATED = { ok: true, truncated: true, error: null };

it('U14 the same part again, whatever is asked for, ends the list, and it is told', async () => {
  const { requests, rows, totalCount, source } = await readLies(() => ({ keys: tenFrom(0), count: 1_000_000 }));
  expect([requests, rows, totalCount, source]).toEqual([2, 10, null, TRUNCATED]);
});

it('U14 rows that come twice stand for none that is missing', async () => {
  const { rows, totalCount, source } = await readLies((offset) =>
    offset === 0 ? { keys: [...tenFrom(0), ...tenFrom(5)], count: 20 } : { keys: [], count: 20 },
  );
  expect([rows, totalCount, source]).toEqual([15, null, TRUNCATED]);
});

it('U14 an empty part before the end is told', async () => {
  const { requests, rows, totalCount, source } = await readLies((offset) => ({
    keys: offset === 0 ? tenFrom(0) : [],
    count: 100,
  }));
  expect([requests, rows, totalCount, source]).toEqual([2, 10, null, TRUNCATED]);
});

it('U14 a count that lies takes no more requests than the budget, and the source says so', async () => {
  const { requests, rows, totalCount, source, errors } = await readLies(
    (offset) => ({ keys: tenFrom(offset), count: 1_000_000 }),
    { requests: 1000, perUpstream: 20 },
  );
  expect(requests).toBeLessThanOrEqual(21);
  expect([rows, totalCount]).toEqual([expect.any(Number), null]);
  expect(source).toMatchObject({ ok: false, error: { code: 'BUDGET_EXCEEDED' } });
  expect(errors.map(({ extensions, message }) => [extensions['code'], message])).toEqual([
    ['BUDGET_EXCEEDED', expect.stringContaining('more requests than the 20 to "cloudsigma"')],
  ]);
});

it('A22 a total that no Int holds is null, and no bug', async () => {
  const { rows, totalCount, errors } = await readLies((offset) => ({
    keys: offset === 0 ? tenFrom(0) : [],
    count: 3_000_000_000,
  }));
  expect([rows, totalCount, errors]).toEqual([10, null, []]);
});

it('U11 an object where a list is expected is no list', async () => {
  const { source } = await readLies(() => '{"meta":{"total_count":0},"objects":{}}');
  expect(source).toMatchObject({ ok: false, error: { code: 'UPSTREAM_PROTOCOL' } });
});
