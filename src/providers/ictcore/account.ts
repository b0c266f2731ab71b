import type { Account } from '../../graph/account/account.js';
import type { AccountBackend } from '../../graph/account/backend.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { accountEndpoints as endpoints, type WireAccount } from './account-endpoints.js';
import { toListedAccount } from './account-row.js';
import { accountWrites } from './account-write.js';
import { SETTING, settingIn, settingOf, settingText } from './account-setting.js';
import { isKey, readEach } from './key.js';
import { columnsOf, eachOnce, lacking, readApart, together } from './late.js';
import type { Way } from './way.js';

/** Columns of lists and of items; both tell who owns an account. */
const LISTED = ['type'];
const OF_ITEMS = ['address', 'active', 'ownerKey'];

/** An account as its item tells it, settings apart: only the type is late. */
function toWholeAccount(wire: WireAccount, key: string, { upstream }: Way): Account {
  const { address = null, active = null, created_by: creator = null, user_id: owner = creator } = wire;
  return toListedAccount({ ...wire, account_id: key, address, active, user_id: owner }, upstream);
}

/** Accounts of an installation. */
export function accountBackend(way: Way): AccountBackend {
  const { call, upstream } = way;
  const list = async (asking: Asking, only?: string) => {
    const listed = await call(endpoints.listAccounts, { account_id: only }, asking);
    return listed.map((wire) => toListedAccount(wire, upstream));
  };
  const read = async (key: string, asking: Asking) => {
    const wire = await unlessMissing(call(endpoints.readAccount, key, asking));
    // `-1` and the like are accounts of nobody, and answer with another id.
    return wire?.account_id === undefined || wire.account_id === key ? wire : undefined;
  };
  const readItems = eachOnce(read);

  /** One setting by its account's key; null where it is not set. */
  async function readSetting(name: string, keys: readonly string[], asking: Asking) {
    const column = `${SETTING}${name}`;
    const readOne = async (account: string, all: Asking) => {
      const answer = await unlessMissing(call(endpoints.readSetting, { account, name }, all));
      const told = settingOf(answer);
      if (answer === undefined || told !== undefined) return { [column]: settingText(told) };
      const item = (await readItems([account], asking)).get(account);
      if (item instanceof ProviderFailure) throw item;
      return { [column]: settingText(settingIn(item?.settings, name)) };
    };
    return readApart(readOne)(keys, asking);
  }

  const listing: Pick<AccountBackend, 'list' | 'byKeys'> = {
    list: async function* (_request, asking) {
      yield { rows: await list(asking) };
    },
    byKeys: async (asked, asking) => {
      const keys = new Set(asked.filter(isKey));
      if (keys.size < 2) {
        const found = await readEach([...keys], read, asking);
        return new Map([...found].map(([key, wire]) => [key, toWholeAccount(wire, key, way)]));
      }
      const accounts = await list(asking);
      return new Map(accounts.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
    },
  };

  return {
    ...listing,
    pushdown: { offers: {}, window: false, columns: ['id'] },
    late: async (rows, columns, asking) => {
      const keysOf = (some: readonly Account[]) => some.map(({ upstreamId }) => upstreamId);
      const thin = lacking(rows, OF_ITEMS, columns);
      const typeless = keysOf(lacking(rows, LISTED, columns));
      const names = columns.flatMap((column) => (column.startsWith(SETTING) ? [column.slice(SETTING.length)] : []));
      const [listed, items, ...settings] = await Promise.all([
        typeless.length ? list(asking, typeless.length === 1 ? typeless[0] : undefined) : [],
        readItems(keysOf(thin), asking),
        ...names.map((name) => readSetting(name, keysOf(rows), asking)),
      ]);
      const byKey = new Map(listed.map((row) => [row.upstreamId, row]));
      return together(
        columnsOf(rows, LISTED, ({ upstreamId }) => byKey.get(upstreamId)),
        columnsOf(thin, OF_ITEMS, ({ upstreamId: key }) => {
          const item = items.get(key);
          return item && !(item instanceof ProviderFailure) ? toWholeAccount(item, key, way) : item;
        }),
        ...settings.map((answers, at) =>
          columnsOf(rows, [`${SETTING}${names[at] ?? ''}`], ({ upstreamId }) => answers.get(upstreamId)),
        ),
      );
    },
    writes: accountWrites(way, listing),
  };
}
