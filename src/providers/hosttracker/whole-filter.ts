import { complain, invalid } from '../../graph/target.js';
import { conditionsOf } from '../../query/filter.js';
import { plan } from '../../query/plan.js';
import { predicate } from '../../query/residual.js';
import { wrong } from './edit.js';
import type { ContactsQuery } from './endpoints.js';
import { contactFilter, OURS, type HostTrackerContactFilter } from './filter.js';
import { writePushdown } from './pushdown.js';
import { toQuery } from './query.js';
import type { HostTrackerContactRow } from './types.js';

/** A filter that HostTracker takes whole. */
export interface WholeFilter {
  /** Null: nothing can match, so that nothing is sent. */
  readonly query: ContactsQuery | null;
  /** Whether a row matches as we understand the filter. */
  readonly matches: (row: HostTrackerContactRow) => boolean;
}

/** A filter by which contacts are read, tested and then written by their ids. */
export interface ReadFilter extends WholeFilter {
  /** Whether HostTracker holds all of it; else its query gives more, or everything. */
  readonly isHeld: boolean;
}

const ANYTHING = 'This filter matches every contact of the account; give at least one condition.';

/**
 * Translates a filter by which contacts are written. What HostTracker can't hold by itself is Invalid: left out it
 * would match more, and rows that are written can't be dropped afterwards.
 */
export function toWholeFilter(input: HostTrackerContactFilter): WholeFilter {
  const { query, matches, left } = translate(input);
  complain(left.map((name) => wrong(['filter', name.replace(/^hostTracker\./, '')], untaken(name))));
  return { query, matches };
}

/** Translates a filter as far as HostTracker can hold it. */
export function toReadFilter(input: HostTrackerContactFilter): ReadFilter {
  const { query, matches, left } = translate(input);
  return { query, matches, isHeld: left.length === 0 };
}

/** `left`: conditions that HostTracker does not take. Invalid where the filter lets every contact through. */
function translate(input: HostTrackerContactFilter): WholeFilter & { readonly left: readonly string[] } {
  const filter = contactFilter.toFilter(input);
  if (conditionsOf(filter).some(({ path }) => path === OURS)) throw invalid(ANYTHING, ['filter']);
  const planned = plan({ filter, order: undefined, tests: contactFilter.tests }, writePushdown);
  const matches = predicate(filter, contactFilter.tests);
  if (planned.impossible) return { query: null, matches, left: [] };
  const left = conditionsOf(planned.residual).filter(({ name }) => !planned.pushedDown.includes(name));
  if (left.length === 0 && Object.keys(planned.params).length === 0) throw invalid(ANYTHING, ['filter']);
  return { query: toQuery(planned.params), matches, left: left.map(({ name }) => name) };
}

function untaken(name: string): string {
  switch (name) {
    case 'hostTracker.acceptsBillingNotifications':
      return 'HostTracker does not say which contacts do not accept billing notifications; take those ids from `contacts` and give them as `upstreamIds`.';
    case 'hostTracker.contactTypes':
    case 'hostTracker.excludeContactTypes':
      return 'HostTracker takes one kind of contact, or all but one; write kind by kind.';
    default:
      return 'HostTracker can’t take this beside the rest, or it is too long or holds characters that may mean something else to it; take ids from `contacts` and give them as `upstreamIds`.';
  }
}
