import { matchAll } from '../../query/filter.js';
import type { ListQuery } from '../list.js';
import type { Account } from './account.js';

/** All accounts. */
export function accountListQuery(): ListQuery<Account> {
  return { noun: 'account', filter: matchAll, localise: () => matchAll, tests: {}, sorting: undefined };
}
