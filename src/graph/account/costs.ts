import { linkedItemCost, payloadCosts, rootListCost } from '../cost/field-kinds.js';
import type { FieldCosts } from '../ports/field-costs.js';
import { accountListQuery } from './list-query.js';

/** What fields of accounts cost. */
export const accountFieldCosts: FieldCosts = {
  'Query.accounts': rootListCost(() => accountListQuery()),
  'Account.owner': linkedItemCost('user', { of: 'account', column: 'ownerKey' }),
  'Account.setting': {
    deferred: { noun: 'account', columns: (args) => [`setting:${String(args.get('name'))}`] },
  },
  ...payloadCosts({ Account: 'account' }),
};
