import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Seed } from '../../src/emulators/ictcore/index.js';
import { sharedCall, type Call } from '../../src/graph/cost/call.js';
import type { Known } from '../../src/graph/cost/costs.js';
import { nouns, type Backends, type Noun } from '../../src/graph/provider.js';
import type { Params } from '../../src/query/plan.js';
import type { Asking, Attempt } from '../../src/transport/exchange.js';
import { beyond, countsOf, noting, toldBy, totalOf } from './ictcore-costs-support.js';
import { rowsOf, startRoom, type Room, type Row } from './ictcore-costs-room.js';
import { SENDING, SENT } from './ictcore-transmissions-seed.js';

const MESSAGES = { Document: ['quality'], Recording: ['codec'], Template: ['body', 'bodyAlt'], Text: ['data'] };

/** Columns of each noun that some rows lack. */
const LATE: Readonly<Record<Noun, readonly string[]>> = {
  contact: ['address', 'custom1', 'description'],
  group: ['contactCount', 'description'],
  gateway: ['port', 'settings', 'active'],
  campaign: ['contactsTotal', 'createdAt'],
  transmission: ['title', 'channel', 'programKey', 'campaignKey', 'status', 'attempts', 'results'],
  attempt: ['response', 'spooledAt', 'results'],
  program: ['accountKey', 'messageKey', 'data'],
  message: Object.values(MESSAGES).flat(),
  account: ['type', 'address', 'ownerKey', 'setting:coverpage', 'setting:emailtofax'],
  user: ['username', 'address', 'active', 'roles', 'permissions'],
};

const PARAMS: Readonly<Partial<Record<Noun, readonly Params[]>>> = {
  contact: [{ group: '1' }, { email: 'anna@example.com' }, { group: '2', phone: '5%' }],
  campaign: [{ group_id: '1' }, { program_id: '1', status: 'new' }],
  transmission: [
    ...[{ program_id: '1' }, { program_id: '99' }, { program_id: '1', status: 'failed' }, { contact_id: '1' }],
    ...[{ campaign_id: '1' }, { account_id: '1' }, { status: 'pending' }, { direction: 'inbound' }],
    ...['1', '2', '4', '8'].map((service_flag) => ({ service_flag })),
    { program_id: '2', service_flag: '8' },
  ],
  program: [{ type: 'sendfax' }, { name: 'e' }],
  message: [{ kind: 'text' }, { kind: 'document', name: 'a' }, { name: 'a' }],
  user: [{ username: 'user' }, { email: 'user@ictcore.org', phone: '222222' }],
};

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

const pick = fc.record({
  // Transmissions have the most ways.
  noun: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...nouns) }, fc.constant('transmission' as const)),
  way: fc.constantFrom('byKeys', 'late', 'late', 'complete', 'groupsOf'),
  count: fc.constantFrom(0, 1, 2, 3, 5, 6, 10, Infinity),
  columns: fc.integer({ min: 1, max: 127 }),
  unusual: fc.boolean(),
  fewer: fc.integer({ min: 0, max: 12 }),
  slack: fc.constantFrom(0, 1, 40),
});
type Pick = typeof pick extends fc.Arbitrary<infer Value> ? Value : never;

/** One question to a backend, what is told of it, and how nearly. */
interface Question {
  readonly ask: (asking: Asking) => Promise<unknown>;
  readonly tell: (known: Known, count: number) => readonly Call[];
  readonly count: number;
  readonly near: 'exact' | 'in total' | 'at most';
}

