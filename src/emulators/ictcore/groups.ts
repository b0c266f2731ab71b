import { defaultAccount } from './account-table.js';
import { searchContacts, toListRow } from './contacts.js';
import { exportCsv, importCsv, SAMPLE } from './csv.js';
import { groups } from './group-table.js';
import { endpointsOf, load, type Resource } from './resource.js';
import { file, value, type Context, type Endpoint } from './route.js';
import type { Row } from './table.js';

const resource: Resource = {
  path: 'groups',
  thing: 'Group',
  permission: 'group',
  table: groups,
  blank: { group_id: null, name: null, description: '', user_id: null },
  readOnly: ['user_id', 'contact_total'],
  // The query never reaches the search (capture 74).
  list: ({ state, userId }) => {
    // It asks for an account of one's own first (capture 347).
    defaultAccount(state, userId);
    return state
      .rows(groups)
      .all()
      .map(({ group_id, name, contact_total }) => ({ group_id, name, contact_total }));
  },
};

export const groupEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: '/groups/sample/csv',
    access: [],
    answer: () => file('contact_sample.csv', SAMPLE),
  },
  ...endpointsOf(resource),
  {
    method: 'GET',
    pattern: '/groups/:id/contacts',
    access: ['group_read', 'contact_list'],
    answer: (context) => value(contactsOf(context).map(toListRow)),
  },
  {
    method: 'GET',
    pattern: '/groups/:id/csv',
    access: [],
    answer: (context) => file(`group_${context.params['id'] ?? ''}.csv`, exportCsv(contactsOf(context))),
  },
  {
    method: 'POST',
    pattern: '/groups/:id/csv',
    access: [],
    answer: (context) => {
      const find = (): string => String(load(resource, context.state, context.params['id'])['group_id']);
      return value(importCsv(context, find));
    },
  },
];

function contactsOf({ state, params, query }: Context): Row[] {
  const { group_id } = load(resource, state, params['id']);
  return searchContacts(state, { ...query, group_id: String(group_id) });
}
