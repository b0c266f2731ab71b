import { accounts, defaultAccount, toAccountRow } from './account-table.js';
import { accountResource } from './accounts.js';
import { contactResource, contacts, toListRow } from './contacts.js';
import { CoreException } from './errors.js';
import { applyFilters, bitmask, contains, containsEither, number, OWNER_AND_DATE, type Query } from './filters.js';
import { PROGRAM_TYPES, programs } from './program-table.js';
import { programResource } from './programs.js';
import { fieldsOf, isEmpty, load, type Item, type Resource } from './resource.js';
import type { Context } from './route.js';
import { cancelTasks } from './schedules.js';
import { RETRY_DELAY, trySending } from './sending.js';
import type { State } from './state.js';
import { toInteger, type Row } from './table.js';
import { transmissions } from './transmission-table.js';
import { users } from './users.js';

const BLANK: Item = {
  transmission_id: null,
  title: null,
  service_flag: null,
  program_id: null,
  origin: null,
  direction: null,
  response: null,
  try_allowed: 1,
  last_run: null,
  is_deleted: 0,
  campaign_id: null,
  user_id: null,
  oAccount: null,
  oContact: null,
  oSpool: null,
  aResult: [],
};
/** Once here, only `pending_retry` leads on. */
const FINAL: readonly string[] = ['completed', 'failed', 'invalid'];
const LONGEST_LIST = 5_000;

export const transmissionResource: Resource = {
  path: 'transmissions',
  thing: 'Transmission',
  permission: 'transmission',
  table: transmissions,
  blank: BLANK,
  readOnly: [
    ...['user_id', 'try_done', 'last_run', 'is_deleted', 'oAccount', 'oContact', 'oSpool', 'aResult'],
    // These have setters, and are not shown.
    ...['status', 'account_id', 'contact_id', 'phone', 'email'],
  ],
  list: ({ state, query }) =>
    searchTransmissions(state, query)
      .slice(0, LONGEST_LIST)
      .map((row) => toFullRow(state, row)),
  toItem: (row, state) => ({
    ...fieldsOf(BLANK, row),
    // What it names and what is gone is a 404 of that thing: whoever loads the transmission meets it.
    oAccount: load(accountResource, state, row['account_id'] ?? '0'),
    oContact: load(contactResource, state, row['contact_id'] ?? '0'),
    aResult: [],
  }),
  creating: (item, data, { state, userId }) => {
    if (isEmpty(data['program_id'])) throw new CoreException(412, 'program_id is missing');
    if (['contact_id', 'phone', 'email'].every((field) => isEmpty(data[field]))) {
      throw new CoreException(412, 'contact is missing');
    }
    load(programResource, state, textOf(data['program_id']));
    const program = state.rows(programs).find(toInteger(textOf(data['program_id'])));
    const account = isEmpty(data['account_id'])
      ? defaultAccount(state, userId)
      : load(accountResource, state, textOf(data['account_id']), userId);
    if (!isEmpty(data['contact_id'])) load(contactResource, state, textOf(data['contact_id']));
    item['title'] = program?.['name'];
    item['origin'] = program?.['type'];
    item['service_flag'] = PROGRAM_TYPES[program?.['type'] ?? '']?.service ?? 1;
    item['direction'] = 'outbound';
    item['oAccount'] = account;
  },
  saving: (item, context) => {
    const { state, data, userId } = context;
    const row = state.rows(transmissions).find(toInteger(textOf(item['transmission_id'])));
    const account = linked(data, 'account_id', (id) => load(accountResource, state, id, userId)) ?? item['oAccount'];
    const contact =
      linked(data, 'contact_id', (id) => load(contactResource, state, id)) ?? newContact(context) ?? item['oContact'];
    item['oAccount'] = account;
    item['oContact'] = contact;
    if (row && data['status'] === 'failed') retryLater(state, row);
    return {
      account_id: isItem(account) ? account['account_id'] : null,
      contact_id: isItem(contact) ? contact['contact_id'] : null,
      status: nextStatus(row?.['status'] ?? 'pending', data['status']),
    };
  },
  deleted: (row, { state }) => {
    cancelTasks(state, 'transmission', row['transmission_id']);
  },
};

