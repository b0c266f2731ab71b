import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSerwerSms, type SerwerSmsFixture } from '../fixture.js';
import { groupId, LOGIN, mutations } from '../mutations.js';

const { create, update, remove, link, unlink, createGroup, updateGroup, removeGroup } = mutations;

/** A row as GraphQL reads it. */
type Row = Readonly<Record<string, string | null>> & { readonly phone: string; readonly group: string | null };
interface Model {
  readonly groups: Map<string, string>;
  readonly contacts: Map<string, Row>;
}

const COLUMNS = ['email', 'firstName', 'lastName', 'company', 'taxId', 'address', 'city', 'description'];
const BLANK = Object.fromEntries(COLUMNS.map((column) => [column, null]));
const NUMBERS = ['+48500111222', '+48500111223', '+442079460018'];

const text = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((each) => !/[\p{Cc}\p{Cs}]/u.test(each));
const email = fc.constantFrom('jan@example.com', 'JAN.Kowalski+sms@example.com', '');
const texts = fc
  .dictionary(fc.constantFrom(...COLUMNS), fc.option(text, { nil: null }), { maxKeys: 4 })
  .chain((given) =>
    email.map((address) => (typeof given['email'] === 'string' ? { ...given, email: address } : given)),
  );
const phone = fc.constantFrom(...NUMBERS);
const name = fc.constantFrom('Klienci', 'Zarząd', ' "x" % ');
const at = fc.nat(20);
const groups = fc.array(at, { maxLength: 2 });
const step = fc.oneof(
  fc.record({ does: fc.constant('create' as const), phone, texts, groups }),
  fc.record({
    does: fc.constant('update' as const),
    at,
    texts,
    phone: fc.option(phone, { nil: undefined }),
    groups: fc.option(groups, { nil: undefined }),
  }),
  fc.record({ does: fc.constant('remove' as const), at }),
  fc.record({ does: fc.constantFrom('link' as const, 'unlink' as const), at, group: at }),
  fc.record({ does: fc.constant('group' as const), name }),
  fc.record({ does: fc.constant('rename' as const), group: at, name }),
  fc.record({ does: fc.constant('dissolve' as const), group: at, contactsToo: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

let fixture: SerwerSmsFixture;
beforeAll(async () => {
  fixture = await openSerwerSms(LOGIN);
});
afterAll(() => fixture.close());

test('after any writes GraphQL reads what a plain model holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      fixture.emulator.reset({ groups: [{ id: 11, name: 'first' }], contacts: [{ id: 1, phone: '500111222' }] });
      const model: Model = {
        groups: new Map([['11', 'first']]),
        contacts: new Map([['1', { ...BLANK, phone: '500111222', group: null }]]),
      };
      const next = { contact: 2, group: 12 };
      for (const each of steps) await take(each, model, next);
      expect(await read()).toEqual({
        groups: new Map(
          [...model.groups].map(([key, name]) => {
            const count = [...model.contacts.values()].filter(({ group }) => group === key).length;
            return [key, { name, contactCount: count }];
          }),
        ),
        contacts: model.contacts,
      });
    }),
    { numRuns: 40 },
  );
});

