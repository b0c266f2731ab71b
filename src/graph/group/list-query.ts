import { nameTests, textConditions } from '../values/text-filter.js';
import type { Group, GroupFilter } from './types.js';
import type { ListQuery } from '../ports/list-query.js';

const tests = nameTests<Group>();

/** Groups that match. */
export function groupListQuery(filter: GroupFilter | null | undefined): ListQuery<Group> {
  const where = { is: 'all', of: textConditions('name', filter?.name) } as const;
  return { noun: 'group', filter: where, localise: () => where, tests, sorting: undefined };
}
