import { fetchDeferredFrom } from '../../../graph/ports/deferred.js';
import type { UserBackend } from '../../../graph/user/backend.js';
import type { User } from '../../../graph/user/types.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Session } from '../session.js';
import { readOncePerRequest } from '../shared/reads/deferred.js';
import { paramOf } from '../../../query/query-params.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { toUser } from './columns.js';
import { userEndpoints, userSources, type UserQuery } from './endpoints.js';
import { userPushdown } from './pushdown.js';
import { createUserWrites } from './writes.js';

/** Reads a user's item. */
export function createUserReader(session: Session) {
  return async (key: string, callOptions: CallOptions): Promise<User | undefined> => {
    const found = await unlessMissing(session.call(userEndpoints.read, key, callOptions));
    // A key that names no user may be answered with another id.
    if (!found || (found.user_id !== undefined && found.user_id !== key)) return undefined;
    return toUser(found, key, 'item', session);
  };
}

/** Users of an installation. */
export function createUserBackend(session: Session): UserBackend {
  const { call } = session;
  const readItem = createUserReader(session);

  const list = (query: UserQuery, callOptions: CallOptions) =>
    listInPages(session, userEndpoints.list, query, (wire) => toUser(wire, wire.user_id, 'list', session), callOptions);

  /** Rows of the list by key, which is asked for a single user where only one is wanted. */
  const listByKeys = async (requestedKeys: readonly string[], callOptions: CallOptions): Promise<Map<string, User>> => {
    const keys = new Set(requestedKeys);
    const [only] = keys;
    if (only === undefined) return new Map();
    const users = await collectRows(list(keys.size === 1 ? { user_id: only } : {}, callOptions));
    return new Map(users.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };

  const lookups: Pick<UserBackend, 'list' | 'byKeys'> = {
    list: ({ params }, callOptions) => {
      const query = {
        username: paramOf(params, 'username'),
        email: paramOf(params, 'email'),
        phone: paramOf(params, 'phone'),
      };
      return list(query, callOptions);
    },
    // The list tells the name to log in with. A role may be allowed to read items and not the list.
    byKeys: async (requestedKeys, callOptions) => {
      const keys = requestedKeys.filter(isKey);
      try {
        return await listByKeys(keys, callOptions);
      } catch (error) {
        if (!(error instanceof ProviderFailure) || error.kind !== 'auth' || error.status === 401) throw error;
        return readEach(keys, readItem, callOptions);
      }
    },
  };

  return {
    ...lookups,
    pushdown: userPushdown,
    fetchDeferred: fetchDeferredFrom(userSources, {
      list: listByKeys,
      item: readOncePerRequest(readItem),
      roles: readOncePerRequest(async (key, callOptions) => {
        const found = await emptyIfUnsupported(call(userEndpoints.listRoles, key, callOptions));
        return { roles: found.map(({ role_id: upstreamId, name }) => ({ upstreamId, name })) };
      }),
      permissions: readOncePerRequest(async (key, callOptions) => {
        const found = await emptyIfUnsupported(call(userEndpoints.listPermissions, key, callOptions));
        return { permissions: found.map(({ permission_id: upstreamId, name }) => ({ upstreamId, name })) };
      }),
    }),
    writes: createUserWrites(session, lookups, readItem),
  };
}

/** The rows of a list that some releases lack, which answer 404, 405 or 501: none. */
async function emptyIfUnsupported<Row>(answer: Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await answer;
  } catch (error) {
    const isUnsupported =
      error instanceof ProviderFailure && (error.kind === 'not-found' || [405, 501].includes(error.status ?? 0));
    if (isUnsupported) return [];
    throw error;
  }
}
