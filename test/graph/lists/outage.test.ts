import { afterEach, expect, test } from 'vitest';

import { startGateway, type TestGateway } from '../../support/gateway.js';
import { memoryUpstream, UNABLE, type Abilities, type MemoryRow } from '../../support/memory-provider.js';

let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const rows = (count: number): MemoryRow[] =>
  Array.from({ length: count }, (_, index) => ({
    key: String(index),
    displayName: `Contact ${String(index).padStart(2, '0')}`,
    emails: [],
    phones: [],
    channels: [],
    groupKeys: [],
  }));

function start(south: Partial<Abilities>): TestGateway {
  gateway = startGateway([
    memoryUpstream('north', rows(4), UNABLE),
    { ...memoryUpstream('south', rows(4), { ...UNABLE, ...south }), timeoutMs: 100 },
    memoryUpstream('west', rows(4), UNABLE),
  ]);
  return gateway;
}

const LIST = `query ($first: Int, $after: String) {
  list: contacts(first: $first, after: $after) {
    nodes { upstream { name } }
    pageInfo { endCursor hasNextPage }
    totalCount
    sources { upstream { name } ok error { code retryable } }
  }
}`;

interface List {
  nodes: Array<{ upstream: { name: string } }>;
  pageInfo: { endCursor: string; hasNextPage: boolean };
  totalCount: number | null;
  sources: Array<{ upstream: { name: string }; ok: boolean; error: { code: string } | null }>;
}

test.each([
  ['unavailable', 'UPSTREAM_UNAVAILABLE', true],
  ['hangs', 'UPSTREAM_TIMEOUT', true],
  ['auth', 'UPSTREAM_AUTH', false],
  ['rejected', 'UPSTREAM_REJECTED', false],
  ['rate-limited', 'UPSTREAM_RATE_LIMITED', true],
  ['overloaded', 'UPSTREAM_OVERLOADED', true],
  ['protocol', 'UPSTREAM_PROTOCOL', false],
] as const)('an upstream that is %s costs its own rows and is told as %s', async (kind, code, retryable) => {
  const { data, errors } = await start({ fails: { behind: 0, kind } }).ask(LIST);
  const list = data?.['list'] as List;
  expect(list.nodes.map(({ upstream }) => upstream.name)).toEqual(
    Array.from({ length: 4 }, () => ['north', 'west']).flat(),
  );
  expect(list.totalCount).toBeNull();
  expect(list.sources).toEqual([
    { upstream: { name: 'north' }, ok: true, error: null },
    { upstream: { name: 'south' }, ok: false, error: { code, retryable } },
    { upstream: { name: 'west' }, ok: true, error: null },
  ]);
  expect(errors).toMatchObject([{ path: ['list'], extensions: { code, upstream: 'south', retryable } }]);
});

test('an upstream lost on one page stays lost on the next, and is told again', async () => {
  const running = start({ window: true, pageSize: 2, fails: { behind: 1, kind: 'unavailable' } });
  const first = (await running.ask(LIST, { first: 7 })).data?.['list'] as List;
  expect(first.nodes.filter(({ upstream }) => upstream.name === 'south')).toHaveLength(2);
  expect(first.sources[1]?.ok).toBe(false);
  const { data, errors } = await running.ask(LIST, { first: 100, after: first.pageInfo.endCursor });
  const second = data?.['list'] as List;
  expect(second.nodes.map(({ upstream }) => upstream.name).sort()).toEqual(['north', 'west', 'west'].sort());
  expect(second.sources[1]).toMatchObject({ ok: false, error: { code: 'UPSTREAM_UNAVAILABLE' } });
  expect(errors).toHaveLength(1);
});

test('the only upstream asked for fails: the list is empty, not null', async () => {
  const { data, errors } = await start({ fails: { behind: 0, kind: 'unavailable' } }).ask(
    '{ contacts(upstreams: ["south"]) { nodes { id } totalCount sources { ok } } }',
  );
  expect(data).toEqual({ contacts: { nodes: [], totalCount: null, sources: [{ ok: false }] } });
  expect(errors).toHaveLength(1);
});
