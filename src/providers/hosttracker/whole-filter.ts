import { complain, invalid } from '../../graph/target.js';
import { conditionsOf } from '../../query/filter.js';
import { plan } from '../../query/plan.js';
import { predicate } from '../../query/residual.js';
import { wrong } from './edit.js';
import type { ContactsQuery } from './endpoints.js';
import { contactFilter, OURS, type HostTrackerContactFilter } from './filter.js';
import { pushdown } from './pushdown.js';
import { toQuery } from './query.js';
import type { HostTrackerContactRow } from './types.js';

/** A filter that HostTracker takes whole. */
export interface WholeFilter {
  /** Null: nothing can match, so that nothing is sent. */
  readonly query: ContactsQuery | null;
  /** Whether a row matches as we understand the filter. */
  readonly matches: (row: HostTrackerContactRow) => boolean;
}

const ANYTHING = 'This filter matches every contact of the account; give at least one condition.';

/**
 * Translates a filter by which contacts are written. What HostTracker can't hold by itself is Invalid: left out it
 * would match more, and rows that are written can't be dropped afterwards.
 */
export function toWholeFilter(input: HostTrackerContactFilter): WholeFilter {
  const filter = contactFilter.toFilter(input);
  const conditions = conditionsOf(filter);
  if (conditions.some(({ path }) => path === OURS)) throw invalid(ANYTHING, ['filter']);
  const planned = plan({ filter, order: undefined, tests: contactFilter.tests }, pushdown);
  const left = conditionsOf(planned.residual).filter(({ name }) => !planned.pushedDown.includes(name));
  if (!planned.impossible) {
    complain(left.map(({ name }) => wrong(['filter', name.replace(/^hostTracker\./, '')], untaken(name))));
    if (Object.keys(planned.params).length === 0) throw invalid(ANYTHING, ['filter']);
  }
  return {
    query: planned.impossible ? null : toQuery(planned.params),
    matches: predicate(filter, contactFilter.tests),
  };
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
