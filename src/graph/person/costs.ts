import { matchAll, type Filter } from '../../query/filter.js';
import type { QueryParams } from '../../query/query-params.js';
import { emailsOf } from '../contact/types.js';
import { contactTests } from '../contact/filter.js';
import { decodeId } from '../values/id.js';
import { rejectLongFilter } from '../lists/list.js';
import { MAX_PAGE_ROWS } from '../lists/page-size.js';
import { searchFilterFor } from './link-contacts.js';
import { isPhoneOrExtension } from './find-person.js';
import { toPhone } from '../values/phone.js';
import { planSource, describePushdown } from '../lists/source-plan.js';
import type { FieldCost, FieldCosts, FieldPlanning, PlannedRows } from '../ports/field-costs.js';
import { ONE, type PlannedCall, type CountRange } from '../ports/planned-call.js';
import { itemsByKeys, requestedUpstreams } from '../cost/field-kinds.js';
import { addProofCalls, moreExpensive } from '../cost/plan-proofs.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import { contactListQuery } from '../contact/list-query.js';

type ListPlanning = Pick<FieldPlanning, 'addCalls' | 'sizes'>;

/** Ids of people are of this noun, though no upstream has it. */
export const PERSON_NOUN = 'person';

/** Who has a value: each upstream is asked for it where it can look for it, and for its whole list. */
const personCost: FieldCost = {
  plan: (planning) => {
    const { args, upstreams } = planning;
    const id = args.get('id');
    if (typeof id === 'string') {
      const { upstream: name, noun } = decodeId(id);
      const upstream = upstreams.find((each) => each.name === name);
      if (noun !== PERSON_NOUN || !upstream?.backends.contact) return [];
      return planPersons(
        [itemsByKeys('contact', { upstream, count: ONE, batches: ONE, loadedBy: 'key' }, planning)],
        planning,
      );
    }
    const values = valuesIn(planning);
    return upstreams
      .filter(({ backends }) => backends.contact)
      .map((upstream) => {
        const filter = values.length > 0 ? searchFilterFor(values, upstream) : matchAll;
        const isSearched = filter !== matchAll;
        if (isSearched) addContactScan(upstream, filter, ONE, planning);
        // Who can't look for it hands over its whole list at once; who can, where what was found names others. A value
        // that is given later may be looked for before.
        const worst = values.length > 0 ? 1 : 2;
        addContactScan(upstream, matchAll, { expected: 1, worst }, planning);
        return onePerson(upstream, planning);
      });
  },
};

/** The e-mail that is asked for, or the phone in every spelling that the upstreams' countries give it. */
function valuesIn({ args, upstreams }: Pick<FieldPlanning, 'args' | 'upstreams'>): readonly string[] {
  const [email, phone] = [args.get('email'), args.get('phone')];
  if (typeof email === 'string') return emailsOf(email).slice(0, 1);
  if (typeof phone !== 'string') return [];
  return [...new Set(upstreams.map(({ defaultCountry }) => toPhone(phone, defaultCountry)))].filter(isPhoneOrExtension);
}

/** People of whole lists: anybody's next contact may be the last of any list. */
const peopleCost: FieldCost = {
  plan: (planning) => {
    const { args, context, sizes } = planning;
    const asked = requestedUpstreams(planning).filter(({ backends }) => backends.contact);
    const filter = args.get('filter');
    const listQuery = contactListQuery(filter as Parameters<typeof contactListQuery>[0], context);
    rejectLongFilter(listQuery.filter);
    const first = args.isUnknown('first') ? MAX_PAGE_ROWS : Number(args.get('first') ?? MAX_PAGE_ROWS);
    return asked.map((upstream) => {
      addContactScan(upstream, matchAll, ONE, planning);
      const backend = upstream.backends.contact;
      const rows = sizes.rows(upstream.name, 'contact');
      if (backend) {
        const { listPlan } = planSource(listQuery, upstream, {
          ...backend,
          pushdown: { ...backend.pushdown, offers: {} },
        });
        const complete = upstream.costs.nouns.contact?.fetchColumns;
        if (listPlan.missingColumns.length > 0 && complete) {
          planning.addCalls(upstream, {
            calls: (count, known) => complete(count, listPlan.missingColumns, known),
            count: rows,
            batches: ONE,
            pushdown: { pushedDown: [], residual: listPlan.missingColumns },
          });
        }
      }
      const count = {
        expected: Math.min(first, rows.expected),
        worst: Math.min(first * MAX_CONTACTS, rows.worst),
      };
      return { upstream, count, batches: ONE, loadedBy: 'list' };
    });
  },
};

