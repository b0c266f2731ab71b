import { everything, type Filter } from '../../query/filter.js';
import { emailsOf } from '../contact/contact.js';
import { contactQuestion } from '../contact/list.js';
import type { OpenUpstream } from '../context.js';
import { decodeId } from '../id.js';
import { MOST_ROWS } from '../list.js';
import { searchFor } from '../person/closure.js';
import { isPhone, toPhone } from '../phone.js';
import { settle } from '../settle.js';
import type { FieldCost, Planning, Rows } from './ask.js';
import { ONCE, type Range } from './call.js';
import { byKeys, chosenBy } from './kinds.js';

type Bill = Pick<Planning, 'ask' | 'sizes' | 'context'>;

/** Who has a value: each upstream is asked for it where it can look for it, and for its whole list. */
export const person: FieldCost = {
  plan: (planning) => {
    const { args, upstreams } = planning;
    const id = args.get('id');
    if (typeof id === 'string') {
      const { upstream: name } = decodeId(id);
      const upstream = upstreams.find((each) => each.name === name);
      if (upstream) byKeys('contact', { upstream, count: ONCE, batches: ONCE, came: 'key' }, planning);
    }
    const [email, phone] = [args.get('email'), args.get('phone')];
    return upstreams
      .filter(({ backends }) => backends.contact)
      .map((upstream) => {
        const value =
          typeof email === 'string'
            ? emailsOf(email)[0]
            : typeof phone === 'string'
              ? toPhone(phone, upstream.defaultCountry)
              : undefined;
        const isValue = value !== undefined && (value.includes('@') || isPhone(value));
        const filter = isValue ? searchFor([value], upstream) : everything;
        const isSearched = filter !== everything;
        if (isSearched) askList(upstream, filter, ONCE, planning);
        // Who does not look for it hands over the whole list at once; who does, where what was found names others.
        askList(upstream, everything, isSearched && !isValue ? { expected: 0, worst: 1 } : ONCE, planning);
        return oneOf(upstream, planning);
      });
  },
};

/** People of whole lists: anybody's next contact may be the last of any list. */
export const people: FieldCost = {
  plan: (planning) => {
    const { args, context, sizes } = planning;
    const asked = chosenBy(planning).filter(({ backends }) => backends.contact);
    const filter = args.get('filter');
    const question = contactQuestion(filter as Parameters<typeof contactQuestion>[0], context);
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

/** The persons of contacts: one is looked for by its values, for more the whole lists are read, once. */
export const personOfContacts: FieldCost = {
  plan: (planning) => {
    const { rows, upstreams, sizes } = planning;
    const expected = rows.reduce((sum, { count }) => sum + count.expected, 0);
    if (rows.length === 0) return [];
    return upstreams
      .filter(({ backends }) => backends.contact)
      .map((upstream) => {
        askList(upstream, everything, { expected: Math.min(1, expected), worst: 1 }, planning);
        // One that comes before the others is looked for by itself.
        askList(upstream, everything, { expected: 0, worst: 1 }, planning);
        const worst = rows.reduce((sum, { count }) => sum + count.worst, 0) * worstOf(upstream, planning);
        return {
          ...oneOf(upstream, planning),
          count: { expected, worst: Math.min(worst, sizes.rows(upstream.name, 'contact').worst) },
        };
      });
  },
};

/** The contacts are there when the person is. */
export const contactsOfPeople: FieldCost = { plan: ({ rows }) => rows };

function oneOf(upstream: OpenUpstream, planning: Pick<Planning, 'sizes'>): Rows {
  return { upstream, count: { expected: 1, worst: worstOf(upstream, planning) }, batches: ONCE, came: 'list' };
}

/** Contacts that one person has at an upstream, at most: a value that more share is a switchboard's. */
const MOST_CONTACTS = 25;

function worstOf({ name }: OpenUpstream, { sizes }: Pick<Planning, 'sizes'>): number {
  return Math.min(MOST_CONTACTS, sizes.rows(name, 'contact').worst);
}

/** Puts one reading of an upstream's contacts on the bill. */
function askList(upstream: OpenUpstream, filter: Filter, batches: Range, { ask, sizes, context }: Bill): void {
  const listing = upstream.backends.contact;
  if (!listing) return;
  const question = { ...contactQuestion(null, context), filter, localise: (part: Filter) => part };
  const { settled, elsewhere } = settle(question, upstream, listing);
  if (settled.impossible) return;
  const { params } = settled;
  const { expected, worst } = sizes.matching(upstream.name, 'contact', filter);
  ask(upstream, {
    calls: (rows, known) =>
      upstream.costs.nouns.contact?.list?.({ params, limit: undefined, wanted: [], rows }, known) ?? [],
    count: { expected: expected * batches.expected, worst: worst * batches.worst },
    batches,
    part: { pushedDown: settled.pushedDown, residual: [...new Set([...elsewhere, ...settled.left])] },
    isList: true,
    same: `contact ${JSON.stringify(params)}`,
  });
}