/** Every list of a noun, with what may be searched and selected of it. */
function listsOf({ backendOf, costsOf }: Room, noun: Noun): Question[] {
  const { list } = costsOf(noun);
  if (!list) return [];
  const selections = noun === 'transmission' ? [[], ['program'], ['contact', 'program'], ['account']] : [[]];
  return [{}, ...(PARAMS[noun] ?? [])].flatMap((params: Params) =>
    selections.map((wanted): Question => {
      const request = { params, limit: undefined, wanted };
      return {
        ask: (asking) => rowsOf(backendOf(noun).list({ ...request, offset: 0 }, asking)),
        tell: (known) => list({ ...request, rows: 1 }, known),
        count: 1,
        // Nobody knows that the program is gone, and then all transmissions are searched for it.
        near: params['program_id'] === '99' ? 'at most' : 'exact',
      };
    }),
  );
}

/** Asks, and compares what was asked with what is told. */
async function judge(
  { ask, tell, count, near }: Question,
  known: Known,
  { slack, fewer }: Readonly<Record<'slack' | 'fewer', number>>,
): Promise<void> {
  const attempts: Attempt[] = [];
  await ask({ note: (attempt) => void attempts.push(attempt) });
  const noted = countsOf(attempts);
  const usual = toldBy(tell(known, count), 'expected');
  if (near === 'exact') expect(noted).toEqual(usual);
  if (near === 'in total') expect(totalOf(noted)).toBeCloseTo(totalOf(usual));
  // At worst there is more than anybody knows, and a worst case is one for fewer things too.
  const more: Known = { rows: (noun) => known.rows(noun) + slack };
  const worst = tell(more, count);
  expect(beyond(noted, worst)).toEqual({});
  expect(beyond(toldBy(tell(more, Math.min(count, fewer)), 'worst'), worst)).toEqual({});
  for (const { operation, path } of attempts) {
    const told = worst.filter((call) => call.operation === operation);
    if (told.every(({ shared }) => shared)) expect(path).not.toContain('?');
  }
}

async function questionOf(
  room: Room,
  { noun, way, columns: bits, count: most, ...picked }: Pick,
): Promise<Question | undefined> {
  const { backendOf, costsOf, keysOf, lists } = room;
  const [backend, costs] = [backendOf(noun), costsOf(noun)];
  const keys = keysOf(noun).slice(0, most);
  switch (way) {
    case 'byKeys':
      return {
        ask: (asking) => backend.byKeys([...keys, 'no key', '0'], asking),
        tell: (known, count) => costs.byKeys?.(count, known) ?? [],
        count: keys.length,
        // Of which kinds messages are is not known.
        near: noun !== 'message' ? 'exact' : keys.length === 1 ? 'in total' : 'at most',
      };
    case 'late': {
      const columns = LATE[noun].filter((_, index) => bits & (1 << index));
      const isUsual = !picked.unusual;
      const came = keys.length < 2 === isUsual ? 'key' : 'list';
      const listed = columns.includes('programKey') ? await room.withProgram(noun) : lists.get(noun);
      const rows = ((came === 'key' ? await room.byKey(noun) : listed) ?? []).slice(0, most);
      const ofKind = (row: Row, column: string): boolean =>
        noun !== 'message' || MESSAGES[row['__typename'] as keyof typeof MESSAGES].includes(column);
      const lacks = (row: Row, column: string) => ofKind(row, column) && row[column] === undefined;
      return {
        ask: async (asking) => {
          const short = rows.filter((row) => columns.some((column) => lacks(row, column)));
          const names = columns.filter((column) => short.some((row) => lacks(row, column)));
          return short.length > 0 && backend.late?.(short, names, asking);
        },
        tell: (known, count) => costs.late?.(count, [...columns, 'id', 'name'], known) ?? [],
        count: rows.length,
        near:
          !isUsual ||
          rows.length !== keys.length ||
          columns.some((column) => column.startsWith('setting:')) ||
          (noun === 'message' && keys.length > 1)
            ? 'at most'
            : 'exact',
      };
    }
    case 'complete': {
      const rows = (lists.get(noun) ?? []).slice(0, most);
      if (!costs.complete || rows.length === 0) return undefined;
      const conditions =
        noun === 'contact'
          ? ['groupId']
          : ['channel', 'programId', 'campaignId'].filter((_, index) => bits & (1 << index));
      return {
        ask: (asking) => backend.complete?.(rows, conditions, asking) ?? Promise.resolve(),
        tell: (known, count) => costs.complete?.(count, conditions, known) ?? [],
        count: rows.length,
        // Groups without contacts are not asked for them.
        near: noun === 'contact' ? 'at most' : 'exact',
      };
    }
    case 'groupsOf': {
      const rows = (lists.get('contact') ?? []).slice(0, most) as unknown as Parameters<
        NonNullable<Backends['contact']['groupsOf']>
      >[0];
      if (rows.length === 0) return undefined;
      return {
        ask: (asking) => room.upstream.backends.contact?.groupsOf?.(rows, asking) ?? Promise.resolve(),
        tell: (known, count) => costsOf('contact').groupsOf?.(count, known) ?? [],
        count: rows.length,
        near: 'at most',
      };
    }
  }
}

