import { call, callEach, sharedCall, type Call } from '../../graph/cost/call.js';
import type { Costs, Known } from '../../graph/cost/costs.js';
import { SETTING } from './account-setting.js';
import { fromItems, fromList, itemOrList, listOf, ofAny, usuallyCame, type Came } from './costs-ways.js';

/** What contacts, groups, trunks, accounts and users cost. */
export const peopleCosts: Costs['nouns'] = {
  contact: {
    list: ({ params }) => [
      params['group'] === undefined
        ? listOf('GET /contacts', params, ['email', 'phone'])
        : call('GET /groups/{id}/contacts'),
    ],
    byKeys: (count) => [callEach('GET /contacts/{id}', count)],
    late: (count, columns) =>
      OF_CONTACTS.some((column) => columns.includes(column)) ? [callEach('GET /contacts/{id}', count)] : [],
    // However many are asked for by key, all come as items.
    told: (came) => (came === 'key' ? OF_CONTACTS : []),
    complete: (count, _columns, known) => membership(count, known),
    groupsOf: membership,
  },
  group: {
    list: () => [sharedCall('GET /groups')],
    byKeys: (count) => itemOrList(count, 'GET /groups/{id}', 'GET /groups'),
    late: lateOf({ item: 'GET /groups/{id}', items: ['description'], list: 'GET /groups', lists: ['contactCount'] }),
    told: (came) => (came === 'list' ? ['contactCount'] : []),
  },
  gateway: {
    list: () => [sharedCall('GET /providers')],
    byKeys: (count) => itemOrList(count, 'GET /providers/{id}', 'GET /providers'),
    late: lateOf({
      item: 'GET /providers/{id}',
      items: ['gatewayFlag', 'port', 'username', 'dialString', 'prefix', 'settings', 'register', 'weight', 'active'],
    }),
  },
  account: {
    list: () => [sharedCall('GET /accounts')],
    byKeys: (count) => itemOrList(count, 'GET /accounts/{id}', 'GET /accounts'),
    late: (count, columns) => lateOfAccounts(count, columns, usuallyCame(count)),
    told: (came) => (came === 'list' ? ['type', 'ownerKey'] : []),
  },
  user: {
    list: ({ params }) => [listOf('GET /users', params, ['username', 'email', 'phone'])],
    byKeys: (count) => [
      { operation: 'GET /users', times: ofAny(count), ...(count < 2 ? {} : { shared: true }) },
      // For a role that may read users and not list them.
      callEach('GET /users/{id}', { expected: 0, worst: count }),
    ],
    // By key, too, users are rows of the list.
    late: (count, columns) => [
      ...lateOf({
        item: 'GET /users/{id}',
        items: ['address', 'company', 'countryId', 'timezoneId', 'active'],
        list: 'GET /users',
        lists: ['username'],
        came: 'list',
      })(count, columns),
      ...(columns.includes('roles') ? [callEach('GET /users/{id}/roles', count)] : []),
      ...(columns.includes('permissions') ? [callEach('GET /users/{id}/permissions', count)] : []),
    ],
    told: () => ['username'],
  },
};

interface Tellers {
  /** Tells these columns of one thing. */
  readonly item: string;
  readonly items: readonly string[];
  /** Tells those of all. */
  readonly list?: string;
  readonly lists?: readonly string[];
  readonly came?: Came;
}

/** Late columns of a noun, by who tells them. */
function lateOf({ item, items, list, lists = [], came }: Tellers) {
  return (count: number, columns: readonly string[]): readonly Call[] => {
    const rows = came ?? usuallyCame(count);
    const asks = (told: readonly string[]): boolean => told.some((column) => columns.includes(column));
    return [
      ...(asks(items) ? [fromItems(item, count, rows)] : []),
      ...(list !== undefined && asks(lists) ? [fromList(list, count, rows)] : []),
    ];
  };
}

function lateOfAccounts(count: number, columns: readonly string[], came: Came): readonly Call[] {
  const settings = columns.filter((column) => column.startsWith(SETTING)).length;
  const isThin = came === 'list' && ['address', 'active'].some((column) => columns.includes(column));
  const mayBeThin = ['address', 'active', 'ownerKey'].some((column) => columns.includes(column));
  return [
    ...(columns.includes('type') ? [fromList('GET /accounts', count, came)] : []),
    ...(settings > 0 ? [callEach('GET /accounts/{id}/settings/{name}', count * settings)] : []),
    // What a setting is that is there only the item tells, which is read once for all that it tells.
    callEach('GET /accounts/{id}', {
      expected: isThin || settings > 0 ? count : 0,
      worst: settings > 0 || mayBeThin ? count : 0,
    }),
  ];
}

const OF_CONTACTS = ['address', 'custom1', 'custom2', 'custom3', 'description'];

/** The groups, and who is in each, once for all contacts: groups that are empty are not asked. */
function membership(count: number, { rows }: Known): readonly Call[] {
  return [
    { operation: 'GET /groups', times: ofAny(count), shared: true },
    { operation: 'GET /groups/{id}/contacts', times: ofAny(count) * rows('group'), shared: true },
  ];
}
