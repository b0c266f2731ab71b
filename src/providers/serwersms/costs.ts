import { call, callEach, rangeOf, type Call } from '../../graph/cost/call.js';
import type { Costs, Known, ListCost, NounCosts } from '../../graph/cost/costs.js';
import { FEW } from './contact.js';
import { pagesOf, perhaps, wholeList } from './costs-pages.js';
import { writes } from './costs-writes.js';
import { endpoints } from './endpoints.js';
import { FEW_NUMBERS } from './membership.js';

const { listContacts, viewContact, checkGroups, listGroups, viewGroup } = endpoints;

function listOf({ name }: { readonly name: string }, { params, rows }: ListCost): readonly Call[] {
  return [Object.keys(params).length === 0 ? wholeList(name, rows) : call(name, pagesOf(rows))];
}

/** Groups of contacts that were read by key: by their numbers, which are taken to be whole and each another. */
function groupsOf(count: number, known: Known): readonly Call[] {
  if (count === 0) return [];
  const list = wholeList(listContacts.name, known.rows('contact'));
  // Many contacts may share a few numbers.
  if (count > FEW_NUMBERS) return [list, call(checkGroups.name, perhaps(FEW_NUMBERS))];
  // A number that is no whole one can't be asked about.
  return [callEach(checkGroups.name, count), unlikely(list)];
}

function unlikely(cost: Call): Call {
  return { ...cost, times: perhaps(rangeOf(cost.times).worst) };
}

const contact: NounCosts = {
  list: (list) => listOf(listContacts, list),
  byKeys: (count, known) => {
    if (count === 0) return [];
    if (count <= FEW) return [callEach(viewContact.name, count)];
    // Keys that can't be ids of theirs are not sent, so that of many there may be a few.
    return [wholeList(listContacts.name, known.rows('contact')), call(viewContact.name, perhaps(FEW))];
  },
  told: (came) => (came === 'list' ? ['groups'] : []),
  groupsOf,
  // List rows know their groups: only those that came by key are looked up.
  complete: (count, _columns, known) => groupsOf(count, known).map(unlikely),
};

function groupsByKeys(count: number, known: Known): readonly Call[] {
  if (count === 0) return [];
  if (count === 1) return [call(viewGroup.name)];
  return [wholeList(listGroups.name, known.rows('group')), call(viewGroup.name, perhaps(1))];
}

const group: NounCosts = {
  list: (list) => listOf(listGroups, list),
  byKeys: groupsByKeys,
  told: () => ['contactCount'],
  // Contacts name their groups without their sizes.
  late: (count, columns, known) => (columns.includes('contactCount') ? groupsByKeys(count, known) : []),
};

/** What a SerwerSMS account is asked; a log-in is no request of its own. */
export const costs: Costs = { nouns: { contact, group }, writes };