/** Does one step to the gateway and to the model, and compares the answers. */
async function take(step: Step, { groups, contacts }: Model, next: { contact: number; group: number }): Promise<void> {
  const { ask } = fixture;
  const pick = (place: number): string | undefined => [...contacts.keys()][place % contacts.size];
  const pickGroup = (place: number): string | undefined => [...groups.keys()][place % groups.size];
  const pickGroups = (places: readonly number[]): string[] => [
    ...new Set(places.flatMap((place) => pickGroup(place) ?? [])),
  ];
  const add = (row: Row): string => {
    const key = String(next.contact++);
    contacts.set(key, row);
    return key;
  };
  const gone = { data: { it: { userErrors: [{ code: 'NOT_FOUND' }] } } };
  const answerOf = (upstreamId: string) => ({ data: { it: { contact: { upstreamId }, userErrors: [] } }, errors: [] });

  switch (step.does) {
    case 'create': {
      const keys = pickGroups(step.groups);
      const answer = await create(ask, { ...step.texts, phone: step.phone, groupIds: keys.map(groupId) });
      const row = { ...BLANK, ...stored(step.texts), phone: step.phone };
      const [first = ''] = (keys.length > 0 ? keys : [null]).map((group) => add({ ...row, group }));
      expect(answer).toMatchObject(answerOf(first));
      return;
    }
    case 'update': {
      const key = pick(step.at);
      const row = contacts.get(key ?? '');
      if (key === undefined || !row) return;
      const memberships = step.groups && pickGroups(step.groups);
      const { phone } = step;
      const groupIds = memberships?.map(groupId);
      const answer = await update(ask, key, { ...step.texts, phone, groupIds });
      expect(answer).toMatchObject(answerOf(key));
      const isNothing = Object.keys(step.texts).length === 0 && phone === undefined && !memberships;
      // A Polish number is held with its country once its row is written.
      const number = isNothing ? row.phone : (phone ?? row.phone.replace(/^5/, '+485'));
      const isHome = !memberships || (row.group !== null && memberships.includes(row.group));
      const edited = {
        ...row,
        ...stored(step.texts),
        phone: number,
        group: isHome ? row.group : (memberships[0] ?? null),
      };
      contacts.set(key, edited);
      for (const group of memberships ?? []) {
        const has = [...contacts.values()].some((each) => each.phone === number && each.group === group);
        if (!has) add({ ...edited, group });
      }
      return;
    }
    case 'remove': {
      const key = pick(step.at);
      if (key === undefined) return;
      expect((await remove(ask, key)).data).toMatchObject({ it: { deletedIds: [expect.any(String)], userErrors: [] } });
      contacts.delete(key);
      return;
    }
    case 'link':
    case 'unlink': {
      const [key, group] = [pick(step.at), pickGroup(step.group)];
      const row = contacts.get(key ?? '');
      if (key === undefined || group === undefined || !row) return;
      const number = (typed: string): string => typed.replace(/^5/, '+485');
      if (step.does === 'unlink') {
        const answer = await unlink(ask, key, group);
        expect(answer).toMatchObject(row.group === group ? answerOf(key) : gone);
        if (row.group === group) contacts.set(key, { ...row, phone: number(row.phone), group: null });
        return;
      }
      const answer = await link(ask, key, group);
      const there = [...contacts].filter(
        ([, each]) => number(each.phone) === number(row.phone) && each.group === group,
      );
      const keys = there.map(([each]) => each);
      if (keys.length > 0) {
        expect(keys.map(answerOf)).toContainEqual({ data: answer.data, errors: answer.errors });
        if (row.group === group) expect(answer).toMatchObject(answerOf(key));
      } else if (row.group === null) {
        contacts.set(key, { ...row, phone: number(row.phone), group });
        expect(answer).toMatchObject(answerOf(key));
      } else {
        expect(answer).toMatchObject(answerOf(add({ ...row, phone: number(row.phone), group })));
      }
      return;
    }
    case 'group': {
      const key = String(next.group++);
      const answer = await createGroup(ask, { name: step.name });
      expect(answer).toMatchObject({ data: { it: { group: { upstreamId: key }, userErrors: [] } }, errors: [] });
      groups.set(key, step.name.trim());
      return;
    }
    case 'rename': {
      const key = pickGroup(step.group);
      if (key === undefined) return;
      const answer = await updateGroup(ask, key, { name: step.name });
      expect(answer).toMatchObject({ data: { it: { group: { upstreamId: key }, userErrors: [] } }, errors: [] });
      groups.set(key, step.name.trim());
      return;
    }
    case 'dissolve': {
      const key = pickGroup(step.group);
      if (key === undefined) return;
      const answer = await removeGroup(ask, key, step.contactsToo);
      expect(answer).toMatchObject({ data: { it: { deletedIds: [groupId(key)], userErrors: [] } }, errors: [] });
      groups.delete(key);
      for (const [contact, row] of [...contacts]) {
        if (row.group !== key) continue;
        if (step.contactsToo) contacts.delete(contact);
        else contacts.set(contact, { ...row, group: null });
      }
    }
  }
}

/** Texts as they are held: without blanks around them, and nothing for what is empty. */
function stored(texts: Readonly<Record<string, string | null>>): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(texts).map(([column, value]) => [column, value?.trim() === '' ? null : (value?.trim() ?? null)]),
  );
}

async function read(): Promise<object> {
  const columns = `upstreamId groups { upstreamId } ... on SerwerSmsContact { phone ${COLUMNS.join(' ')} }`;
  const { data, errors } = await fixture.ask(
    `{ contacts(first: 1000) { nodes { ${columns} } } groups(first: 1000) { nodes { upstreamId name contactCount } } }`,
  );
  expect(errors).toEqual([]);
  const { contacts, groups } = data as {
    contacts: { nodes: Array<{ upstreamId: string; groups: Array<{ upstreamId: string }> }> };
    groups: { nodes: Array<{ upstreamId: string }> };
  };
  return {
    groups: new Map(groups.nodes.map(({ upstreamId, ...group }) => [upstreamId, group])),
    contacts: new Map(
      contacts.nodes.map(({ upstreamId, groups: [group], ...row }) => [
        upstreamId,
        { ...row, group: group?.upstreamId ?? null },
      ]),
    ),
  };
}
