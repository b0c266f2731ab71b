import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Seed } from '../../../src/emulators/serwersms/state.js';
import type { ContactBackend } from '../../../src/graph/contact/backend.js';
import type { Contact } from '../../../src/graph/contact/types.js';
import type { ProviderCosts } from '../../../src/graph/ports/costs.js';
import type { Group } from '../../../src/graph/group/types.js';
import type { ListBackend } from '../../../src/graph/ports/list-backend.js';
import {
  allOf,
  expectExact,
  expectShared,
  expectSound,
  expectWithin,
  given,
  measureRequests,
  sizes,
  SOME,
  theOnly,
  writtenBy,
} from '../measured-costs.js';
import { openSerwerSms, type SerwerSmsFixture } from './fixture.js';
import { contactId, groupId, LOGIN } from './mutations.js';

const ROWS = 60;
const ALL = { params: {}, offset: 0, limit: undefined };
const known = sizes({ contact: ROWS, group: 4 });

/** The first ten of each twenty are in no group, the others in the first one. */
const SEED: Seed = {
  groups: [1, 2, 3, 4].map((id) => ({ id, name: `Group ${id}` })),
  contacts: Array.from({ length: ROWS }, (_, place) => ({
    id: place + 1,
    phone: `+485001112${String(place).padStart(2, '0')}`,
    group_id: place % 20 < 10 ? null : 1,
  })),
};
const IN_NONE = 1;
const IN_ONE = 11;

let at: SerwerSmsFixture;
let costs: ProviderCosts;
let contact: ContactBackend;
let group: ListBackend<Group>;
beforeEach(async () => {
  at = await openSerwerSms(LOGIN);
  at.emulator.reset(SEED);
  const { backends, costs: ofUpstream } = theOnly(at.gateway);
  costs = ofUpstream;
  contact = given(backends.contact);
  group = given(backends.group);
});
afterEach(() => at.close());

test('SerwerSMS is asked for contacts and groups by list and by key as its costs say', async () => {
  for (const [noun, backend, all] of [
    ['contact', contact, ROWS],
    ['group', group, 4],
  ] as const) {
    const { list, byKeys } = given(costs.nouns[noun]);
    for (const params of [{}, { search: 'a' }, { group_id: '1' }, { group_id: '99' }]) {
      const measured = await measureRequests((callOptions) =>
        allOf<object>(backend.list({ ...ALL, params }, callOptions)),
      );
      const calls = given(list)({ params, limit: undefined, rows: all }, known);
      expectExact(measured, calls, `${noun} ${JSON.stringify(params)}`);
      expect(calls.some(({ shared }) => shared)).toBe(Object.keys(params).length === 0);
    }
    for (const count of SOME) {
      const keys = Array.from({ length: Math.min(count, all) }, (_, place) => String(place + 1));
      const calls = given(byKeys)(keys.length, known);
      expectExact(
        await measureRequests((callOptions) => backend.byKeys(keys, callOptions)),
        calls,
        `${keys.length} ${noun}s`,
      );
      const strange = keys.map((key, place) => (place < 5 ? key : 'no id'));
      expectWithin(
        await measureRequests((callOptions) => backend.byKeys(strange, callOptions)),
        calls,
        `${count} strange ${noun}s`,
      );
      const single = keys.map((key, place) => (place === 0 ? key : 'no id'));
      expectWithin(
        await measureRequests((callOptions) => backend.byKeys(single, callOptions)),
        calls,
        `one of ${count} ${noun}s`,
      );
    }
  }
  const views = given(costs.nouns.contact?.byKeys)(5, known);
  expect(views).toEqual([{ operation: 'contacts/view', times: 5, perItem: true }]);
  await expectShared(
    at.emulator,
    [
      (callOptions) => allOf(contact.list(ALL, callOptions)),
      (callOptions) => contact.byKeys(['1', '2', '3', '4', '5', '60'], callOptions),
    ],
    given(costs.nouns.contact?.list)({ ...ALL, rows: ROWS }, known),
  );
});

