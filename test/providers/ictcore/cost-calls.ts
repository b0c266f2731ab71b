import fc from 'fast-check';

import type { PlannedCall } from '../../../src/graph/ports/planned-call.js';
import type { KnownSizes } from '../../../src/graph/ports/costs.js';
import type { CallOptions } from '../../../src/transport/exchange.js';
import { rowsOf, type CostFixture, type Row } from './cost-fixture.js';
import { nouns, type Backends, type Noun } from '../../../src/graph/ports/backends.js';
import type { QueryParams } from '../../../src/query/query-params.js';

const MESSAGES = { Document: ['quality'], Recording: ['codec'], Template: ['body', 'bodyAlt'], Text: ['data'] };

/** Columns of each noun that some rows lack. */
const DEFERRED: Readonly<Record<Noun, readonly string[]>> = {
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

const PARAMS: Readonly<Partial<Record<Noun, readonly QueryParams[]>>> = {
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

/** Each deferred column by itself, of one row and of several, however they came. */
export const deferredCallsOf = (noun: Noun): readonly CallShape[] =>
  DEFERRED[noun].flatMap((_, index) =>
    [1, 3].flatMap((count) =>
      (['list', 'key'] as const).map((came): CallShape => ({
        ...{ noun, count, came },
        ...{ method: 'late', columns: 1 << index, fewer: 1, slack: 1 },
      })),
    ),
  );

/** Picks what is asked of a noun that is no list. */
export const callShape = fc.record({
  // Transmissions have the most ways.
  noun: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...nouns) }, fc.constant('transmission' as const)),
  method: fc.constantFrom('byKeys', 'late', 'late', 'complete', 'groupsOf'),
  count: fc.constantFrom(0, 1, 2, 3, 5, 6, 10, Infinity),
  columns: fc.integer({ min: 1, max: 127 }),
  // As rows of a list, by their keys at once, or each by itself.
  came: fc.constantFrom('list', 'key', 'items'),
  fewer: fc.integer({ min: 0, max: 12 }),
  slack: fc.constantFrom(0, 1, 40),
});
export type CallShape = typeof callShape extends fc.Arbitrary<infer Value> ? Value : never;

/** One call of a backend, what its plan says, and how exactly. */
export interface CostCall {
  readonly ask: (callOptions: CallOptions) => Promise<unknown>;
  readonly plan: (known: KnownSizes, count: number) => readonly PlannedCall[];
  /** What is likely, where the expected cost is less than the worst case. */
  readonly usual?: readonly PlannedCall[];
  readonly count: number;
  readonly near: 'exact' | 'in total' | 'at most';
}

/** Every list of a noun, with what may be searched and selected of it. */
export function listsOf({ backendOf, costsOf }: CostFixture, noun: Noun): CostCall[] {
  const { list } = costsOf(noun);
  if (!list) return [];
  return [{}, ...(PARAMS[noun] ?? [])].map((params: QueryParams): CostCall => {
    const request = { params, limit: undefined };
    return {
      ask: (callOptions) => rowsOf(backendOf(noun).list({ ...request, offset: 0 }, callOptions)),
      plan: (known) => list({ ...request, rows: 1 }, known),
      count: 1,
      near: 'exact',
    };
  });
}

/** What a number of rows can't tell: how one row came, and which of some things they are or have. */
function isDeferredExact(noun: Noun, columns: readonly string[], came: CallShape['came'], count: number): boolean {
  if (came === 'items') return false;
  if (came === 'list' && count === 1 && noun !== 'contact') return false;
  if (noun === 'message') return count < 2;
  if (noun === 'account') return !columns.some((column) => column.startsWith('setting:'));
  // Attempts of a transmission come whole, and one by its key does not.
  if (noun === 'attempt') return came === 'list';
  if (noun !== 'transmission') return true;
  // Nobody knows of how many transmissions that were tried the attempts are asked for their results anyway.
  if (columns.includes('attempts') && columns.includes('results')) return false;
  return came === 'list' || !columns.includes('programKey');
}

/** What was picked, as a question; undefined where the noun has no such. */
export async function costCallOf(
  fixture: CostFixture,
  { noun, method, columns: bits, count: most, came }: CallShape,
): Promise<CostCall | undefined> {
  const { backendOf, costsOf, keysOf, lists } = fixture;
  const [backend, costs] = [backendOf(noun), costsOf(noun)];
  const keys = keysOf(noun).slice(0, most);
  switch (method) {
    case 'byKeys':
      return {
        ask: (callOptions) => backend.byKeys([...keys, 'no key', '0'], callOptions),
        plan: (known, count) => costs.byKeys?.(count, known) ?? [],
        count: keys.length,
        // Of which kinds messages are is not known.
        near: noun !== 'message' ? 'exact' : keys.length === 1 ? 'in total' : 'at most',
      };
    case 'late': {
      const columns = DEFERRED[noun].filter((_, index) => bits & (1 << index));
      const listed = lists.get(noun);
      const rows =
        came === 'list'
          ? (listed ?? []).slice(0, most)
          : came === 'key'
            ? [...(await backend.byKeys(keys, {})).values()]
            : (await fixture.itemsOf(noun)).slice(0, most);
      const ofKind = (row: Row, column: string): boolean =>
        noun !== 'message' || MESSAGES[row['__typename'] as keyof typeof MESSAGES].includes(column);
      const lacks = (row: Row, column: string) => ofKind(row, column) && row[column] === undefined;
      const present = came === 'items' ? [] : (costs.presentColumns?.(came) ?? []);
      const usual = columns.filter((column) => !present.includes(column));
      return {
        ask: async (callOptions) => {
          const short = rows.filter((row) => columns.some((column) => lacks(row, column)));
          const names = columns.filter((column) => short.some((row) => lacks(row, column)));
          return short.length > 0 && backend.fetchDeferred?.(short, names, callOptions);
        },
        plan: (known, count) => costs.fetchDeferred?.(count, [...columns, 'id', 'name'], known) ?? [],
        usual: costs.fetchDeferred?.(rows.length, [...usual, 'id', 'name'], fixture.known) ?? [],
        count: rows.length,
        near: isDeferredExact(noun, columns, came, rows.length) && rows.length === keys.length ? 'exact' : 'at most',
      };
    }
    case 'complete': {
      const rows = (lists.get(noun) ?? []).slice(0, most);
      if (!costs.fetchColumns || rows.length === 0) return undefined;
      const conditions =
        noun === 'contact'
          ? ['groupId']
          : ['channel', 'programId', 'campaignId'].filter((_, index) => bits & (1 << index));
      return {
        ask: (callOptions) => backend.fetchColumns?.(rows, conditions, callOptions) ?? Promise.resolve(),
        plan: (known, count) => costs.fetchColumns?.(count, conditions, known) ?? [],
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
        ask: (callOptions) => fixture.upstream.backends.contact?.groupsOf?.(rows, callOptions) ?? Promise.resolve(),
        plan: (known, count) => costsOf('contact').groupsOf?.(count, known) ?? [],
        count: rows.length,
        near: 'at most',
      };
    }
  }
}
