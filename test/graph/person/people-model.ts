import fc from 'fast-check';

import { emailsOf, phonesOf } from '../../../src/graph/contact/types.js';
import { encodeId } from '../../../src/graph/values/id.js';
import { UNABLE, type Abilities, type MemoryRow } from '../../support/memory-provider.js';

/** A value and the ways in which people write it. */
export interface Value {
  readonly kind: 'email' | 'phone';
  readonly spellings: readonly string[];
  /** Whether it may tie people at all. */
  readonly ties: boolean;
}

const email = (name: string, ties = true): Value => ({
  kind: 'email',
  spellings: [name, ` ${name} `, name.toUpperCase(), name.replace('a', 'A')],
  ties,
});
const phone = (a: string, b: string, c: string): Value => ({
  kind: 'phone',
  spellings: [`+48${a}${b}${c}`, `48${a}${b}${c}`, `0048 ${a} ${b} ${c}`, `${a}-${b}-${c}`, ` (${a}) ${b}${c}`],
  ties: true,
});

export const VALUES: readonly Value[] = [
  ...['anna@x.pl', 'a.nowak@x.pl', 'jan@y.pl', 'ala@z.pl', 'kasia@z.pl'].map((name) => email(name)),
  email('info@x.pl', false),
  phone('500', '111', '222'),
  phone('600', '700', '800'),
  phone('501', '222', '333'),
  phone('502', '333', '444'),
  { kind: 'phone', spellings: ['112'], ties: false },
];

/** A contact as the model knows it: places in VALUES and not texts. */
export interface ModelRow {
  readonly id: string;
  readonly name: string;
  readonly values: readonly number[];
}

export interface ModelUpstream {
  readonly name: string;
  readonly rows: ReadonlyArray<{ readonly model: ModelRow; readonly row: MemoryRow }>;
  readonly abilities: Abilities;
}

const NAMES = ['Anna Kowalska', 'Jan Nowak', 'Ala', 'Zofia Żółć', 'Piotr'];

const spelled = fc
  .tuple(fc.nat({ max: VALUES.length - 1 }), fc.nat({ max: 9 }))
  .map(([place, at]) => ({ place, text: spellingOf(place, at) }));

/** One of the spellings of a value. */
export function spellingOf(place: number, at: number): string {
  const spellings = VALUES[place]?.spellings ?? [];
  return spellings[at % spellings.length] ?? '';
}

const contact = fc.record({
  name: fc.constantFrom(...NAMES),
  shout: fc.boolean(),
  values: fc.uniqueArray(spelled, { maxLength: 3, selector: ({ place }) => place }),
});

const offered = fc.option(fc.constantFrom('exact', 'superset'), { freq: 2 });
const PATHS = ['email.eq', 'email.in', 'phone.eq', 'phone.in'];
const abilities: fc.Arbitrary<Abilities> = fc
  .record({
    precisions: fc.tuple(offered, offered, offered, offered),
    window: fc.boolean(),
    pageSize: fc.nat({ max: 4 }),
  })
  .map(({ precisions, window, pageSize }) => ({
    ...UNABLE,
    window,
    pageSize: pageSize + 1,
    offers: Object.fromEntries(
      PATHS.flatMap((path, index) => {
        const precision = precisions[index];
        return precision ? [[path, { precision, param: path }]] : [];
      }),
    ),
  }));

const upstream = (name: string): fc.Arbitrary<ModelUpstream> =>
  fc.record({ contacts: fc.array(contact, { maxLength: 6 }), abilities }).map(({ contacts, abilities: able }) => ({
    name,
    abilities: able,
    rows: contacts.map(({ name: said, shout, values }, index) => {
      const texts = (kind: Value['kind']): string[] =>
        values.filter(({ place }) => VALUES[place]?.kind === kind).map(({ text }) => text);
      return {
        model: {
          id: encodeId(name, 'contact', String(index)),
          name: said,
          values: values.map(({ place }) => place),
        },
        row: {
          key: String(index),
          displayName: shout ? said.toUpperCase() : said,
          emails: emailsOf(...texts('email')),
          phones: phonesOf({ texts: texts('phone'), country: 'PL' }),
          channels: [],
          groupKeys: [],
        },
      };
    }),
  }));

/** Three upstreams with contacts of a few people, in anybody's spelling. */
export const upstreams = fc.tuple(upstream('north'), upstream('south'), upstream('west'));

/** The ids of each person's contacts: sets that grow until nothing joins them, as the sentence says. */
export function peopleOf(rows: readonly ModelRow[], sharedAbove: number): ReadonlySet<string> {
  const ties = VALUES.map(({ ties: may }, place) => {
    const names = rows.filter(({ values }) => values.includes(place)).map(({ name }) => name);
    return may && new Set(names).size <= sharedAbove;
  });
  return new Set(
    rows.map((row) => {
      const inside = new Set([row]);
      for (let before = 0; before !== inside.size;) {
        before = inside.size;
        for (const member of [...inside]) {
          for (const other of rows) {
            if (other.values.some((value) => ties[value] && member.values.includes(value))) inside.add(other);
          }
        }
      }
      return keyOf([...inside].map(({ id }) => id));
    }),
  );
}

/** A set of ids as one text. */
export function keyOf(ids: readonly string[]): string {
  return [...ids].sort().join(' ');
}

/** A contact for tests about people; the one whose key is `grouped` is in group 1. */
export const row = (key: string, displayName: string, emails: string[] = [], phones: string[] = []): MemoryRow => ({
  key,
  displayName,
  emails,
  phones,
  channels: [],
  groupKeys: key === 'grouped' ? ['1'] : [],
});

/** Looks for e-mails and phones by itself. */
export const ABLE: Abilities = {
  ...UNABLE,
  offers: Object.fromEntries(
    ['email.eq', 'email.in', 'phone.eq', 'phone.in'].map((path) => [path, { precision: 'exact', param: path }]),
  ),
};
