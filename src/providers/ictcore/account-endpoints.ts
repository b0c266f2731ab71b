import { segment } from '../../wire/caller.js';
import type { Endpoint } from '../../wire/endpoint.js';
import { json, record, text, type JsonValue, type Read } from '../../wire/read.js';
import { accountColumns, listedAccount } from './account-row.js';
import { column } from './columns.js';
import { item, listing } from './reads.js';

/** An account's item: its password and PIN are not read. `settings` is an empty list or an object. */
const readAccount = record({ account_id: column(text), ...accountColumns, settings: column(json) });

export type WireAccount = Read<typeof readAccount>;

/** Which setting of which account. */
export interface SettingOf {
  readonly account: string;
  readonly name: string;
}

export const accountEndpoints = {
  listAccounts: listing('/accounts', listedAccount, ({ account_id }: { readonly account_id?: string | undefined }) => ({
    account_id,
  })),
  readAccount: item('/accounts', readAccount),
  readSetting: {
    name: 'GET /accounts/{id}/settings/{name}',
    method: 'GET',
    path: ({ account, name }) => `/accounts/${segment(account)}/settings/${segment(name)}`,
    effect: 'reads',
    answer: column(json),
  } satisfies Endpoint<SettingOf, JsonValue | undefined>,
};