/** The persons of contacts; those of one page come together. */
const contactPersonCost: FieldCost = { plan: (planning) => planPersons(planning.rows, planning) };

/** One contact that comes first and alone is looked for by its values, and then the lists; for all others they are read, once. */
export function planPersons(
  rows: readonly PlannedRows[],
  planning: Omit<FieldPlanning, 'args' | 'rows'>,
): readonly PlannedRows[] {
  if (rows.length === 0) return [];
  const { upstreams, sizes } = planning;
  const sum = (key: keyof CountRange): number => rows.reduce((all, { count }) => all + count[key], 0);
  const readings = { expected: Math.min(1, sum('expected')), worst: areBatched(rows) ? 2 : 3 };
  return upstreams
    .filter(({ backends }) => backends.contact)
    .map((upstream) => {
      addContactScan(upstream, matchAll, readings, planning);
      const worst = Math.min(
        sum('worst') * maxContactsOf(upstream, planning),
        sizes.rows(upstream.name, 'contact').worst,
      );
      return { ...onePerson(upstream, planning), count: { expected: sum('expected'), worst } };
    });
}

/** Contacts of one list come at once, whosever they are, and so do those of one upstream by key. */
function areBatched(rows: readonly PlannedRows[]): boolean {
  const isOneList = rows.length === 1 || rows.every(({ loadedBy }) => loadedBy === 'list');
  return isOneList && rows.every(({ batches }) => batches.worst <= 1);
}

/** The contacts are there when the person is. */
const personContactsCost: FieldCost = { plan: ({ rows }) => rows.map((row) => ({ ...row, noun: 'contact' })) };

function onePerson(upstream: OpenUpstream, planning: Pick<FieldPlanning, 'sizes'>): PlannedRows {
  return { upstream, count: { expected: 1, worst: maxContactsOf(upstream, planning) }, batches: ONE, loadedBy: 'list' };
}

/** Contacts that one person has at an upstream, at most: a value that more share is a switchboard's. */
const MAX_CONTACTS = 25;

function maxContactsOf({ name }: OpenUpstream, { sizes }: Pick<FieldPlanning, 'sizes'>): number {
  return Math.min(MAX_CONTACTS, sizes.rows(name, 'contact').worst);
}

/** Puts one reading of an upstream's contacts on the bill. */
function addContactScan(
  upstream: OpenUpstream,
  filter: Filter,
  batches: CountRange,
  { addCalls, sizes }: ListPlanning,
): void {
  const backend = upstream.backends.contact;
  if (!backend) return;
  // As people are read: without the filters that only some providers have.
  const listQuery = {
    noun: 'contact',
    filter,
    localise: (part: Filter) => part,
    tests: contactTests,
    sorting: undefined,
  } as const;
  const planned = planSource(listQuery, upstream, backend);
  const { listPlan } = planned;
  if (listPlan.isImpossible) return;
  const { params } = listPlan;
  const { expected, worst } = sizes.matching(upstream.name, 'contact', filter);
  addProofCalls(planned, 'contact', upstream, addCalls);
  const list = upstream.costs.nouns.contact?.list ?? (() => []);
  addCalls(upstream, {
    calls: (rows, known, which) => {
      const calls = (by: QueryParams): readonly PlannedCall[] => list({ params: by, limit: undefined, rows }, known);
      return planned.unproved.length > 0 && which === 'worst' ? moreExpensive(calls(params), calls({})) : calls(params);
    },
    count: { expected: expected * batches.expected, worst: worst * batches.worst },
    batches,
    pushdown: describePushdown(planned),
    isList: true,
    shareKey: `contact ${JSON.stringify(params)}`,
  });
}

/** What fields of persons cost. */
export const personFieldCosts: FieldCosts = {
  'Query.person': personCost,
  'Query.people': peopleCost,
  'Person.contacts': personContactsCost,
  'Contact.person': contactPersonCost,
};
