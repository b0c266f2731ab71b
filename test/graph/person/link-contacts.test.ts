import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';

import { encodeId } from '../../../src/graph/values/id.js';
import { counted } from '../../support/counted-lists.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { memoryUpstream, UNABLE, type MemoryRow } from '../../support/memory-provider.js';
import { ABLE, keyOf, peopleOf, row, spellingOf, upstreams, VALUES } from './people-model.js';

let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

interface Person {
  id: string;
  contacts: Array<{ id: string }>;
}

const PERSON = 'id displayName emails phones contacts { id }';
const PEOPLE = `query ($first: Int) { people(first: $first) { nodes { ${PERSON} } totalCount } }`;
const idsOf = ({ contacts }: Person): string => keyOf(contacts.map(({ id }) => id));
const codesOf = (errors: ReadonlyArray<{ extensions: Readonly<Record<string, unknown>> }>): unknown[] =>
  errors.map(({ extensions }) => extensions['code']);

test('people are the closure over shared values, however they are spelled and wherever one begins, at two requests at most', async () => {
  await fc.assert(
    fc.asyncProperty(
      upstreams,
      fc.integer({ min: 1, max: 4 }),
      fc.nat({ max: VALUES.length - 2 }),
      fc.nat({ max: 9 }),
      async (given, sharedAbove, place, spelling) => {
        const memoryUpstreams = given.map(({ name, rows, abilities }) =>
          memoryUpstream(
            name,
            rows.map(({ row }) => row),
            abilities,
          ),
        );
        const { upstreams: watched, lists, reset } = counted(memoryUpstreams);
        const { ask, close } = startGateway(watched, { sharedEmails: ['INFO@*'], sharedAbove });
        const rows = given.flatMap((upstream) => upstream.rows.map(({ model }) => model));
        const expected = peopleOf(rows, sharedAbove);

        const whole = await ask(PEOPLE, { first: 1000 });
        expect(whole.errors).toEqual([]);
        const { nodes, totalCount } = whole.data?.['people'] as { nodes: Person[]; totalCount: number };
        expect(new Set(nodes.map(idsOf))).toEqual(expected);
        expect([nodes.length, totalCount]).toEqual([expected.size, expected.size]);

        const { kind } = VALUES[place] ?? { kind: 'email' };
        const holders = rows.filter(({ values }) => values.includes(place)).map(({ id }) => id);
        const wanted = nodes.filter((person) => person.contacts.some(({ id }) => holders.includes(id)));
        reset();
        const found = await ask(`query ($text: String) { person(${kind}: $text) { ${PERSON} } }`, {
          text: spellingOf(place, spelling),
        });
        expect(codesOf(found.errors)).toEqual(wanted.length > 1 ? ['BAD_USER_INPUT'] : []);
        if (wanted.length < 2) expect(found.data?.['person']).toEqual(wanted[0] ?? null);
        for (const { name, abilities } of given) {
          const can = Object.keys(abilities.offers).some((path) => path.startsWith(kind));
          expect(lists()[name]).toBeLessThanOrEqual(can ? 2 : 1);
        }

        const one = nodes[place % (nodes.length || 1)];
        if (one) {
          reset();
          const again = await ask(`query ($id: ID!) { node(id: $id) { ... on Person { ${PERSON} } } }`, { id: one.id });
          expect(again).toMatchObject({ errors: [], data: { node: one } });
          for (const each of Object.values(lists())) expect(each).toBeLessThanOrEqual(2);
        }

        const page = await ask('{ contacts(first: 1000) { nodes { id person { id contacts { id } } } } }');
        const { nodes: contacts } = page.data?.['contacts'] as { nodes: Array<{ id: string; person: Person }> };
        for (const { id, person } of contacts) {
          expect(person.contacts.map((each) => each.id)).toContain(id);
          expect(nodes.filter((each) => each.id === person.id).map(idsOf)).toEqual([idsOf(person)]);
        }
        await close();
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

test('a chain that runs to and fro between upstreams costs two requests at each that can search, and one at each that cannot', async () => {
  // Link n holds e-mails n and n + 1: each answer names just one more.
  const link = (index: number): MemoryRow => row(String(index), 'Anna', [`${index}@x.pl`, `${index + 1}@x.pl`]);
  const links = Array.from({ length: 60 }, (_, index) => link(index));
  const part = (rest: number): MemoryRow[] => links.filter((_, index) => index % 3 === rest);
  const memoryUpstreams = [
    memoryUpstream('north', part(0), ABLE),
    memoryUpstream('south', part(1), ABLE),
    memoryUpstream('west', [row('far', 'Anna', ['59@x.pl'])], UNABLE),
    memoryUpstream('east', part(2), ABLE),
  ];
  const { upstreams: watched, lists, reset } = counted(memoryUpstreams);
  gateway = startGateway(watched);
  const { data, errors } = await gateway.ask('{ person(email: " 0@X.pl") { contacts { id } } }');
  expect(errors).toEqual([]);
  expect((data?.['person'] as Person).contacts).toHaveLength(61);
  expect(lists()).toEqual({ north: 2, south: 2, west: 1, east: 2 });

  reset();
  expect((await gateway.ask('{ person(email: "nobody@x.pl") { id } }')).data).toEqual({ person: null });
  expect(lists()).toEqual({ north: 1, south: 1, west: 1, east: 1 });
});

test('the persons of a page cost one reading of each list, and of a contact without e-mail and phone nothing', async () => {
  const rows = Array.from({ length: 20 }, (_, index) => row(String(index), `Somebody ${index}`, [`${index}@x.pl`]));
  const bare = row('bare', 'Nobody', [], ['wew. 12']);
  const same = ['s1', 's2'].map((key, index) => row(key, 'Somebody else', [`${index}@x.pl`]));
  const {
    upstreams: watched,
    lists,
    reset,
  } = counted([
    memoryUpstream('north', rows, ABLE),
    memoryUpstream('south', [bare, row('other', 'Else', [], ['wew. 12']), ...same], ABLE),
  ]);
  gateway = startGateway(watched);
  await gateway.ask('{ contacts(upstreams: "north") { nodes { person { contacts { person { id } } } } } }');
  expect(lists()).toEqual({ north: 2, south: 1 });
  reset();
  const bares = JSON.stringify(['bare', 'other'].map((key) => encodeId('south', 'contact', key)));
  const { data } = await gateway.ask(
    `{ contacts(filter: { ids: ${bares} }) { nodes { person { contacts { id } } } } }`,
  );
  expect(lists()).toEqual({});
  const { nodes } = data?.['contacts'] as { nodes: Array<{ person: Person }> };
  expect(nodes.map(({ person }) => person.contacts.length)).toEqual([1, 1]);
});
