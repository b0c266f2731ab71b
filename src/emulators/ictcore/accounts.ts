import { accounts, defaultAccount, toAccountRow } from './account-table.js';
import { applyFilters, contains, number, OWNER_AND_DATE, type Query } from './filters.js';
import { CoreException } from './errors.js';
import { installedFor, removeProgram } from './program-table.js';
import { endpointsOf, fieldsOf, type Item, type Resource } from './resource.js';
import type { Context, Endpoint } from './route.js';
import type { State } from './state.js';
import type { Row, Values } from './table.js';

const BLANK: Item = {
  account_id: null,
  username: null,
  passwd: null,
  passwd_pin: null,
  first_name: null,
  last_name: null,
  phone: null,
  email: null,
  address: null,
  settings: [],
  active: 0,
  user_id: null,
};

/** Accounts that are in no table, from the configuration as released and from the code. */
const SPECIAL: Readonly<Record<string, Item>> = {
  '-2': {
    ...BLANK,
    account_id: '-2',
    first_name: 'ICTCore',
    last_name: '',
    phone: '1111111111',
    email: 'no-reply@example.com',
    address: 'PK',
  },
  '-3': {
    ...BLANK,
    account_id: '-3',
    first_name: 'Anonymous',
    last_name: 'User',
    phone: '0000000000',
    email: 'anonymous@unknown.com',
    address: 'Unknown',
  },
};

const CLASSES: readonly string[] = ['did', 'extension', 'eaddress'];

export const accountResource: Resource = {
  path: 'accounts',
  thing: 'Account',
  permission: 'account',
  table: accounts,
  blank: BLANK,
  readOnly: ['account_id', 'type', 'user_id'],
  list: ({ state, query, userId }) => {
    const rows = searchAccounts(state, query);
    const asked = query['account_id'] ?? '';
    if (rows.length > 0 || !(asked === '-1' || Object.hasOwn(SPECIAL, asked))) return rows.map(toAccountRow);
    const { account_id, ...item } = special(asked, state, userId) ?? BLANK;
    const { username, first_name, last_name, phone, email } = item;
    return { [String(account_id)]: { account_id, type: 'account', username, first_name, last_name, phone, email } };
  },
  special,
  toItem: toAccountItem,
  unique: [['type', 'username']],
  saving: (item, context) => ({ settings: settingsText(item['settings']), ...classOf(item, context) }),
  deleted: (row, { state, did }) => {
    // Its programs are deleted first (code).
    for (const program of installedFor(state, row)) removeProgram(state, program, did);
    // Deleted and called a failure (capture 305).
    if (row['type'] === 'extension') throw new CoreException(417, 'Account delete failed');
  },
};

/** `/extensions` and `/dids` list and make accounts of one class. */
const shortcuts: readonly Endpoint[] = (['extension', 'did'] as const).flatMap((type) =>
  endpointsOf({
    ...accountResource,
    path: `${type}s`,
    list: ({ state, query }) =>
      searchAccounts(state, query)
        .filter((row) => row['type'] === type)
        .map(toAccountRow),
    saving: (item, context) => ({
      ...accountResource.saving?.(item, context),
      ...(item['account_id'] === null ? { type } : {}),
    }),
  }).filter(({ pattern }) => pattern === `/${type}s`),
);

export const accountEndpoints: readonly Endpoint[] = [...endpointsOf(accountResource), ...shortcuts];

export function searchAccounts(state: State, query: Query): Row[] {
  return applyFilters(state.rows(accounts).all(), query, {
    ...OWNER_AND_DATE,
    account_id: number('account_id'),
    type: contains('type'),
    username: contains('username'),
    phone: contains('phone'),
    email: contains('email'),
    first_name: contains('first_name'),
    last_name: contains('last_name'),
    passwd: contains('passwd'),
    passwd_pin: contains('passwd_pin'),
  });
}

/** An account as it is sent: its password among the rest, its type not. */
export function toAccountItem(row: Row): Item {
  return { ...fieldsOf(BLANK, row), settings: JSON.parse(row['settings'] ?? '[]') as unknown };
}

export function settingsText(settings: unknown): string {
  const given = typeof settings === 'object' && settings !== null ? settings : [];
  return Object.keys(given).length === 0 ? '[]' : JSON.stringify(given);
}

function special(id: string, state: State, userId: string | null): Item | undefined {
  return id === '-1' ? toAccountItem(defaultAccount(state, userId)) : SPECIAL[id];
}

/** The class is chosen once, when the account is made. */
function classOf(item: Item, { data }: Context): Values {
  if (item['account_id'] !== null) return {};
  const asked = typeof data['type'] === 'string' ? data['type'].trim().toLowerCase() : '';
  return { type: CLASSES.includes(asked) ? asked : 'account' };
}
