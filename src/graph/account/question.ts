import { everything } from '../../query/filter.js';
import type { Question } from '../list.js';
import type { Account } from './account.js';

/** All accounts. */
export function accountQuestion(): Question<Account> {
  return { noun: 'account', filter: everything, localise: () => everything, tests: {}, sorting: undefined };
}
