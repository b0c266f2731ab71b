import type { Filter } from '../../query/filter.js';
import type { Tests } from '../../query/residual.js';
import type { Question } from '../list.js';
import { emailConditions, emailTestsOf, textConditions, textTestsOf } from '../text.js';
import type { User, UserFilter } from './user.js';

const present = (text: string | null | undefined): readonly string[] => (text ? [text] : []);

const tests: Tests<User> = {
  ...textTestsOf<User>('username', ({ username }) => present(username)),
  ...emailTestsOf<User>('email', ({ email }) => present(email)),
  ...textTestsOf<User>('phone', ({ phone }) => present(phone)),
};

/** Users that match. */
export function userQuestion(filter: UserFilter | null | undefined): Question<User> {
  const parts = [
    ...textConditions('username', filter?.username),
    ...emailConditions('email', filter?.email),
    ...textConditions('phone', filter?.phone),
  ];
  const asked: Filter = { is: 'all', of: parts };
  return { noun: 'user', filter: asked, localise: () => asked, tests, sorting: undefined };
}
