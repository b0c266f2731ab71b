import { nestedListCost, payloadCosts, rootListCost } from '../cost/field-kinds.js';
import { itemsByIds } from '../cost/named-items.js';
import type { FieldCost, FieldCosts, PlannedRows } from '../ports/field-costs.js';
import type { ContactFilter } from './filter-input.js';
import type { ContactOrder } from './types.js';
import { sortedContactListQuery } from './list-query.js';

/** Groups of the contacts of a page, asked for all of them at once. */
const contactGroupsCost: FieldCost = {
  plan: ({ rows, addCalls, sizes }) =>
    rows.flatMap(({ upstream, count, batches, loadedBy }): PlannedRows[] => {
      const { groupsOf, presentColumns } = upstream.costs.nouns.contact ?? {};
      if (!upstream.backends.contact?.groupsOf) return [];
      const expected = presentColumns?.(loadedBy).includes('groups') ? 0 : count.expected;
      if (groupsOf)
        addCalls(upstream, { calls: groupsOf, count: { ...count, expected }, batches, perRow: batches.worst > 1 });
      const groups = sizes.rows(upstream.name, 'group');
      // What is asked of a group is asked once, however many of the contacts are in it.
      const inAll = {
        expected: Math.min(count.expected, groups.expected),
        worst: Math.min(count.worst, batches.worst) * groups.worst,
      };
      return [{ upstream, noun: 'group', count: inAll, batches, loadedBy: 'list' }];
    }),
};

/** What fields of contacts cost. The schema has checked what a client gave: a filter is the filter of its field. */
export const contactFieldCosts: FieldCosts = {
  'Query.contact': itemsByIds('id', { noun: 'contact' }),
  'Query.contacts': rootListCost((args, { context }) =>
    sortedContactListQuery(
      { filter: args.get('filter') as ContactFilter | null, orderBy: args.get('orderBy') as ContactOrder },
      context,
    ),
  ),
  'Contact.groups': contactGroupsCost,
  'Group.contacts': nestedListCost('groupId', 'group', (args, { context }, extraFilter) =>
    sortedContactListQuery(
      { filter: args.get('filter') as ContactFilter | null, ...(extraFilter ? { extraFilter } : {}) },
      context,
    ),
  ),
  ...payloadCosts({ Contact: 'contact' }),
};
