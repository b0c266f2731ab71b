import { accountResource, settingsText } from './accounts.js';
import { accounts } from './account-table.js';
import { CoreException } from './errors.js';
import { makeProgram } from './program-making.js';
import { installedFor, programs, removeProgram } from './program-table.js';
import { load, type Item } from './resource.js';
import { value, type Context, type Endpoint } from './route.js';
import { toInteger, type Row } from './table.js';

/** What else can be done with an account. All of it asks for the right to change accounts, which every user has. */
export const accountActions: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: '/accounts/:id/provisioning',
    access: ['account_read'],
    answer: (context) => {
      const account = find(context);
      const { username, passwd, phone } = account;
      const dialplan = { agent_login: `*${typeof phone === 'string' ? phone : ''}`, voicemail: '*78' };
      const server = { host: 'localhost', port: '5060', wss: '7443' };
      return value({ username, password: passwd, callerid: phone, ...server, dialplan, account });
    },
  },
  {
    method: 'PUT',
    pattern: '/accounts/:id/settings/:name',
    access: ['account_update'],
    answer: (context) => {
      const account = find(context);
      const { data, body, params } = context;
      const raw = Object.keys(data).length === 0 && !body.trim().startsWith('{') ? body : '';
      const given = data['value'] ?? data['data'] ?? (raw === '' ? undefined : raw);
      if (given === undefined) {
        throw new CoreException(417, 'Account setting update failed! no value or data parameter set');
      }
      writeSettings(context, account, { ...settingsOf(account), [params['name'] ?? '']: given });
      return value(true);
    },
  },
  {
    method: 'GET',
    pattern: '/accounts/:id/settings/:name',
    access: ['account_read'],
    // That it is there, not what it is (research notes).
    answer: (context) => {
      if (!Object.hasOwn(settingsOf(find(context)), context.params['name'] ?? '')) {
        throw new CoreException(404, 'Setting not found');
      }
      return value(true);
    },
  },
  {
    method: 'DELETE',
    pattern: '/accounts/:id/settings/:name',
    access: ['account_update'],
    answer: (context) => {
      const account = find(context);
      const rest = Object.entries(settingsOf(account)).filter(([name]) => name !== context.params['name']);
      writeSettings(context, account, Object.fromEntries(rest));
      return value(true);
    },
  },
  {
    method: 'PUT',
    pattern: '/accounts/:id/programs/:program',
    access: ['account_update'],
    answer: (context) => {
      const { state, params, did } = context;
      const account = find(context);
      const program = params['program'] ?? '';
      did(`account.program ${String(account['account_id'])} ${program}`);
      if (!/^\d+$/.test(program)) {
        return value(makeProgram(context, program, { account_id: account['account_id'] }));
      }
      const row = state.rows(programs).find(toInteger(program));
      if (!row) throw new CoreException(404, 'Program not found');
      // It is deployed once more and nothing is moved (finding `subscribe-doubles-sends`).
      state.rows(programs).update(row, { deployments: Number(row['deployments']) + 1 });
      return value(row['program_id']);
    },
  },
  ...['/accounts/:id/programs/:program', '/accounts/:id/programs'].map((pattern): Endpoint => ({
    method: 'DELETE',
    pattern,
    access: ['account_update'],
    answer: removePrograms,
  })),
  {
    method: 'PUT',
    pattern: '/accounts/:id/users/:user',
    access: ['account_update'],
    answer: (context) => give(context, toInteger(context.params['user'] ?? '')),
  },
  {
    method: 'DELETE',
    pattern: '/accounts/:id/users',
    access: ['account_update'],
    answer: (context) => give(context, undefined),
  },
];

function find({ state, params, userId }: Context): Item {
  return load(accountResource, state, params['id'], userId);
}

function rowOf({ state }: Context, account: Item): Row | undefined {
  return state.rows(accounts).find(toInteger(String(account['account_id'])));
}

function settingsOf({ settings }: Item): Readonly<Record<string, unknown>> {
  return typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? { ...settings } : {};
}

function writeSettings(context: Context, account: Item, settings: object): void {
  const row = rowOf(context, account);
  if (row) context.state.rows(accounts).update(row, { settings: settingsText(settings) });
  context.did(`account.update ${String(account['account_id'])}`);
}

/** The programs that were installed for this account: all of them, or those of an id, a name or a type. */
function removePrograms(context: Context): ReturnType<typeof value> {
  const { state, params, did } = context;
  const asked = (params['program'] ?? 'all').toLowerCase();
  for (const row of installedFor(state, rowOf(context, find(context)) ?? {})) {
    if (asked !== 'all' && ![row['program_id'], row['name']?.toLowerCase(), row['type']].includes(asked)) continue;
    removeProgram(state, row, did);
  }
  return value(true);
}

/** Hands the account to a user, whom nobody looks for (capture 299), or to none. */
function give(context: Context, user: number | undefined): ReturnType<typeof value> {
  const account = find(context);
  const row = rowOf(context, account);
  // Its programs go with its owner, whoever comes after (finding `owner-change-deletes-programs`).
  for (const program of row ? installedFor(context.state, row) : []) removeProgram(context.state, program, context.did);
  // An active extension loses its owner before anything else, and then its new one is not found (captures 283, 284).
  const lost = row?.['type'] === 'extension' && row['active'] === '1';
  if (row) row['user_id'] = user === undefined || lost ? null : String(user);
  context.did(`account.update ${String(account['account_id'])}`);
  if (lost) throw new CoreException(404, 'User not found');
  return value(true);
}
