import type { ListQuery } from '../list.js';
import { nameTests, textConditions } from '../text.js';
import type { Group, GroupFilter } from './group.js';

const tests = nameTests<Group>();

/** Groups that match. */
export function groupListQuery(filter: GroupFilter | null | undefined): ListQuery<Group> {
  const where = { is: 'all', of: textConditions('name', filter?.name) } as const;
  return { noun: 'group', filter: where, localise: () => where, tests, sorting: undefined };
}
