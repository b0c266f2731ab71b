import { matchAll } from '../../query/filter.js';
import type { Account } from './types.js';
import type { ListQuery } from '../ports/list-query.js';

/** All accounts. */
export function accountListQuery(): ListQuery<Account> {
  return { noun: 'account', filter: matchAll, localise: () => matchAll, tests: {}, sorting: undefined };
}
