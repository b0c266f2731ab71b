import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Seed } from '../../../src/emulators/ictcore/index.js';
import { sharedCall } from '../../../src/graph/ports/planned-call.js';
import type { KnownSizes } from '../../../src/graph/ports/costs.js';
import type { Attempt } from '../../../src/transport/exchange.js';
import { beyond, countsIn } from '../measured-costs.js';
import { latesOf, listsOf, pick, questionOf, type Pick, type Question } from './cost-calls.js';
import { startRoom, type Row } from './cost-fixture.js';
import { noting, sentIn, totalOf } from './cost-counts.js';
import { SENDING, SENT } from './transmission/seed.js';
import { nouns } from '../../../src/graph/ports/backends.js';

/** Installations: the one that ships, one with programs that were deleted, one with a program for each fax. */
const SEEDS: ReadonlyArray<readonly [string, Seed | undefined]> = [
  ['as it ships', undefined],
  ['that has deleted programs', SENDING],
  [
    'of many programs',
    {
      ...SENDING,
      programs: Array.from({ length: 40 }, (_, index) => ({ program_id: index + 1, name: 'Fax', type: 'sendfax' })),
      transmissions: SENT.map((row, index) => ({ ...row, program_id: 1 + (index % 40) })),
    },
  ],
];

/** Asks, and compares what was asked with what is told. */
async function judge(
  { ask, tell, count, near, usual: likely }: Question,
  known: KnownSizes,
  { slack, fewer }: Readonly<Record<'slack' | 'fewer', number>>,
): Promise<void> {
  const attempts: Attempt[] = [];
  await ask({ onAttempt: (attempt) => void attempts.push(attempt) });
  const noted = sentIn(attempts);
  const usual = countsIn(likely ?? tell(known, count), 'expected');
  if (near === 'exact') expect(noted).toEqual(usual);
  if (near === 'in total') expect(totalOf(noted)).toBeCloseTo(totalOf(usual));
  // At worst there is more than anybody knows, and a worst case is one for fewer things too.
  const more: KnownSizes = { rows: (noun) => known.rows(noun) + slack };
  const worst = tell(more, count);
  expect(beyond(noted, worst)).toEqual({});
  expect(beyond(countsIn(tell(more, Math.min(count, fewer)), 'worst'), worst)).toEqual({});
  for (const { operation, path } of attempts) {
    const told = worst.filter((call) => call.operation === operation);
    if (told.every(({ shared }) => shared)) expect(path).not.toContain('?');
  }
}

test.each(SEEDS)('an installation %s is asked what its costs tell', async (_, seed) => {
  await using room = await startRoom(seed);
  const judgePicked = async (picked: Pick): Promise<void> => {
    const question = await questionOf(room, picked);
    if (question) await judge(question, room.known, picked);
  };
  for (const question of nouns.flatMap((noun) => listsOf(room, noun))) {
    await judge(question, room.known, { slack: 3, fewer: 1 });
  }
  for (const picked of nouns.flatMap(latesOf)) await judgePicked(picked);
  await fc.assert(fc.asyncProperty(pick, judgePicked), { numRuns: 150 });
});

test('the counters cost one request that is the same for all', async () => {
  await using room = await startRoom(undefined, []);
  const { backends, costs } = room.upstream;
  const noted = await noting(async (callOptions) => backends.statistics?.read(callOptions));
  expect(noted).toEqual({ 'GET /statistics': 1 });
  expect(costs.nouns.statistics?.read?.(room.known)).toEqual([sharedCall('GET /statistics')]);
});

test('the worst case holds for transmissions beyond a list that the server cuts', async () => {
  const transmissions = Array.from({ length: 5_003 }, (_, index) => ({ ...SENT[4], transmission_id: index + 1 }));
  await using room = await startRoom({ ...SENDING, transmissions }, ['transmission', 'program', 'campaign']);
  const backend = room.backendOf('transmission');
  const { byKeys, fetchDeferred } = room.costsOf('transmission');
  const keys = ['1', '2', '5001', '5002', '5003'];
  const found = new Map<string, Row>();
  const byKey = await noting(async (callOptions) => {
    for (const [key, row] of await backend.byKeys(keys, callOptions)) found.set(key, row);
  });
  expect(byKey).toEqual({ 'GET /transmissions': 1, 'GET /transmissions/{id}': 3 });
  expect(beyond(byKey, byKeys?.(5, room.known) ?? [])).toEqual({});
  const columns = ['channel', 'campaignKey', 'status'];
  const rows = [...found.values(), ...(room.lists.get('transmission') ?? []).slice(10, 20)];
  const completed = await noting(async (callOptions) => backend.fetchDeferred?.(rows, columns, callOptions));
  expect(completed['GET /transmissions/{id}/status']).toBe(3);
  expect(completed['GET /transmissions/{id}']).toBeGreaterThan(8);
  expect(beyond(completed, fetchDeferred?.(rows.length, columns, room.known) ?? [])).toEqual({});
});

test('the worst case holds for a role that may read users and not list them', async () => {
  await using room = await startRoom(undefined, ['user']);
  const body = JSON.stringify({ error: { code: 403, message: 'not allowed' } });
  room.emulator.addFault({ kind: 'status', status: 403, path: '/users', times: 1, body });
  const noted = await noting((callOptions) => room.backendOf('user').byKeys(['1', '2'], callOptions));
  expect(noted).toEqual({ 'GET /users': 1, 'GET /users/{id}': 2 });
  expect(beyond(noted, room.costsOf('user').byKeys?.(2, room.known) ?? [])).toEqual({});
});
