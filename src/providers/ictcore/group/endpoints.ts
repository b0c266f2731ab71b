import type { DeferredSource } from '../../../graph/ports/deferred.js';
import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint } from '../../../wire/endpoint.js';
import { record } from '../../../wire/structure-readers.js';
import { text } from '../../../wire/value-readers.js';
import { UnreadableValue } from '../../../wire/unreadable-value.js';
import { contactEndpoints, listedContact, type ListedContact } from '../contact/endpoints.js';
import { orAbsent, rowList } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  defineLinkEndpoint,
  defineUpdateEndpoint,
  type LinkKeys,
} from '../shared/writes/write-endpoints.js';
import { groupColumns } from './columns.js';

const PATH = '/groups';

const columns = record({ group_id: orAbsent(text), id: orAbsent(text), ...groupColumns.readers });

/** The guide calls the id of a group `id`. */
const groupItem = (value: unknown, at: string) => {
  const { id, group_id = id, ...cells } = columns(value, at);
  return { ...cells, group_id };
};

const listedGroup = (value: unknown, at: string) => {
  const { group_id, ...cells } = groupItem(value, at);
  if (typeof group_id !== 'string') throw new UnreadableValue('an id', `${at}.group_id`, 'none');
  return { ...cells, group_id };
};

export const groupEndpoints = {
  list: defineListEndpoint(PATH, listedGroup),
  read: defineItemEndpoint(PATH, groupItem),
  create: defineCreateEndpoint(PATH, 'group_id'),
  update: defineUpdateEndpoint(PATH),
  delete: defineDeleteEndpoint(PATH),
  addContact: defineLinkEndpoint('PUT', '/contacts', 'link'),
  removeContact: defineLinkEndpoint('DELETE', '/contacts', 'link'),
  /** One contact in a group's list: a server that does not search it answers the whole list. */
  findContact: {
    name: contactEndpoints.listOfGroup.name,
    method: 'GET',
    path: ({ other }) => `${PATH}/${encodeSegment(other)}/contacts`,
    query: ({ key }) => ({ contact_id: key }),
    effect: 'reads',
    answer: rowList(listedContact),
  } satisfies Endpoint<LinkKeys, readonly ListedContact[]>,
};

/** Which endpoint tells the columns that rows may lack. */
export const groupSources = {
  item: { columns: groupColumns.absentFrom('list'), endpoint: groupEndpoints.read, answer: 'item' },
  list: { columns: groupColumns.absentFrom('item'), endpoint: groupEndpoints.list, answer: 'list' },
} as const satisfies Readonly<Record<string, DeferredSource>>;
