import { matchAll } from '../../query/filter.js';
import type { ListQuery } from '../lists/list.js';
import type { Account } from './types.js';

/** All accounts. */
export function accountListQuery(): ListQuery<Account> {
  return { noun: 'account', filter: matchAll, localise: () => matchAll, tests: {}, sorting: undefined };
}
