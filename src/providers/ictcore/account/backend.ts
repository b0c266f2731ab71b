import type { AccountBackend } from '../../../graph/account/backend.js';
import type { Account } from '../../../graph/account/types.js';
import { fetchDeferredFrom, mergeColumns, selectColumns } from '../../../graph/ports/deferred.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Session } from '../session.js';
import { readIndependently, readOncePerRequest } from '../shared/reads/deferred.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { toAccount } from './columns.js';
import { accountEndpoints, accountSources, type WireAccount } from './endpoints.js';
import { findSetting, SETTING_PREFIX, settingFromAnswer, toSettingText } from './setting.js';
import { createAccountWrites } from './writes.js';

/** Accounts of an installation. */
export function createAccountBackend(session: Session): AccountBackend {
  const { call, upstream } = session;
  const list = (callOptions: CallOptions, onlyKey?: string) =>
    listInPages(
      session,
      accountEndpoints.list,
      { account_id: onlyKey },
      (wire) => toAccount(wire, wire.account_id, 'list', upstream),
      callOptions,
    );
  const read = async (key: string, callOptions: CallOptions) => {
    const wire = await unlessMissing(call(accountEndpoints.read, key, callOptions));
    // A key that names no account may be answered with another id.
    return wire?.account_id === undefined || wire.account_id === key ? wire : undefined;
  };
  const toItem = (wire: WireAccount, key: string) => toAccount(wire, key, 'item', upstream);
  const readItems = readOncePerRequest(read);

  const fetchColumns = fetchDeferredFrom(accountSources, {
    list: async (keys, callOptions) => {
      const accounts = await collectRows(list(callOptions, keys.length === 1 ? keys[0] : undefined));
      return new Map(accounts.map((row) => [row.upstreamId, row]));
    },
    item: async (keys, callOptions) => {
      const items = await readItems(keys, callOptions);
      return new Map(
        [...items].map(([key, item]) => [key, item instanceof ProviderFailure ? item : toItem(item, key)]),
      );
    },
  });

  /** One setting of these accounts; null where it is not set. */
  async function fetchSetting(column: string, rows: readonly Account[], callOptions: CallOptions) {
    const name = column.slice(SETTING_PREFIX.length);
    const readSetting = async (account: string, batchOptions: CallOptions) => {
      const answer = await unlessMissing(call(accountEndpoints.readSetting, { account, name }, batchOptions));
      const setting = settingFromAnswer(answer);
      if (answer === undefined || setting !== undefined) return { [column]: toSettingText(setting) };
      const item = (await readItems([account], callOptions)).get(account);
      if (item instanceof ProviderFailure) throw item;
      return { [column]: toSettingText(findSetting(item?.settings, name)) };
    };
    const keys = rows.map(({ upstreamId }) => upstreamId);
    const answers = await readIndependently(readSetting)(keys, callOptions);
    // An account that is gone, or whose id is none that may stand in a path, has no setting.
    return selectColumns(rows, [column], ({ upstreamId }) => answers.get(upstreamId) ?? { [column]: null });
  }

  const lookups: Pick<AccountBackend, 'list' | 'byKeys'> = {
    list: (_request, callOptions) => list(callOptions),
    byKeys: async (requestedKeys, callOptions) => {
      const keys = new Set(requestedKeys.filter(isKey));
      if (keys.size < 2) {
        const found = await readEach([...keys], read, callOptions);
        return new Map([...found].map(([key, wire]) => [key, toItem(wire, key)]));
      }
      const accounts = await collectRows(list(callOptions));
      return new Map(accounts.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
    },
  };

  return {
    ...lookups,
    pushdown: { offers: {}, window: false, columns: ['id'] },
    fetchDeferred: async (rows, columns, callOptions) => {
      const settings = columns.filter((column) => column.startsWith(SETTING_PREFIX));
      const parts = await Promise.all([
        fetchColumns(rows, columns, callOptions),
        ...settings.map((column) => fetchSetting(column, rows, callOptions)),
      ]);
      return mergeColumns(...parts);
    },
    writes: createAccountWrites(session, lookups),
  };
}
