import { throwIfInvalid, invalidInput } from '../../../graph/mutations/target.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { conditionsOf } from '../../../query/filter.js';
import { createListPlan } from '../../../query/plan.js';
import { compileFilter } from '../../../query/residual.js';
import type { ContactsQuery } from '../contact/endpoints.js';
import { contactFilter, ANY_HOSTTRACKER_CONTACT, type HostTrackerContactFilter } from '../contact/filter.js';
import { toContactsQuery, writePushdown } from '../contact/pushdown.js';
import type { HostTrackerContactRow } from '../contact/types.js';

/** A filter that one query of HostTracker holds completely. */
export interface WriteFilter {
  /** Null: no contact can match, so nothing is sent. */
  readonly query: ContactsQuery | null;
  /** Whether a row matches the filter of the graph. */
  readonly matches: (row: HostTrackerContactRow) => boolean;
}

/** A filter by which contacts are read and tested, and then written by their ids. */
export interface ReadFilter extends WriteFilter {
  /** Whether the query holds the whole filter. Otherwise it finds a superset, or all contacts. */
  readonly isFullyPushedDown: boolean;
}

const MATCHES_EVERY_CONTACT = 'This filter matches every contact of the account; give at least one condition.';

/**
 * Translates a filter by which contacts are written. A condition that HostTracker can't hold is an input error: without
 * it the write would reach more contacts, and a write can't be undone by testing rows afterwards.
 */
export function toWriteFilter(input: HostTrackerContactFilter): WriteFilter {
  const { query, matches, residual } = translateFilter(input);
  throwIfInvalid(
    residual.map((name) => inputError(['filter', name.replace(/^hostTracker\./, '')], unsupportedMessage(name))),
  );
  return { query, matches };
}

/** Translates a filter by which contacts are read, as far as HostTracker can hold it. */
export function toReadFilter(input: HostTrackerContactFilter): ReadFilter {
  const { query, matches, residual } = translateFilter(input);
  return { query, matches, isFullyPushedDown: residual.length === 0 };
}

/** `residual` are the conditions that HostTracker does not hold. A filter that matches every contact is an input error. */
function translateFilter(input: HostTrackerContactFilter): WriteFilter & { readonly residual: readonly string[] } {
  const filter = contactFilter.toFilter(input);
  if (conditionsOf(filter).some(({ path }) => path === ANY_HOSTTRACKER_CONTACT))
    throw invalidInput(MATCHES_EVERY_CONTACT, ['filter']);
  const listPlan = createListPlan({ filter, order: undefined, tests: contactFilter.tests }, writePushdown);
  const matches = compileFilter(filter, contactFilter.tests);
  if (listPlan.isImpossible) return { query: null, matches, residual: [] };
  const residual = conditionsOf(listPlan.residual).filter(({ name }) => !listPlan.pushedDown.includes(name));
  if (residual.length === 0 && Object.keys(listPlan.params).length === 0)
    throw invalidInput(MATCHES_EVERY_CONTACT, ['filter']);
  return { query: toContactsQuery(listPlan.params), matches, residual: residual.map(({ name }) => name) };
}

function unsupportedMessage(name: string): string {
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
