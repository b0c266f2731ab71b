import type { Question } from '../list.js';
import { nameTests, textConditions } from '../text.js';
import type { Group, GroupFilter } from './group.js';

const tests = nameTests<Group>();

/** Groups that match. */
export function groupQuestion(filter: GroupFilter | null | undefined): Question<Group> {
  const asked = { is: 'all', of: textConditions('name', filter?.name) } as const;
  return { noun: 'group', filter: asked, localise: () => asked, tests, sorting: undefined };
}
