import { plannedCall, callPerItem, rangeOf, type PlannedCall } from '../../graph/ports/planned-call.js';
import type { ProviderCosts, KnownSizes, PlannedListRead, NounCosts } from '../../graph/ports/costs.js';
import { MAX_SINGLE_READS } from './contact/backend.js';
import { pageRange, upTo, wholeListCall } from './page-costs.js';
import { writeCosts } from './write-costs.js';
import { endpoints } from './endpoints.js';
import { MAX_PHONE_LOOKUPS } from './contact/membership.js';

const { listContacts, readContact, listGroupsOfPhone, listGroups, readGroup } = endpoints;

function listCalls({ name }: { readonly name: string }, { params, rows }: PlannedListRead): readonly PlannedCall[] {
  return [Object.keys(params).length === 0 ? wholeListCall(name, rows) : plannedCall(name, pageRange(rows))];
}

/** Groups of contacts that were read by key: by their numbers, which are taken to be whole and each another. */
function groupsOfContacts(count: number, known: KnownSizes): readonly PlannedCall[] {
  if (count === 0) return [];
  const list = wholeListCall(listContacts.name, known.rows('contact'));
  // Many contacts may share a few numbers.
  if (count > MAX_PHONE_LOOKUPS) return [list, plannedCall(listGroupsOfPhone.name, upTo(MAX_PHONE_LOOKUPS))];
  // A number that is no whole one can't be asked about.
  return [callPerItem(listGroupsOfPhone.name, count), toUnlikely(list)];
}

function toUnlikely(cost: PlannedCall): PlannedCall {
  return { ...cost, times: upTo(rangeOf(cost.times).worst) };
}

const contact: NounCosts = {
  list: (list) => listCalls(listContacts, list),
  byKeys: (count, known) => {
    if (count === 0) return [];
    if (count <= MAX_SINGLE_READS) return [callPerItem(readContact.name, count)];
    // Keys that can't be ids of theirs are not sent, so that of many there may be a few.
    return [
      wholeListCall(listContacts.name, known.rows('contact')),
      plannedCall(readContact.name, upTo(MAX_SINGLE_READS)),
    ];
  },
  presentColumns: (came) => (came === 'list' ? ['groups'] : []),
  groupsOf: groupsOfContacts,
  // List rows know their groups: only those that came by key are looked up.
  fetchColumns: (count, _columns, known) => groupsOfContacts(count, known).map(toUnlikely),
};

function groupsByKeys(count: number, known: KnownSizes): readonly PlannedCall[] {
  if (count === 0) return [];
  if (count === 1) return [plannedCall(readGroup.name)];
  return [wholeListCall(listGroups.name, known.rows('group')), plannedCall(readGroup.name, upTo(1))];
}

const group: NounCosts = {
  list: (list) => listCalls(listGroups, list),
  byKeys: groupsByKeys,
  presentColumns: () => ['contactCount'],
  // Contacts name their groups without their sizes.
  fetchDeferred: (count, columns, known) => (columns.includes('contactCount') ? groupsByKeys(count, known) : []),
};

/** What a SerwerSMS account is asked; a log-in is no request of its own. */
export const costs: ProviderCosts = { nouns: { contact, group }, writes: writeCosts };
