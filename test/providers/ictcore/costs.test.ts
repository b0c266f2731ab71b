import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Seed } from '../../../src/emulators/ictcore/index.js';
import { sharedCall } from '../../../src/graph/ports/planned-call.js';
import type { KnownSizes } from '../../../src/graph/ports/costs.js';
import type { Attempt } from '../../../src/transport/exchange.js';
import { beyond, countsIn } from '../measured-costs.js';
import { deferredCallsOf, listsOf, callShape, costCallOf, type CallShape, type CostCall } from './cost-calls.js';
import { startCostFixture, type Row } from './cost-fixture.js';
import { measureCall, sentIn, totalOf } from './cost-counts.js';
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

/** Asks, and compares the requests with the planned ones. */
async function expectCosts(
  { ask, plan, count, near, usual: likely }: CostCall,
  known: KnownSizes,
  { slack, fewer }: Readonly<Record<'slack' | 'fewer', number>>,
): Promise<void> {
  const attempts: Attempt[] = [];
  await ask({ onAttempt: (attempt) => void attempts.push(attempt) });
  const measured = sentIn(attempts);
  const usual = countsIn(likely ?? plan(known, count), 'expected');
  if (near === 'exact') expect(measured).toEqual(usual);
  if (near === 'in total') expect(totalOf(measured)).toBeCloseTo(totalOf(usual));
  // At worst there is more than anybody knows, and a worst case is one for fewer things too.
  const more: KnownSizes = { rows: (noun) => known.rows(noun) + slack };
  const worst = plan(more, count);
  expect(beyond(measured, worst)).toEqual({});
  expect(beyond(countsIn(plan(more, Math.min(count, fewer)), 'worst'), worst)).toEqual({});
  for (const { operation, path } of attempts) {
    const plannedCalls = worst.filter((call) => call.operation === operation);
    if (plannedCalls.every(({ shared }) => shared)) expect(path).not.toContain('?');
  }
}

test.each(SEEDS)('an installation %s is asked what its costs tell', async (_, seed) => {
  await using fixture = await startCostFixture(seed);
  const expectShape = async (picked: CallShape): Promise<void> => {
    const costCall = await costCallOf(fixture, picked);
    if (costCall) await expectCosts(costCall, fixture.known, picked);
  };
  for (const costCall of nouns.flatMap((noun) => listsOf(fixture, noun))) {
    await expectCosts(costCall, fixture.known, { slack: 3, fewer: 1 });
  }
  for (const picked of nouns.flatMap(deferredCallsOf)) await expectShape(picked);
  await fc.assert(fc.asyncProperty(callShape, expectShape), { numRuns: 150 });
});

test('the counters cost one request that is the same for all', async () => {
  await using fixture = await startCostFixture(undefined, []);
  const { backends, costs } = fixture.upstream;
  const measured = await measureCall(async (callOptions) => backends.statistics?.read(callOptions));
  expect(measured).toEqual({ 'GET /statistics': 1 });
  expect(costs.nouns.statistics?.read?.(fixture.known)).toEqual([sharedCall('GET /statistics')]);
});

test('the worst case holds for transmissions beyond a list that the server cuts', async () => {
  const transmissions = Array.from({ length: 5_003 }, (_, index) => ({ ...SENT[4], transmission_id: index + 1 }));
  await using fixture = await startCostFixture({ ...SENDING, transmissions }, ['transmission', 'program', 'campaign']);
  const backend = fixture.backendOf('transmission');
  const { byKeys, fetchDeferred } = fixture.costsOf('transmission');
  const keys = ['1', '2', '5001', '5002', '5003'];
  const found = new Map<string, Row>();
  const byKey = await measureCall(async (callOptions) => {
    for (const [key, row] of await backend.byKeys(keys, callOptions)) found.set(key, row);
  });
  expect(byKey).toEqual({ 'GET /transmissions': 1, 'GET /transmissions/{id}': 3 });
  expect(beyond(byKey, byKeys?.(5, fixture.known) ?? [])).toEqual({});
  const columns = ['channel', 'campaignKey', 'status'];
  const rows = [...found.values(), ...(fixture.lists.get('transmission') ?? []).slice(10, 20)];
  const completed = await measureCall(async (callOptions) => backend.fetchDeferred?.(rows, columns, callOptions));
  expect(completed['GET /transmissions/{id}/status']).toBe(3);
  expect(completed['GET /transmissions/{id}']).toBeGreaterThan(8);
  expect(beyond(completed, fetchDeferred?.(rows.length, columns, fixture.known) ?? [])).toEqual({});
});

test('the worst case holds for a role that may read users and not list them', async () => {
  await using fixture = await startCostFixture(undefined, ['user']);
  const body = JSON.stringify({ error: { code: 403, message: 'not allowed' } });
  fixture.emulator.addFault({ kind: 'status', status: 403, path: '/users', times: 1, body });
  const measured = await measureCall((callOptions) => fixture.backendOf('user').byKeys(['1', '2'], callOptions));
  expect(measured).toEqual({ 'GET /users': 1, 'GET /users/{id}': 2 });
  expect(beyond(measured, fixture.costsOf('user').byKeys?.(2, fixture.known) ?? [])).toEqual({});
});
