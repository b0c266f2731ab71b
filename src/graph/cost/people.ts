import { everything, type Filter } from '../../query/filter.js';
import type { Params } from '../../query/plan.js';
import { emailsOf } from '../contact/contact.js';
import { contactTests } from '../contact/filter.js';
import { contactQuestion } from '../contact/list.js';
import type { OpenUpstream } from '../context.js';
import { decodeId } from '../id.js';
import { MOST_ROWS, refuseLong } from '../list.js';
import { searchFor } from '../person/closure.js';
import { isDialled } from '../person/find.js';
import { toPhone } from '../phone.js';
import { settle, tell } from '../settle.js';
import type { FieldCost, Planning, Rows } from './ask.js';
import { ONCE, type Call, type Range } from './call.js';
import { byKeys, chosenBy } from './kinds.js';
import { askProofs, dearer } from './proofs.js';

type Bill = Pick<Planning, 'ask' | 'sizes'>;

/** Ids of people are of this noun, though no upstream has it. */
export const PERSON = 'person';

/** Who has a value: each upstream is asked for it where it can look for it, and for its whole list. */
export const person: FieldCost = {
  plan: (planning) => {
    const { args, upstreams } = planning;
    const id = args.get('id');
    if (typeof id === 'string') {
      const { upstream: name, noun } = decodeId(id);
      const upstream = upstreams.find((each) => each.name === name);
      if (noun !== PERSON || !upstream?.backends.contact) return [];
      return personsOf([byKeys('contact', { upstream, count: ONCE, batches: ONCE, came: 'key' }, planning)], planning);
    }
    const values = valuesIn(planning);
    return upstreams
      .filter(({ backends }) => backends.contact)
      .map((upstream) => {
        const filter = values.length > 0 ? searchFor(values, upstream) : everything;
        const isSearched = filter !== everything;
        if (isSearched) askList(upstream, filter, ONCE, planning);
        // Who can't look for it hands over its whole list at once; who can, where what was found names others. A value
        // that is given later may be looked for before.
        const most = values.length > 0 ? 1 : 2;
        askList(upstream, everything, { expected: 1, worst: most }, planning);
        return oneOf(upstream, planning);
      });
  },
};

/** The e-mail that is asked for, or the phone in every spelling that the upstreams' countries give it. */
function valuesIn({ args, upstreams }: Pick<Planning, 'args' | 'upstreams'>): readonly string[] {
  const [email, phone] = [args.get('email'), args.get('phone')];
  if (typeof email === 'string') return emailsOf(email).slice(0, 1);
  if (typeof phone !== 'string') return [];
  return [...new Set(upstreams.map(({ defaultCountry }) => toPhone(phone, defaultCountry)))].filter(isDialled);
}

/** People of whole lists: anybody's next contact may be the last of any list. */
export const people: FieldCost = {
  plan: (planning) => {
    const { args, context, sizes } = planning;
    const asked = chosenBy(planning).filter(({ backends }) => backends.contact);
    const filter = args.get('filter');
    const question = contactQuestion(filter as Parameters<typeof contactQuestion>[0], context);
    refuseLong(question.filter);
    const first = args.isUnknown('first') ? MOST_ROWS : Number(args.get('first') ?? MOST_ROWS);
    return asked.map((upstream) => {
      askList(upstream, everything, ONCE, planning);
      const listing = upstream.backends.contact;
      const rows = sizes.rows(upstream.name, 'contact');
      if (listing) {
        const { settled } = settle(question, upstream, { ...listing, pushdown: { ...listing.pushdown, offers: {} } });
        const complete = upstream.costs.nouns.contact?.complete;
        if (settled.lacking.length > 0 && complete) {
          planning.ask(upstream, {
            calls: (count, known) => complete(count, settled.lacking, known),
            count: rows,
            batches: ONCE,
            part: { pushedDown: [], residual: settled.lacking },
          });
        }
      }
      const count = {
        expected: Math.min(first, rows.expected),
        worst: Math.min(first * MOST_CONTACTS, rows.worst),
      };
      return { upstream, count, batches: ONCE, came: 'list' };
    });
  },
};

/** The persons of contacts; those of one page come together. */
export const personOfContacts: FieldCost = { plan: (planning) => personsOf(planning.rows, planning) };

/** One contact that comes first and alone is looked for by its values, and then the lists; for all others they are read, once. */
export function personsOf(rows: readonly Rows[], planning: Omit<Planning, 'args' | 'rows'>): readonly Rows[] {
  if (rows.length === 0) return [];
  const { upstreams, sizes } = planning;
  const sum = (key: keyof Range): number => rows.reduce((all, { count }) => all + count[key], 0);
  const readings = { expected: Math.min(1, sum('expected')), worst: comeTogether(rows) ? 2 : 3 };
  return upstreams
    .filter(({ backends }) => backends.contact)
    .map((upstream) => {
      askList(upstream, everything, readings, planning);
      const worst = Math.min(sum('worst') * worstOf(upstream, planning), sizes.rows(upstream.name, 'contact').worst);
      return { ...oneOf(upstream, planning), count: { expected: sum('expected'), worst } };
    });
}

/** Contacts of one list come at once, whosever they are, and so do those of one upstream by key. */
function comeTogether(rows: readonly Rows[]): boolean {
  const isOneList = rows.length === 1 || rows.every(({ came }) => came === 'list');
  return isOneList && rows.every(({ batches }) => batches.worst <= 1);
}

/** The contacts are there when the person is. */
export const contactsOfPeople: FieldCost = { plan: ({ rows }) => rows.map((row) => ({ ...row, noun: 'contact' })) };

function oneOf(upstream: OpenUpstream, planning: Pick<Planning, 'sizes'>): Rows {
  return { upstream, count: { expected: 1, worst: worstOf(upstream, planning) }, batches: ONCE, came: 'list' };
}

/** Contacts that one person has at an upstream, at most: a value that more share is a switchboard's. */
const MOST_CONTACTS = 25;

function worstOf({ name }: OpenUpstream, { sizes }: Pick<Planning, 'sizes'>): number {
  return Math.min(MOST_CONTACTS, sizes.rows(name, 'contact').worst);
}

/** Puts one reading of an upstream's contacts on the bill. */
function askList(upstream: OpenUpstream, filter: Filter, batches: Range, { ask, sizes }: Bill): void {
  const listing = upstream.backends.contact;
  if (!listing) return;
  // As people are read: without the filters that only some providers have.
  const question = {
    noun: 'contact',
    filter,
    localise: (part: Filter) => part,
    tests: contactTests,
    sorting: undefined,
  } as const;
  const planned = settle(question, upstream, listing);
  const { settled } = planned;
  if (settled.impossible) return;
  const { params } = settled;
  const { expected, worst } = sizes.matching(upstream.name, 'contact', filter);
  askProofs(planned, 'contact', upstream, ask);
  const list = upstream.costs.nouns.contact?.list ?? (() => []);
  ask(upstream, {
    calls: (rows, known, which) => {
      const calls = (by: Params): readonly Call[] => list({ params: by, limit: undefined, rows }, known);
      return planned.unproved.length > 0 && which === 'worst' ? dearer(calls(params), calls({})) : calls(params);
    },
    count: { expected: expected * batches.expected, worst: worst * batches.worst },
    batches,
    part: tell(planned),
    isList: true,
    same: `contact ${JSON.stringify(params)}`,
  });
}
