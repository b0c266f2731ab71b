import type { DeferredSource } from '../../../graph/ports/deferred.js';
import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint } from '../../../wire/endpoint.js';
import { json, text, type JsonValue } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue } from '../../../wire/reader.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  defineLinkEndpoint,
  defineUpdateEndpoint,
  writeAnswer,
  type WriteEndpoint,
} from '../shared/writes/write-endpoints.js';
import { accountColumns, accountReaders, listedAccount } from './columns.js';

const PATH = '/accounts';

/** `settings` is an object, or an empty list where there are none. */
const accountItem = record({ account_id: orAbsent(text), ...accountReaders, settings: orAbsent(json) });

export type WireAccount = ReadValue<typeof accountItem>;

interface AccountQuery {
  readonly account_id?: string | undefined;
}

/** Which setting of which account. */
interface SettingKey {
  readonly account: string;
  readonly name: string;
}

const settingPath = ({ account, name }: SettingKey): string =>
  `${PATH}/${encodeSegment(account)}/settings/${encodeSegment(name)}`;

export const accountEndpoints = {
  list: defineListEndpoint(PATH, listedAccount, ({ account_id }: AccountQuery) => ({ account_id })),
  read: defineItemEndpoint(PATH, accountItem),
  create: defineCreateEndpoint(PATH, 'account_id'),
  update: defineUpdateEndpoint(PATH),
  delete: defineDeleteEndpoint(PATH),

  subscribe: defineLinkEndpoint('PUT', PATH, 'programs'),
  unsubscribe: defineLinkEndpoint('DELETE', PATH, 'programs'),
  clearPrograms: defineDeleteEndpoint(PATH, '/programs'),
  assignOwner: defineLinkEndpoint('PUT', PATH, 'users'),
  release: defineDeleteEndpoint(PATH, '/users'),

  readSetting: {
    name: `GET ${PATH}/{id}/settings/{name}`,
    method: 'GET',
    path: settingPath,
    effect: 'reads',
    answer: orAbsent(json),
  } satisfies Endpoint<SettingKey, JsonValue | undefined>,
  setSetting: {
    name: `PUT ${PATH}/{id}/settings/{name}`,
    method: 'PUT',
    path: settingPath,
    body: ({ value }) => ({ value }),
    effect: 'replaces',
    answer: writeAnswer,
  } satisfies WriteEndpoint<SettingKey & { readonly value: string }>,
  deleteSetting: defineLinkEndpoint('DELETE', PATH, 'settings'),
};

/** Which endpoint tells the columns that rows may lack. */
export const accountSources = {
  list: { columns: accountColumns.onlyIn('list'), endpoint: accountEndpoints.list, answer: 'list' },
  item: { columns: [...accountColumns.onlyIn('item'), 'ownerKey'], endpoint: accountEndpoints.read, answer: 'item' },
} as const satisfies Readonly<Record<string, DeferredSource>>;