test('SerwerSMS is asked for the groups of contacts as its costs say', async () => {
  const { groupsOf, fetchColumns, presentColumns } = given(costs.nouns.contact);
  const listed = await allOf(contact.list(ALL, {}));
  const fives = Array.from({ length: ROWS / 5 }, (_, five) => listed.slice(5 * five, 5 * five + 5));
  const few = fives.map((rows) =>
    contact.byKeys(
      rows.map(({ upstreamId }) => upstreamId),
      {},
    ),
  );
  const viewed = (await Promise.all(few)).flatMap((rows) => [...rows.values()]);
  expect([given(presentColumns)('list'), given(presentColumns)('key')]).toEqual([['groups'], []]);
  expect(listed.every((row) => 'groups' in row)).toBe(true);
  expect(viewed.filter(({ groups }) => groups === undefined)).toHaveLength(ROWS);
  for (const count of SOME) {
    const rows = viewed.slice(0, count);
    const calls = given(groupsOf)(rows.length, known);
    const ask = (some: readonly Contact[]) =>
      measureRequests((callOptions) => given(contact.groupsOf)(some, callOptions));
    expectExact(await ask(rows), calls, `${rows.length} contacts`);
    // Whether numbers are whole, and shared by several, only they tell.
    const spelled = (phoneAt: (place: number) => string) =>
      rows.map((row, place) => Object.assign({}, row, { phones: [phoneAt(place)] }));
    expectWithin(await ask(spelled(() => '12')), calls, `${count} without whole numbers`);
    expectWithin(await ask(spelled((place) => `+4850011122${place % 5}`)), calls, `${count} that share five numbers`);
    const completing = given(fetchColumns)(rows.length, ['groups'], known);
    const completed = (some: readonly Contact[]) =>
      measureRequests((callOptions) => given(contact.fetchColumns)(some, ['groups'], callOptions));
    expectExact(await completed(listed.slice(0, count)), completing, `${count} listed`);
    expectWithin(await completed(rows), completing, `${count} that came by key`);
  }
});

test('SerwerSMS is asked for the sizes of groups as its costs say, where only contacts tell of them', async () => {
  const { list } = given(costs.nouns.contact);
  const { fetchDeferred, presentColumns } = given(costs.nouns.group);
  const size = '... on SerwerSmsGroup { contactCount }';
  const document = `{ contacts(upstreams: ["serwersms"]) { nodes { groups { ${size} } } } }`;
  const measured = await measureRequests(async (callOptions) => {
    for (const attempt of (await at.ask(document)).attempts) callOptions.onAttempt?.(attempt);
  });
  const calls = [given(list)({ ...ALL, rows: ROWS }, known), given(fetchDeferred)(1, ['contactCount'], known)].flat();
  expectExact(measured, calls, document);
  const [listed] = await allOf(group.list(ALL, {}));
  const [viewed] = (await group.byKeys(['1'], {})).values();
  for (const [came, row] of [['list', listed] as const, ['key', viewed] as const]) {
    for (const column of given(presentColumns)(came)) expect(row, came).toHaveProperty(column);
  }
});

test('SerwerSMS with pages is asked no more than its worst case', async () => {
  const { items } = await pageOfEmulator();
  at.answer(200, { items, paging: { page: 1, count: 3 } });
  const measured = await measureRequests((callOptions) => allOf(contact.list(ALL, callOptions)));
  expect(measured).toEqual({ 'contacts/index': 3 });
  expectWithin(measured, given(costs.nouns.contact?.list)({ ...ALL, rows: ROWS }, known), 'a list');
});