test.each(SEEDS)('an installation %s is asked what its costs tell', async (_, seed) => {
  await using room = await startRoom(seed);
  for (const question of nouns.flatMap((noun) => listsOf(room, noun))) {
    await judge(question, room.known, { slack: 3, fewer: 1 });
  }
  await fc.assert(
    fc.asyncProperty(pick, async (picked) => {
      const question = await questionOf(room, picked);
      if (question) await judge(question, room.known, picked);
    }),
    { numRuns: 150 },
  );
});

test('the counters cost one request that is the same for all', async () => {
  await using room = await startRoom(undefined, []);
  const { backends, costs } = room.upstream;
  const noted = await noting(async (asking) => backends.statistics?.read(asking));
  expect(noted).toEqual({ 'GET /statistics': 1 });
  expect(costs.nouns.statistics?.read?.(room.known)).toEqual([sharedCall('GET /statistics')]);
});

test('the worst case holds for transmissions beyond a list that the server cuts', async () => {
  const transmissions = Array.from({ length: 5_003 }, (_, index) => ({ ...SENT[4], transmission_id: index + 1 }));
  await using room = await startRoom({ ...SENDING, transmissions }, ['transmission', 'program', 'campaign']);
  const backend = room.backendOf('transmission');
  const { byKeys, late } = room.costsOf('transmission');
  const keys = ['1', '2', '5001', '5002', '5003'];
  const found = new Map<string, Row>();
  const byKey = await noting(async (asking) => {
    for (const [key, row] of await backend.byKeys(keys, asking)) found.set(key, row);
  });
  expect(byKey).toEqual({ 'GET /transmissions': 1, 'GET /transmissions/{id}': 3 });
  expect(beyond(byKey, byKeys?.(5, room.known) ?? [])).toEqual({});
  const columns = ['channel', 'campaignKey', 'status'];
  const rows = [...found.values(), ...(room.lists.get('transmission') ?? []).slice(10, 20)];
  const completed = await noting(async (asking) => backend.late?.(rows, columns, asking));
  expect(completed['GET /transmissions/{id}/status']).toBe(3);
  expect(completed['GET /transmissions/{id}']).toBeGreaterThan(8);
  expect(beyond(completed, late?.(rows.length, columns, room.known) ?? [])).toEqual({});
});

test('the worst case holds for a role that may read users and not list them', async () => {
  await using room = await startRoom(undefined, ['user']);
  const body = JSON.stringify({ error: { code: 403, message: 'not allowed' } });
  room.emulator.fault({ kind: 'status', status: 403, path: '/users', times: 1, body });
  const noted = await noting((asking) => room.backendOf('user').byKeys(['1', '2'], asking));
  expect(noted).toEqual({ 'GET /users': 1, 'GET /users/{id}': 2 });
  expect(beyond(noted, room.costsOf('user').byKeys?.(2, room.known) ?? [])).toEqual({});
});
