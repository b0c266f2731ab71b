import type { UserBackend, UserWrites } from '../../graph/user/backend.js';
import type { User } from '../../graph/user/user.js';
import type { CreateUserInput, UpdateUserInput } from '../../graph/user/write-input.js';
import { complain } from '../../graph/target.js';
import type { Made } from '../../graph/writes.js';
import type { Sent, Writing } from '../../operations/intent.js';
import type { Json, Mistake } from '../../operations/record.js';
import { changeOf, expectedOf, newOf } from './body.js';
import { creation, deletion, existing, send, update } from './changes.js';
import { concealing } from './conceal.js';
import { knownBefore, madeTrail } from './made.js';
import { EMAIL, flagOf, mistake, mistakesOf, numberOf, phoneOf, textOf, type Rules } from './rules.js';
import { kept, sure } from './sure.js';
import { writeUnreadable, writeUser } from './user-refused.js';
import { rightWrites } from './user-right-write.js';
import type { Way } from './way.js';

/** `password` and not the guide's `passwd`: that one is stored as it is, and nobody can log in with it. */
const COLUMNS = {
  username: 'username',
  password: 'password',
  firstName: 'first_name',
  lastName: 'last_name',
  phone: 'phone',
  email: 'email',
  address: 'address',
  company: 'company',
  countryId: 'country_id',
  timezoneId: 'timezone_id',
  active: 'active',
};
/** Of which the item tells all but the name, which may be kept as it was. */
const TOLD = ['firstName', 'lastName', 'phone', 'email', 'address', 'company', 'countryId', 'timezoneId', 'active'];
const LARGEST = 2_147_483_647;

const both: Rules = {
  // A name of digits would be taken for an id where the server takes either.
  username: textOf({
    most: 64,
    required: true,
    form: { fits: (name) => !/^[\s\d]+$/.test(name), words: 'more than a number' },
  }),
  password: textOf({ most: 128, required: true, secret: true }),
  firstName: textOf({ most: 128 }),
  lastName: textOf({ most: 128 }),
  phone: phoneOf(16),
  email: textOf({ most: 128, form: EMAIL }),
  address: textOf({ most: 128, lines: true }),
  company: textOf({ most: 128 }),
  countryId: numberOf(0, LARGEST),
  timezoneId: numberOf(0, LARGEST),
};

const users = {
  create: creation('/users', 'user_id'),
  update: update('/users'),
  remove: deletion('/users'),
  password: update('/users', '/password'),
};

/** How users of an installation are written. `find` reads a user's item anew. */
export function userWrites(
  way: Way,
  listing: Pick<UserBackend, 'list' | 'byKeys'>,
  find: (key: string, writing: Writing) => Promise<User | undefined>,
): UserWrites {
  const upstream = way.upstream.name;

  async function create(input: CreateUserInput, writing: Writing): Promise<Sent<Made>> {
    complain(mistakesOf(input, both));
    const before = await knownBefore(listing, writing);
    complain(twinsOf(input, before ?? []));
    writing.remember(madeTrail('user', { username: writing.digest(input.username) }, before));
    const body = { ...newOf(input, COLUMNS), active: input.active === false ? 0 : 1 };
    const key = await concealing([input.password], () => way.call(users.create, body, writing));
    return { result: { key } };
  }

  async function change(asked: string, input: UpdateUserInput, writing: Writing): Promise<Sent<Made>> {
    const key = existing(asked, 'user', upstream);
    complain(mistakesOf(input, { ...both, active: flagOf }));
    const body = changeOf(input, COLUMNS);
    if (Object.keys(body).length === 0) return { result: { key } };
    const digests = expectedOf(input, TOLD, COLUMNS, writing.digest);
    if (digests) writing.remember({ look: 'user', key, digests });
    const { username } = input;
    const isRenamed = async (): Promise<boolean> => {
      const rows = await listing.byKeys([key], { ...writing, fresh: true });
      return typeof username === 'string' && isSame(rows.get(key)?.username, username);
    };
    const isDone = async (): Promise<boolean> => {
      const cells = new Map<string, Json>(Object.entries((await find(key, writing)) ?? {}));
      // A name to log in with is in the list only, and mostly kept as it was.
      const told = Object.entries(
        expectedOf(Object.assign({}, input, { username: undefined }), TOLD, COLUMNS, writing.digest) ?? {},
      );
      if (told.length === 0) return isRenamed();
      return told.every(([column, digest]) => writing.digest(cells.get(column) ?? null) === digest);
    };
    const lost = await writeUser(() => send(way, users.update, { key, body }, writing), isDone);
    if (typeof username !== 'string') return { result: { key }, mistakes: lost };
    const words = `The user was changed, but keeps the name to log in with: the server did not make it "${username}".`;
    return { result: { key }, mistakes: [...lost, ...(await kept('username', isRenamed, words))] };
  }

  async function remove(asked: string, writing: Writing): Promise<void> {
    const key = existing(asked, 'user', upstream);
    await sure(
      () => send(way, users.remove, key, writing),
      async () => (await find(key, writing)) === undefined,
    );
  }

  async function setPassword(asked: string, password: string, writing: Writing): Promise<Sent<Made>> {
    const key = existing(asked, 'user', upstream);
    complain(mistakesOf({ password }, both));
    const body = { password };
    await writeUnreadable(() => concealing([password], () => send(way, users.password, { key, body }, writing)));
    return { result: { key } };
  }

  return { create, update: change, remove, setPassword, ...rightWrites(way) };
}

/** Names and addresses that somebody has: the server's own "creation failed" names no reason. */
function twinsOf({ username, email }: CreateUserInput, before: readonly User[]): Mistake[] {
  const taken = (field: 'username' | 'email', value: string | null | undefined): Mistake[] =>
    value && before.some((row) => isSame(row[field], value))
      ? [mistake(field, `There is a user with this ${field} already.`)]
      : [];
  return [...taken('username', username), ...taken('email', email)];
}

/** As the database compares names. */
function isSame(one: string | null | undefined, other: string): boolean {
  return one?.trimEnd().toLowerCase() === other.trimEnd().toLowerCase();
}
