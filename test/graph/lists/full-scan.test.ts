import fc from 'fast-check';
import { expect, test } from 'vitest';

import { encodeId } from '../../../src/graph/values/id.js';
import { startGateway } from '../../support/gateway.js';
import { memoryUpstream, UNABLE, type Abilities, type MemoryRow } from '../../support/memory-provider.js';

// The model: a full scan that knows nothing of plans, written straight from the contract.

interface Text {
  eq?: string;
  in?: string[];
  contains?: string;
  startsWith?: string;
}
interface Filter {
  and?: Filter[];
  or?: Filter[];
  not?: Filter;
  ids?: string[];
  name?: Text;
  email?: Text;
  phone?: Text;
  channel?: string;
  groupId?: string;
  ungrouped?: boolean;
}

const lower = (text: string): string => text.toLowerCase();
const { compare: compareTexts } = new Intl.Collator('en', { sensitivity: 'accent' });
const digits = (text: string): string => text.replace(/\D/g, '');

function textHolds({ eq, in: list, contains, startsWith }: Text, texts: readonly string[]): boolean {
  const some = (expected: string | undefined, holds: (text: string, expected: string) => boolean): boolean =>
    expected === undefined || texts.some((text) => holds(lower(text), lower(expected)));
  return (
    some(eq, (text, expected) => text === expected) &&
    (list === undefined || texts.some((text) => list.map(lower).includes(lower(text)))) &&
    some(contains, (text, expected) => text.includes(expected)) &&
    some(startsWith, (text, expected) => text.startsWith(expected))
  );
}

/** Numbers of the test are Polish: nine digits are a national number. */
const international = (text: string): string => (/^\d{9}$/.test(text) ? `+48${text}` : text);

function phoneHolds({ eq, in: list, contains, startsWith }: Text, phones: readonly string[]): boolean {
  return (
    (eq === undefined || phones.includes(international(eq))) &&
    (list === undefined || phones.some((phone) => list.map(international).includes(phone))) &&
    (contains === undefined || phones.some((phone) => digits(phone).includes(digits(contains)))) &&
    (startsWith === undefined || phones.some((phone) => digits(phone).startsWith(digits(startsWith))))
  );
}

function holds(filter: Filter, upstream: string, row: MemoryRow): boolean {
  return (
    (filter.and ?? []).every((part) => holds(part, upstream, row)) &&
    (filter.or === undefined || filter.or.some((part) => holds(part, upstream, row))) &&
    (filter.not === undefined || !holds(filter.not, upstream, row)) &&
    (filter.ids === undefined || filter.ids.includes(encodeId(upstream, 'contact', row.key))) &&
    (filter.name === undefined || textHolds(filter.name, [row.displayName])) &&
    (filter.email === undefined || textHolds(filter.email, row.emails)) &&
    (filter.phone === undefined || phoneHolds(filter.phone, row.phones)) &&
    (filter.channel === undefined || row.channels.some((channel) => channel === filter.channel)) &&
    (filter.groupId === undefined ||
      row.groupKeys.some((key) => encodeId(upstream, 'group', key) === filter.groupId)) &&
    (filter.ungrouped === undefined || (row.groupKeys.length === 0) === filter.ungrouped)
  );
}

// Random data, small enough alphabets that filters match something.

const UPSTREAMS = ['north', 'south', 'west'] as const;
const NAMES = ['Anna', 'anna', 'Żółć', 'ŻÓŁĆ Jan', 'Jan', ''];
const EMAILS = ['anna@x.pl', 'jan@x.pl', 'info@y.pl'];
const PHONES = ['+48500111222', '+48500111223', '+48600700800', 'wew. 12'];
const GROUPS = ['1', '2'];
const CHANNELS = ['EMAIL', 'SMS', 'VOICE'] as const;
const PATHS = [
  ...['name', 'email', 'phone'].flatMap((field) =>
    ['eq', 'in', 'contains', 'startsWith'].map((test) => `${field}.${test}`),
  ),
  'channel',
  'groupId',
  'ungrouped',
];

const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> => fc.subarray([...values]);
const rowsOf = fc
  .array(
    fc.record({
      displayName: fc.constantFrom(...NAMES),
      emails: some(EMAILS),
      phones: some(PHONES),
      channels: some(CHANNELS),
      groupKeys: some(GROUPS),
    }),
    { maxLength: 12 },
  )
  .chain((rows) =>
    fc
      .shuffledSubarray(
        rows.map((_, index) => index),
        { minLength: rows.length },
      )
      .map((keys) => rows.map((row, index): MemoryRow => ({ ...row, key: String(keys[index]) }))),
  );
