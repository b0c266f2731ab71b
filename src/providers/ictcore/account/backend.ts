import type { Account } from '../../../graph/account/types.js';
import type { AccountBackend } from '../../../graph/account/backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { accountEndpoints as endpoints, type WireAccount } from './endpoints.js';
import { toListedAccount } from './columns.js';
import { createAccountWrites } from './writes.js';
import { SETTING_PREFIX, findSetting, settingFromAnswer, toSettingText } from './setting.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { selectColumns, filterLacking, mergeColumns } from '../../../graph/ports/deferred.js';
import { readOncePerRequest, readIndependently } from '../shared/reads/deferred.js';
import type { Session } from '../session.js';

/** Columns of lists and of items; both tell who owns an account. */
const LIST_COLUMNS = ['type'];
const ITEM_COLUMNS = ['address', 'active', 'ownerKey'];

/** An account as its item tells it, settings apart: only the type is late. */
function toWholeAccount(wire: WireAccount, key: string, { upstream }: Session): Account {
  const { address = null, active = null, created_by: creator = null, user_id: owner = creator } = wire;
  return toListedAccount({ ...wire, account_id: key, address, active, user_id: owner }, upstream);
}

/** Accounts of an installation. */
export function createAccountBackend(session: Session): AccountBackend {
  const { call, upstream } = session;
  const list = async (callOptions: CallOptions, onlyKey?: string) => {
    const listed = await call(endpoints.list, { account_id: onlyKey }, callOptions);
    return listed.map((wire) => toListedAccount(wire, upstream));
  };
  const read = async (key: string, callOptions: CallOptions) => {
    const wire = await unlessMissing(call(endpoints.read, key, callOptions));
    // `-1` and the like are accounts of nobody, and answer with another id.
    return wire?.account_id === undefined || wire.account_id === key ? wire : undefined;
  };
  const readItems = readOncePerRequest(read);

  /** One setting by its account's key; null where it is not set. */
  async function readSetting(name: string, keys: readonly string[], callOptions: CallOptions) {
    const column = `${SETTING_PREFIX}${name}`;
    const readOne = async (account: string, batchOptions: CallOptions) => {
      const answer = await unlessMissing(call(endpoints.readSetting, { account, name }, batchOptions));
      const setting = settingFromAnswer(answer);
      if (answer === undefined || setting !== undefined) return { [column]: toSettingText(setting) };
      const item = (await readItems([account], callOptions)).get(account);
      if (item instanceof ProviderFailure) throw item;
      return { [column]: toSettingText(findSetting(item?.settings, name)) };
    };
    return readIndependently(readOne)(keys, callOptions);
  }

  const lookups: Pick<AccountBackend, 'list' | 'byKeys'> = {
    list: async function* (_request, callOptions) {
      yield { rows: await list(callOptions) };
    },
    byKeys: async (requestedKeys, callOptions) => {
      const keys = new Set(requestedKeys.filter(isKey));
      if (keys.size < 2) {
        const found = await readEach([...keys], read, callOptions);
        return new Map([...found].map(([key, wire]) => [key, toWholeAccount(wire, key, session)]));
      }
      const accounts = await list(callOptions);
      return new Map(accounts.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
    },
  };

  return {
    ...lookups,
    pushdown: { offers: {}, window: false, columns: ['id'] },
    fetchDeferred: async (rows, columns, callOptions) => {
      const keysOf = (some: readonly Account[]) => some.map(({ upstreamId }) => upstreamId);
      const lackingItem = filterLacking(rows, ITEM_COLUMNS, columns);
      const lackingType = keysOf(filterLacking(rows, LIST_COLUMNS, columns));
      const names = columns.flatMap((column) =>
        column.startsWith(SETTING_PREFIX) ? [column.slice(SETTING_PREFIX.length)] : [],
      );
      const [listed, items, ...settings] = await Promise.all([
        lackingType.length ? list(callOptions, lackingType.length === 1 ? lackingType[0] : undefined) : [],
        readItems(keysOf(lackingItem), callOptions),
        ...names.map((name) => readSetting(name, keysOf(rows), callOptions)),
      ]);
      const byKey = new Map(listed.map((row) => [row.upstreamId, row]));
      return mergeColumns(
        selectColumns(rows, LIST_COLUMNS, ({ upstreamId }) => byKey.get(upstreamId)),
        selectColumns(lackingItem, ITEM_COLUMNS, ({ upstreamId: key }) => {
          const item = items.get(key);
          return item && !(item instanceof ProviderFailure) ? toWholeAccount(item, key, session) : item;
        }),
        ...settings.map((answers, at) =>
          selectColumns(rows, [`${SETTING_PREFIX}${names[at] ?? ''}`], ({ upstreamId }) => answers.get(upstreamId)),
        ),
      );
    },
    writes: createAccountWrites(session, lookups),
  };
}
