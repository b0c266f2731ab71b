import { encodeId } from '../../graph/id.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { UserBackend } from '../../graph/user/backend.js';
import type { User } from '../../graph/user/user.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { told } from './columns.js';
import { isKey, paramOf, readEach } from './key.js';
import { columnsOf, eachOnce, lacking, together } from './late.js';
import { equalling } from './text-filter.js';
import { userEndpoints as endpoints, type UserQuery, type WireUser } from './user-endpoints.js';
import { userWrites } from './user-write.js';
import type { Way } from './way.js';

const LISTED = ['username'];
const OF_ITEMS = ['address', 'company', 'countryId', 'timezoneId', 'active'];

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
    ...told({ username, address, company, countryId, timezoneId, active }),
  };
}

/** A user as the item tells it: the name to log in with is late. Undefined for another item than the one asked for. */
function toWholeUser(wire: WireUser, key: string, upstream: UpstreamValue): User | undefined {
  if (wire.user_id !== undefined && wire.user_id !== key) return undefined;
  const { address = null, company = null, country_id = null, timezone_id = null, active = null } = wire;
  return toUser({ ...wire, address, company, country_id, timezone_id, active }, key, upstream);
}

/** Reads a user's item. */
export function userReader({ call, upstream }: Way) {
  return async (key: string, asking: Asking): Promise<User | undefined> => {
    const found = await unlessMissing(call(endpoints.readUser, key, asking));
    return found && toWholeUser(found, key, upstream);
  };
}

/** Users of an installation. */
export function userBackend(way: Way): UserBackend {
  const { call, upstream } = way;
  const list = async (query: UserQuery, asking: Asking) => {
    const listed = await call(endpoints.listUsers, query, asking);
    return listed.map((wire) => toUser(wire, wire.user_id, upstream));
  };
  const read = userReader(way);
  /** These users' rows of the list, by key. */
  const listSome = async (keys: ReadonlySet<string>, asking: Asking): Promise<Map<string, User>> => {
    const [only] = keys;
    if (only === undefined) return new Map();
    const users = await list(keys.size === 1 ? { user_id: only } : {}, asking);
    return new Map(users.flatMap((row) => (keys.has(row.upstreamId) ? [[row.upstreamId, row]] : [])));
  };
  const readItems = eachOnce(read);
  const readRoles = eachOnce(async (key, asking) => {
    const found = await unlessUnknown(call(endpoints.listRoles, key, asking));
    return { roles: found.map(({ role_id: upstreamId, name }) => ({ upstreamId, name: name ?? '' })) };
  });
  const readPermissions = eachOnce(async (key, asking) => {
    const found = await unlessUnknown(call(endpoints.listPermissions, key, asking));
    return { permissions: found.map(({ permission_id: upstreamId, name }) => ({ upstreamId, name: name ?? '' })) };
  });

  const listing: Pick<UserBackend, 'list' | 'byKeys'> = {
    list: async function* ({ params }, asking) {
      const query = {
        username: paramOf(params, 'username'),
        email: paramOf(params, 'email'),
        phone: paramOf(params, 'phone'),
      };
      yield { rows: await list(query, asking) };
    },
    // The list tells the name, which is what a user is known by; a role may allow items and no list.
    byKeys: async (asked, asking) => {
      const keys = new Set(asked.filter(isKey));
      try {
        return await listSome(keys, asking);
      } catch (error) {
        if (!(error instanceof ProviderFailure) || error.kind !== 'auth' || error.status === 401) throw error;
        return readEach([...keys], read, asking);
      }
    },
  };

  return {
    ...listing,
    pushdown: {
      // Compared as a whole; what a part of a text finds must be found here.
      offers: { ...equalling('username'), ...equalling('email'), ...equalling('phone') },
      window: false,
      columns: ['id', 'username', 'email', 'phone'],
    },
    late: async (rows, columns, asking) => {
      const ask = async <Answer>(own: readonly string[], answer: (keys: string[]) => Promise<Answer>) => {
        const thin = lacking(rows, own, columns);
        return { own, thin, answers: await answer(thin.map(({ upstreamId }) => upstreamId)) };
      };
      const parts = await Promise.all([
        ask(LISTED, (keys) => listSome(new Set(keys), asking)),
        ask(OF_ITEMS, (keys) => readItems(keys, asking)),
        ask(['roles'], (keys) => readRoles(keys, asking)),
        ask(['permissions'], (keys) => readPermissions(keys, asking)),
      ]);
      return together(
        ...parts.map(({ own, thin, answers }) => columnsOf(thin, own, ({ upstreamId }) => answers.get(upstreamId))),
      );
    },
    writes: userWrites(way, listing, read),
  };
}

/** A list that some releases do not have: they say that it is not there (404, 405) or not made (501). */
async function unlessUnknown<Row>(answer: Promise<readonly Row[]>): Promise<readonly Row[]> {
  try {
    return await answer;
  } catch (error) {
    const unknown =
      error instanceof ProviderFailure && (error.kind === 'not-found' || [405, 501].includes(error.status ?? 0));
    if (unknown) return [];
    throw error;
  }
}
