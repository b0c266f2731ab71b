import type { Endpoint, ListEndpoint } from '../../wire/endpoint.js';
import { segment } from '../../wire/caller.js';
import {
  flag,
  hidden,
  optional,
  record,
  text,
  Unreadable,
  wholeNumber,
  type Read,
  type Reader,
} from '../../wire/read.js';
import { column, rows } from './columns.js';
import { item, listing, whole } from './reads.js';

/** A contact: lists of real servers have the first five columns, items and the guide's lists all. */
const contact = {
  first_name: optional(text),
  last_name: optional(text),
  phone: optional(text),
  email: optional(text),
  address: column(text),
  custom1: column(text),
  custom2: column(text),
  custom3: column(text),
  description: column(text),
};
export const listedContact = record({ contact_id: text, ...contact });
const readContact = record({ contact_id: column(text), ...contact });

/** A group: `contact_total` is only in the list, `description` only in the item; the guide calls the id `id`. */
const groupColumns = record({
  group_id: column(text),
  id: column(text),
  name: optional(text),
  description: column(text),
  contact_total: column(wholeNumber),
});
const readGroup = (value: unknown, at: string) => {
  const { id, group_id = id, ...columns } = groupColumns(value, at);
  return { ...columns, group_id };
};
const listedGroup = (value: unknown, at: string) => {
  const { group_id, ...columns } = readGroup(value, at);
  if (typeof group_id !== 'string') throw new Unreadable('an id', `${at}.group_id`, 'none');
  return { ...columns, group_id };
};

/** A provider, without its password: what is not read can't be told. */
const provider = {
  name: optional(text),
  type: optional(text),
  service_flag: optional(wholeNumber),
  node_id: optional(wholeNumber),
  host: optional(text),
  gateway_flag: column(wholeNumber),
  port: column(wholeNumber),
  username: column(text),
  dialstring: column(text),
  prefix: column(text),
  settings: column(text),
  register: column(flag),
  weight: column(wholeNumber),
  active: column(flag),
};
const listedProvider = record({ provider_id: text, ...provider });
const readProvider = record({ provider_id: column(text), ...provider });

export type WireContact = Read<typeof readContact>;
export type ListedContact = Read<typeof listedContact>;
export type WireGroup = Read<typeof readGroup>;
export type WireProvider = Read<typeof readProvider>;

const issued = record({
  token: optional(hidden(text)),
  access_token: optional(hidden(text)),
  expires_in: optional(wholeNumber),
});

/** The guide answers `{token}`, real servers the whole user with `token`, `access_token` and `expires_in` in seconds. */
const ticket: Reader<{ readonly token: string; readonly expires_in: number | null }> = (value, at) => {
  const { token, access_token: same, expires_in } = issued(value, at);
  const found = token ?? same;
  // It becomes part of a header.
  if (found === null || !/^[\x21-\x7e]+$/.test(found)) throw new Unreadable('a token', `${at}.token`, 'none');
  return { token: found, expires_in };
};

/** Searches of GET /contacts and of a group's contacts. */
export interface ContactQuery {
  readonly phone?: string | undefined;
}

export const endpoints = {
  authenticate: {
    name: 'POST /authenticate',
    method: 'POST',
    path: () => '/authenticate',
    body: ({ username, password }) => ({ username, password }),
    // Tokens are stateless: nothing is kept of a log-in.
    effect: 'reads',
    answer: ticket,
  } satisfies Endpoint<{ readonly username: string; readonly password: string }, Read<typeof ticket>>,

  listContacts: listing('/contacts', listedContact, ({ phone }: ContactQuery) => ({ phone })),
  probeContacts: listing('/contacts', listedContact, () => ({ contact_id: 1 })),
  readContact: item('/contacts', readContact),

  listGroups: listing('/groups', listedGroup),
  readGroup: item('/groups', readGroup),
  listGroupContacts: {
    name: 'GET /groups/{id}/contacts',
    method: 'GET',
    path: ({ group: key }) => `/groups/${segment(key)}/contacts`,
    query: ({ phone }) => ({ phone }),
    effect: 'reads',
    answer: rows(listedContact),
    rows: whole(listedContact),
  } satisfies ListEndpoint<ContactQuery & { readonly group: string }, ListedContact[], ListedContact>,

  listProviders: listing('/providers', listedProvider),
  readProvider: item('/providers', readProvider),
};
