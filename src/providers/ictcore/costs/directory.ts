import { contactCosts } from '../contact/costs.js';
import { callPerItem, sharedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import type { ProviderCosts } from '../../../graph/ports/costs.js';
import { SETTING_PREFIX } from '../account/setting.js';
import {
  itemColumnCalls,
  listColumnCall,
  itemOrListCalls,
  listCall,
  atMostOne,
  likelyOrigin,
  type RowOrigin,
} from '../../../graph/ports/cost-formulas.js';

const TRUNK_ITEM_COLUMNS = [
  'gatewayFlag',
  'port',
  'username',
  'dialString',
  'prefix',
  'settings',
  'register',
  'weight',
  'active',
];

/** What contacts, groups, trunks, accounts and users cost. */
export const directoryCosts: ProviderCosts['nouns'] = {
  contact: contactCosts,
  group: {
    list: () => [sharedCall('GET /groups')],
    byKeys: (count) => itemOrListCalls(count, 'GET /groups/{id}', 'GET /groups'),
    deferred: ['description', 'contactCount'],
    fetchDeferred: deferredCost({
      item: 'GET /groups/{id}',
      itemColumns: ['description'],
      list: 'GET /groups',
      listColumns: ['contactCount'],
    }),
    presentColumns: (came) => (came === 'list' ? ['contactCount'] : []),
  },
  gateway: {
    list: () => [sharedCall('GET /providers')],
    byKeys: (count) => itemOrListCalls(count, 'GET /providers/{id}', 'GET /providers'),
    deferred: TRUNK_ITEM_COLUMNS,
    fetchDeferred: deferredCost({ item: 'GET /providers/{id}', itemColumns: TRUNK_ITEM_COLUMNS }),
  },
  account: {
    list: () => [sharedCall('GET /accounts')],
    byKeys: (count) => itemOrListCalls(count, 'GET /accounts/{id}', 'GET /accounts'),
    deferred: ['type', 'address', 'active'],
    fetchDeferred: (count, columns) => deferredAccountCost(count, columns, likelyOrigin(count)),
    presentColumns: (came) => (came === 'list' ? ['type', 'ownerKey'] : []),
  },
  user: {
    list: ({ params }) => [listCall('GET /users', params, ['username', 'email', 'phone'])],
    byKeys: (count) => [
      { operation: 'GET /users', times: atMostOne(count), ...(count < 2 ? {} : { shared: true }) },
      // For a role that may read users and not list them.
      callPerItem('GET /users/{id}', { expected: 0, worst: count }),
    ],
    deferred: ['username', 'address', 'company', 'countryId', 'timezoneId', 'active', 'roles', 'permissions'],
    // By key, too, users are rows of the list.
    fetchDeferred: (count, columns) => [
      ...deferredCost({
        item: 'GET /users/{id}',
        itemColumns: ['address', 'company', 'countryId', 'timezoneId', 'active'],
        list: 'GET /users',
        listColumns: ['username'],
        origin: 'list',
      })(count, columns),
      ...(columns.includes('roles') ? [callPerItem('GET /users/{id}/roles', count)] : []),
      ...(columns.includes('permissions') ? [callPerItem('GET /users/{id}/permissions', count)] : []),
    ],
    presentColumns: () => ['username'],
  },
};

interface DeferredSources {
  /** Tells these columns of one thing. */
  readonly item: string;
  readonly itemColumns: readonly string[];
  /** Tells those of all. */
  readonly list?: string;
  readonly listColumns?: readonly string[];
  readonly origin?: RowOrigin;
}

/** Late columns of a noun, by who tells them. */
function deferredCost({ item, itemColumns, list, listColumns = [], origin }: DeferredSources) {
  return (count: number, columns: readonly string[]): readonly PlannedCall[] => {
    const rowOrigin = origin ?? likelyOrigin(count);
    const isSelected = (readableColumns: readonly string[]): boolean =>
      readableColumns.some((column) => columns.includes(column));
    return [
      ...(isSelected(itemColumns) ? [itemColumnCalls(item, count, rowOrigin)] : []),
      ...(list !== undefined && isSelected(listColumns) ? [listColumnCall(list, count, rowOrigin)] : []),
    ];
  };
}

function deferredAccountCost(count: number, columns: readonly string[], origin: RowOrigin): readonly PlannedCall[] {
  const settings = columns.filter((column) => column.startsWith(SETTING_PREFIX)).length;
  const lacksItemColumns = origin === 'list' && ['address', 'active'].some((column) => columns.includes(column));
  const mayLackItemColumns = ['address', 'active', 'ownerKey'].some((column) => columns.includes(column));
  return [
    ...(columns.includes('type') ? [listColumnCall('GET /accounts', count, origin)] : []),
    ...(settings > 0 ? [callPerItem('GET /accounts/{id}/settings/{name}', count * settings)] : []),
    // What a setting is that is there only the item tells, which is read once for all that it tells.
    callPerItem('GET /accounts/{id}', {
      expected: lacksItemColumns || settings > 0 ? count : 0,
      worst: settings > 0 || mayLackItemColumns ? count : 0,
    }),
  ];
}
