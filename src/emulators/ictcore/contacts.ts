import { CoreException } from './errors.js';
import {
  applyFilters,
  atLeast,
  atMost,
  contains,
  endsWith,
  exact,
  number,
  type Filters,
  type Query,
} from './filters.js';
import { links } from './links.js';
import { endpointsOf, load, type Item, type Resource } from './resource.js';
import { value, type Endpoint } from './route.js';
import type { State } from './state.js';
import { integer, text, toInteger, type Row, type Table } from './table.js';

export const contacts = {
  name: 'contacts',
  key: 'contact_id',
  columns: {
    contact_id: integer(),
    first_name: text(64),
    last_name: text(64),
    phone: text(32),
    email: text(64),
    address: text(128),
    custom1: text(128),
    custom2: text(128),
    custom3: text(128),
    description: text(255),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;

const FILTERS: Filters = {
  contact_id: number('contact_id'),
  group_id: number('group_id'),
  user_id: number('user_id'),
  created_by: number('user_id'),
  email: exact('email'),
  first_name: contains('first_name'),
  last_name: contains('last_name'),
  phone: endsWith('phone'),
  before: atMost('date_created'),
  after: atLeast('date_created'),
};

const BLANK: Item = {
  contact_id: null,
  first_name: null,
  last_name: null,
  phone: null,
  email: null,
  address: null,
  custom1: null,
  custom2: null,
  custom3: null,
  description: '',
  user_id: null,
};

/** The installation itself, from its configuration as released (capture 40). */
const COMPANY: Item = {
  ...BLANK,
  contact_id: '-2',
  first_name: 'ICTCore',
  last_name: '',
  phone: '1111111111',
  email: 'no-reply@example.com',
  address: 'PK',
};

export const contactResource: Resource = {
  path: 'contacts',
  thing: 'Contact',
  permission: 'contact',
  table: contacts,
  blank: BLANK,
  readOnly: ['user_id'],
  list: ({ state, query }) => {
    const rows = searchContacts(state, query);
    return rows.length === 0 && query['contact_id'] === '-2' ? toListRow(COMPANY) : rows.map(toListRow);
  },
  special: (id) => (id === '-2' ? { ...COMPANY } : undefined),
  // A trigger of the database, which also counts the contact out of its groups.
  deleted: ({ contact_id: contact }, { state }) => {
    const rows = state.rows(links);
    for (const link of rows.all().filter((row) => row['contact_id'] === contact)) rows.remove(link);
  },
};

export const contactEndpoints: readonly Endpoint[] = [
  ...endpointsOf(contactResource),
  {
    method: 'PUT',
    pattern: '/contacts/:id/link/:group',
    access: ['contact_create', 'group_create'],
    answer: ({ state, params, did }) => {
      const contact = load(contactResource, state, params['id']);
      const link = { group_id: toInteger(params['group'] ?? ''), contact_id: contact['contact_id'] };
      if (findLink(state, link)) throw new CoreException(417, 'Contact and group join failed');
      // Nobody asks whether there is such a group.
      state.rows(links).insert(link);
      did(`link.create ${String(link.contact_id)} ${link.group_id}`);
      return value(contact);
    },
  },
  {
    method: 'DELETE',
    pattern: '/contacts/:id/link/:group',
    access: ['contact_delete', 'group_delete'],
    answer: ({ state, params, did }) => {
      const { contact_id } = load(contactResource, state, params['id']);
      const link = { group_id: toInteger(params['group'] ?? ''), contact_id };
      const remaining = state.rows(links).all().length - 1;
      const row = findLink(state, link);
      if (row) {
        state.rows(links).remove(row);
        did(`link.delete ${String(contact_id)} ${link.group_id}`);
      }
      // The answer counts all links there were, minus one; 0 reads as failure (captures 92, 93, 364 to 367).
      if (remaining === 0) throw new CoreException(417, 'Contact delete failed');
      return value(remaining);
    },
  },
];

/** Contacts joined with their links: one row for each group of a contact, one for a contact without. */
export function searchContacts(state: State, query: Query): Row[] {
  const { all, find } = state.rows(contacts);
  // The links are read by their primary key and what has none comes last (captures 84 and 338).
  const linked = [...state.rows(links).all()]
    .sort((one, other) => order(one['group_id'], other['group_id']) || order(one['contact_id'], other['contact_id']))
    .flatMap(({ group_id = null, contact_id }): Row[] => {
      const contact = find(Number(contact_id));
      return contact ? [{ ...contact, group_id }] : [];
    });
  const ids = new Set(linked.map((row) => row['contact_id']));
  const unlinked = all().filter((row) => !ids.has(row['contact_id']));
  return applyFilters([...linked, ...unlinked.map((row) => ({ ...row, group_id: null }))], query, FILTERS);
}

export function toListRow({ contact_id, first_name, last_name, phone, email }: Item): Item {
  return { contact_id, first_name, last_name, phone, email };
}

function order(one: string | null | undefined, other: string | null | undefined): number {
  return Number(one) - Number(other);
}

function findLink(state: State, { group_id, contact_id }: Item): Row | undefined {
  return state
    .rows(links)
    .all()
    .find((row) => row['group_id'] === String(group_id) && row['contact_id'] === String(contact_id));
}