async function pageOfEmulator(): Promise<{ readonly items: readonly unknown[] }> {
  const body = JSON.stringify({ ...LOGIN.auth, page: 1 });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${at.emulator.url}/contacts/index`, { method: 'POST', headers, body });
  return (await answer.json()) as { readonly items: readonly unknown[] };
}

test('SerwerSMS is asked for every mutation that it supports as its costs say', async () => {
  const ids = (...keys: readonly number[]): string => JSON.stringify(keys.map(contactId));
  const inGroup = (key: number, id: number): string => `(contactId: "${contactId(key)}", groupId: "${groupId(id)}")`;
  const person = (phone: string): string => `{ serwerSms: { phone: "${phone}" } }`;
  const exact: ReadonlyArray<readonly [string, number, string, string?]> = [
    ['createContact', 1, `(input: ${person('+48600111222')})`],
    [
      'createContacts',
      2,
      `(inputs: [${person('+48600111223')}, ${person('+48600111224')}])`,
      'results { userErrors { code } }',
    ],
    ['updateContact', 1, `(id: "${contactId(IN_ONE)}", input: { serwerSms: { city: "Gdynia" } })`],
    ['addContactToGroup', 1, inGroup(IN_ONE, 2)],
    ['removeContactFromGroup', 1, inGroup(IN_ONE, 1)],
    ['deleteContact', 1, `(id: "${contactId(20)}")`],
    ['deleteContacts', 3, `(ids: ${ids(21, 22, 23)})`],
    ['createGroup', 1, '(input: { upstream: "serwersms", name: "New" })'],
    ['updateGroup', 1, `(id: "${groupId(3)}", input: { name: "Newer" })`],
    ['deleteGroup', 1, `(id: "${groupId(3)}")`],
  ];
  for (const [field, count, text, payload] of exact) {
    expectExact(await writtenBy(at.gateway, field + text, payload), given(costs.writes[field])(count, known), field);
  }
  expect(exact.map(([field]) => field).sort()).toEqual([...theOnly(at.gateway).value.capabilities.writes].sort());
  expect(exact.map(([field]) => field).sort()).toEqual(Object.keys(costs.writes).sort());
  // Which way a contact takes, its groups tell: who leaves them is looked at, and who is in none is moved.
  const update = (key: number, groups: readonly number[]): string =>
    `(id: "${contactId(key)}", input: { serwerSms: { groupIds: ${JSON.stringify(groups.map(groupId))} } })`;
  for (const [field, text] of [
    ['updateContact', update(12, [])],
    ['updateContact', update(13, [2])],
    ['updateContact', update(IN_NONE, [])],
    ['addContactToGroup', inGroup(IN_NONE, 2)],
    ['addContactToGroup', inGroup(14, 1)],
  ] as const) {
    expectWithin(await writtenBy(at.gateway, field + text), given(costs.writes[field])(1, known), field + text);
  }
});

test('SerwerSMS is asked for whole lists where a search by number finds nothing, within its worst case', async () => {
  // As somebody typed them: a search for the digits finds none.
  const typed = [61, 62, 63].map((id) => ({ id, phone: `+48 500 222 3${id}`, group_id: 1 }));
  at.emulator.reset({ ...SEED, contacts: [...(SEED.contacts ?? []), ...typed] });
  const unpaged = sizes({ contact: 1 });
  for (const [field, text, lists] of [
    ['updateContact', `(id: "${contactId(61)}", input: { serwerSms: { groupIds: [] } })`, 3],
    ['addContactToGroup', `(contactId: "${contactId(62)}", groupId: "${groupId(2)}")`, 4],
    ['removeContactFromGroup', `(contactId: "${contactId(63)}", groupId: "${groupId(1)}")`, 3],
  ] as const) {
    const measured = await writtenBy(at.gateway, field + text);
    expect(measured, field).toMatchObject({ 'contacts/index': lists });
    expectWithin(measured, given(costs.writes[field])(1, unpaged), field);
  }
});

test('SerwerSMS’ worst cases hold for less, too', () => {
  expectSound(costs, ['groups', 'contactCount']);
});