/** The rows that the filters leave, joined with their accounts, contacts and owners. */
export function searchTransmissions(state: State, query: Query): Row[] {
  const joined = state
    .rows(transmissions)
    .all()
    .map((row): Row => {
      const account = state.rows(accounts).find(toInteger(row['account_id'] ?? ''));
      const contact = state.rows(contacts).find(toInteger(row['contact_id'] ?? ''));
      return {
        ...row,
        account_phone: account?.['phone'] ?? null,
        account_email: account?.['email'] ?? null,
        contact_phone: contact?.['phone'] ?? null,
        contact_email: contact?.['email'] ?? null,
        username: state.rows(users).find(toInteger(row['user_id'] ?? ''))?.['username'] ?? null,
      };
    });
  const exact = ['transmission_id', 'program_id', 'account_id', 'contact_id', 'campaign_id', 'is_deleted'];
  const partly = ['title', 'origin', 'direction', 'status', 'response'];
  const joinedOnly = ['account_email', 'account_phone', 'contact_email', 'contact_phone'];
  return applyFilters(joined, query, {
    ...OWNER_AND_DATE,
    ...Object.fromEntries(exact.map((field) => [field, number(field)])),
    ...Object.fromEntries([...partly, ...joinedOnly].map((field) => [field, contains(field)])),
    email: containsEither('account_email', 'contact_email'),
    phone: containsEither('account_phone', 'contact_phone'),
    service_flag: bitmask('service_flag'),
  });
}

/** A row of `/programs/{id}/transmissions`. */
export function toBareRow(row: Row): Item {
  const { transmission_id, account_id, account_phone, account_email, user_id, username } = row;
  const { contact_id, contact_phone, contact_email, status, response, direction, last_run } = row;
  return {
    ...{ transmission_id, account_id, account_phone, account_email, user_id, username },
    ...{ contact_id, contact_phone, contact_email, status, response, direction, last_run },
  };
}

export function toFullRow(state: State, row: Row): Item {
  const account = state.rows(accounts).find(toInteger(row['account_id'] ?? ''));
  const contact = state.rows(contacts).find(toInteger(row['contact_id'] ?? ''));
  return {
    ...toBareRow(row),
    account: account ? toAccountRow(account) : null,
    contact: contact ? toListRow(contact) : null,
  };
}

export function nextStatus(status: string, wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted === '') return status;
  return FINAL.includes(status) && wanted !== 'pending_retry' ? status : wanted;
}

/** One that is said to have failed, and may be tried again, is sent by itself (code). */
function retryLater(state: State, row: Row): void {
  const hasEnded = row['status'] === 'failed' || FINAL.includes(row['status'] ?? '');
  if (hasEnded || Number(row['try_allowed']) <= Number(row['try_done'])) return;
  state.later(RETRY_DELAY, () => trySending(state, row));
}

/** What a client names by its number; a number of nothing is a setter that threw (captures 176 and 177). */
function linked(data: Context['data'], field: string, find: (id: string) => Item): Item | undefined {
  if (isEmpty(data[field])) return undefined;
  try {
    return find(textOf(data[field]));
  } catch (error) {
    if (error instanceof CoreException) throw new CoreException(412, `Data validation failed, for ${field}`);
    throw error;
  }
}

/** `phone` or `email` in place of a contact makes one (capture 164). */
function newContact({ state, data, userId, did }: Context): Item | undefined {
  const { phone, email } = data;
  if (isEmpty(phone) && isEmpty(email)) return undefined;
  const { contact_id } = state.rows(contacts).insert({ phone, email, user_id: userId, date_created: state.seconds() });
  did(`contact.create ${contact_id ?? ''}`);
  return load(contactResource, state, contact_id ?? '');
}

function isItem(given: unknown): given is Item {
  return typeof given === 'object' && given !== null;
}

function textOf(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : '';
}
