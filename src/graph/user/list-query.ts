import type { Filter } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';
import { emailConditions, emailTestsOf, textConditions, textTestsOf } from '../values/text-filter.js';
import type { User, UserFilter } from './types.js';
import type { ListQuery } from '../ports/list-query.js';

const nonEmpty = (text: string | null | undefined): readonly string[] => (text ? [text] : []);

const tests: RowTests<User> = {
  ...textTestsOf<User>('username', ({ username }) => nonEmpty(username)),
  ...emailTestsOf<User>('email', ({ email }) => nonEmpty(email)),
  ...textTestsOf<User>('phone', ({ phone }) => nonEmpty(phone)),
};

/** Users that match. */
export function userListQuery(filter: UserFilter | null | undefined): ListQuery<User> {
  const parts = [
    ...textConditions('username', filter?.username),
    ...emailConditions('email', filter?.email),
    ...textConditions('phone', filter?.phone),
  ];
  const asked: Filter = { is: 'all', of: parts };
  return { noun: 'user', filter: asked, localise: () => asked, tests, sorting: undefined };
}
