import { encodeId } from '../../../graph/values/id.js';
import type { UserBackend } from '../../../graph/user/backend.js';
import type { User } from '../../../graph/user/types.js';
import { paramOf } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { withoutUndefined } from '../shared/reads/column-readers.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { selectColumns, filterLacking, mergeColumns } from '../../../graph/ports/deferred.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { equalsPushdown } from '../shared/reads/text-pushdown.js';
import { userEndpoints as endpoints, type UserQuery, type WireUser } from './endpoints.js';
import { createUserWrites } from './writes.js';
import type { Session } from '../session.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

const LIST_COLUMNS = ['username'];
const ITEM_COLUMNS = ['address', 'company', 'countryId', 'timezoneId', 'active'];

function toUser(wire: WireUser, key: string, upstream: UpstreamValue): User {
  const { username, address, company, country_id: countryId, timezone_id: timezoneId, active } = wire;
  return {
    __typename: 'User',
    id: encodeId(upstream.name, 'user', key),
    upstream,
    upstreamId: key,
    firstName: wire.first_name,
    lastName: wire.last_name,
    phone: wire.phone,
    email: wire.email,
    ...withoutUndefined({ username, address, company, countryId, timezoneId, active }),
  };
}

/** A user as the item tells it: the name to log in with is late. Undefined for another item than the one asked for. */
function toWholeUser(wire: WireUser, key: string, upstream: UpstreamValue): User | undefined {
  if (wire.user_id !== undefined && wire.user_id !== key) return undefined;
  const { address = null, company = null, country_id = null, timezone_id = null, active = null } = wire;
  return toUser({ ...wire, address, company, country_id, timezone_id, active }, key, upstream);
}

/** Reads a user's item. */
export function createUserReader({ call, upstream }: Session) {
  return async (key: string, callOptions: CallOptions): Promise<User | undefined> => {
    const found = await unlessMissing(call(endpoints.read, key, callOptions));
    return found && toWholeUser(found, key, upstream);
  };
}

/** Users of an installation. */
export function createUserBackend(session: Session): UserBackend {
  const { call, upstream } = session;
  const list = async (query: UserQuery, callOptions: CallOptions) => {
    const listed = await call(endpoints.list, query, callOptions);
    return listed.map((wire) => toUser(wire, wire.user_id, upstream));
  };
  const read = createUserReader(session);
  /** These users' rows of the list, by key. */
  const listByKeys = async (keys: ReadonlySet<string>, callOptions: CallOptions): Promise<Map<string, User>> => {
    const [only] = keys;
    if (only === undefined) return new Map();
    const users = await list(keys.size === 1 ? { user_id: only } : {}, callOptions);
    return new Map(users.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };
  const readItems = readOncePerRequest(read);
  const readRoles = readOncePerRequest(async (key, callOptions) => {
    const found = await emptyIfUnsupported(call(endpoints.listRoles, key, callOptions));
    return { roles: found.map(({ role_id: upstreamId, name }) => ({ upstreamId, name: name ?? '' })) };
  });
  const readPermissions = readOncePerRequest(async (key, callOptions) => {
    const found = await emptyIfUnsupported(call(endpoints.listPermissions, key, callOptions));
    return { permissions: found.map(({ permission_id: upstreamId, name }) => ({ upstreamId, name: name ?? '' })) };
  });

  const lookups: Pick<UserBackend, 'list' | 'byKeys'> = {
    list: async function* ({ params }, callOptions) {
      const query = {
        username: paramOf(params, 'username'),
        email: paramOf(params, 'email'),
        phone: paramOf(params, 'phone'),
      };
      yield { rows: await list(query, callOptions) };
    },
    // The list tells the name, which is what a user is known by; a role may allow items and no list.
    byKeys: async (requestedKeys, callOptions) => {
      const keys = new Set(requestedKeys.filter(isKey));
      try {
        return await listByKeys(keys, callOptions);
      } catch (error) {
        if (!(error instanceof ProviderFailure) || error.kind !== 'auth' || error.status === 401) throw error;
        return readEach([...keys], read, callOptions);
      }
    },
  };

  return {
    ...lookups,
    pushdown: {
      // Compared as a whole; what a part of a text finds must be found here.
      offers: { ...equalsPushdown('username'), ...equalsPushdown('email'), ...equalsPushdown('phone') },
      window: false,
      columns: ['id', 'username', 'email', 'phone'],
    },
    fetchDeferred: async (rows, columns, callOptions) => {
      const fetchGroup = async <Answer>(ownColumns: readonly string[], answer: (keys: string[]) => Promise<Answer>) => {
        const lackingRows = filterLacking(rows, ownColumns, columns);
        return {
          own: ownColumns,
          thin: lackingRows,
          answers: await answer(lackingRows.map(({ upstreamId }) => upstreamId)),
        };
      };
      const parts = await Promise.all([
        fetchGroup(LIST_COLUMNS, (keys) => listByKeys(new Set(keys), callOptions)),
        fetchGroup(ITEM_COLUMNS, (keys) => readItems(keys, callOptions)),
        fetchGroup(['roles'], (keys) => readRoles(keys, callOptions)),
        fetchGroup(['permissions'], (keys) => readPermissions(keys, callOptions)),
      ]);
      return mergeColumns(
        ...parts.map(({ own, thin, answers }) => selectColumns(thin, own, ({ upstreamId }) => answers.get(upstreamId))),
      );
    },
    writes: createUserWrites(session, lookups, read),
  };
}

/** A list that some releases do not have: they say that it is not there (404, 405) or not made (501). */
async function emptyIfUnsupported<Row>(answer: Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await answer;
  } catch (error) {
    const unknown =
      error instanceof ProviderFailure && (error.kind === 'not-found' || [405, 501].includes(error.status ?? 0));
    if (unknown) return [];
    throw error;
  }
}
