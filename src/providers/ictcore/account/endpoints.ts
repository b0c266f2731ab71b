import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint } from '../../../wire/endpoint.js';
import { json, record, text, type JsonValue, type ReadValue } from '../../../wire/value-readers.js';
import { accountColumns, listedAccount } from './columns.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';

/** An account's item: its password and PIN are not read. `settings` is an empty list or an object. */
const accountItem = record({ account_id: orAbsent(text), ...accountColumns, settings: orAbsent(json) });

export type WireAccount = ReadValue<typeof accountItem>;

/** Which setting of which account. */
export interface SettingKey {
  readonly account: string;
  readonly name: string;
}

export const accountEndpoints = {
  list: defineListEndpoint(
    '/accounts',
    listedAccount,
    ({ account_id }: { readonly account_id?: string | undefined }) => ({
      account_id,
    }),
  ),
  read: defineItemEndpoint('/accounts', accountItem),
  readSetting: {
    name: 'GET /accounts/{id}/settings/{name}',
    method: 'GET',
    path: ({ account, name }) => `/accounts/${encodeSegment(account)}/settings/${encodeSegment(name)}`,
    effect: 'reads',
    answer: orAbsent(json),
  } satisfies Endpoint<SettingKey, JsonValue | undefined>,
};