const offer = fc.option(fc.record({ precision: fc.constantFrom('exact', 'superset'), shared: fc.boolean() }), {
  freq: 3,
});
const abilities: fc.Arbitrary<Abilities> = fc.record({
  // Some paths have a parameter of their own, some share one: only one of those can be taken.
  offers: fc.tuple(...PATHS.map(() => offer)).map((offers) =>
    Object.fromEntries(
      PATHS.flatMap((path, index) => {
        const { precision, shared } = offers[index] ?? {};
        return precision ? [[path, { precision, param: shared ? 'search' : path }]] : [];
      }),
    ),
  ),
  window: fc.boolean(),
  pageSize: fc.integer({ min: 1, max: 5 }),
  partialRows: fc.boolean(),
  sorts: fc.boolean(),
});
const text = (values: readonly string[]): fc.Arbitrary<Text> =>
  fc.oneof(
    fc.record({ eq: fc.constantFrom(...values) }),
    fc.record({ in: some(values) }),
    fc.record({ contains: fc.constantFrom('a', 'AN', 'ó', '.pl', ...values) }),
    fc.record({ startsWith: fc.constantFrom('a', 'Ż', 'in') }),
    fc.record({ contains: fc.constantFrom('n'), startsWith: fc.constantFrom('A') }),
  );
const number: fc.Arbitrary<Text> = fc.oneof(
  fc.record({ eq: fc.constantFrom(...PHONES, '500111222') }),
  fc.record({ in: some([...PHONES, '600700800']) }),
  fc.record({ contains: fc.constantFrom('1112', '48 500', '7') }),
  fc.record({ startsWith: fc.constantFrom('+48 500', '486') }),
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record(
      {
        name: text(NAMES.filter(Boolean)),
        email: text(EMAILS),
        phone: number,
        channel: fc.constantFrom(...CHANNELS),
        groupId: fc.constantFrom(...UPSTREAMS.map((name) => encodeId(name, 'group', '1'))),
        ungrouped: fc.boolean(),
        ids: some(UPSTREAMS.flatMap((name) => ['0', '1', '5'].map((key) => encodeId(name, 'contact', key)))),
      },
      { requiredKeys: [] },
    ),
    fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
}));
const orders = fc.option(
  fc.record({
    field: fc.constantFrom('DISPLAY_NAME', 'EMAIL', 'PHONE', 'UPSTREAM'),
    direction: fc.constantFrom('ASC', 'DESC'),
  }),
);

const LIST = `query ($first: Int, $after: String, $filter: ContactFilter, $orderBy: ContactOrder) {
  contacts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes { id displayName emails phones upstream { name } }
    edges { cursor }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;

interface Row {
  id: string;
  displayName: string;
  emails: string[];
  phones: string[];
  upstream: { name: string };
}
interface ListPage {
  nodes: Row[];
  edges: Array<{ cursor: string }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number | null;
}
type Order = Record<'field' | 'direction', string>;

const ORDER_KEYS: Record<string, (row: Row) => string | undefined> = {
  DISPLAY_NAME: (row) => row.displayName || undefined,
  EMAIL: (row) => row.emails[0],
  PHONE: (row) => row.phones[0],
  UPSTREAM: (row) => row.upstream.name,
};

function expectSorted(rows: readonly Row[], { field, direction }: Order): void {
  const keys = rows.map((row) => ORDER_KEYS[field]?.(row));
  const known = keys.filter((key) => key !== undefined);
  expect(keys.slice(known.length).every((key) => key === undefined)).toBe(true);
  if (direction === 'DESC') known.reverse();
  expect(known.every((key, at) => at === 0 || compareTexts(known[at - 1] ?? '', key) <= 0)).toBe(true);
}

test('a planned list answers as a full scan would, whatever the providers can do, and its pages laid end to end are it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(rowsOf, rowsOf, rowsOf),
      fc.tuple(abilities, abilities, abilities),
      filter,
      orders,
      fc.integer({ min: 1, max: 9 }),
      async (rows, can, wanted, orderBy, step) => {
        const gateway = startGateway(
          UPSTREAMS.map((name, index) => memoryUpstream(name, rows[index] ?? [], can[index] ?? UNABLE)),
        );
        const read = async (first: number, after: string | null): Promise<ListPage> => {
          const answer = await gateway.ask(LIST, { first, after, filter: wanted, orderBy });
          expect(answer.errors).toEqual([]);
          return answer.data?.['contacts'] as ListPage;
        };
        const whole = await read(1000, null);
        const expected = UPSTREAMS.flatMap((name, index) =>
          (rows[index] ?? [])
            .filter((row) => holds(wanted, name, row))
            .map(({ key }) => encodeId(name, 'contact', key)),
        );
        expect(whole.nodes.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(whole.totalCount).toBe(expected.length);
        if (orderBy) expectSorted(whole.nodes, orderBy);

        const laid: Row[] = [];
        let after: string | null = null;
        for (let more = true; more;) {
          const page: ListPage = await read(step, after);
          laid.push(...page.nodes);
          more = page.pageInfo.hasNextPage;
          expect(page.nodes.length === step || !more).toBe(true);
          expect(page.edges.at(-1)?.cursor ?? null).toBe(page.pageInfo.endCursor);
          after = page.pageInfo.endCursor;
        }
        expect(laid).toEqual(whole.nodes);
        await gateway.close();
      },
    ),
    { numRuns: 500 },
  );
}, 90_000);
