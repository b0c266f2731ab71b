import type { AccountBackend, AccountWrites } from '../../graph/account/backend.js';
import type { Account } from '../../graph/account/account.js';
import type { CreateAccountInput, UpdateAccountInput } from '../../graph/account/write-input.js';
import { changed } from '../../graph/look.js';
import { complain } from '../../graph/target.js';
import type { Made, RemovedBeside } from '../../graph/writes.js';
import type { Sent, Writing } from '../../operations/intent.js';
import { joiningWrites } from './account-joining.js';
import { settingWrites } from './account-setting-write.js';
import { changeOf, expectedOf, newOf } from './body.js';
import { creation, deletion, existing, send, update } from './changes.js';
import { concealing } from './conceal.js';
import { knownBefore, madeTrail } from './made.js';
import { programTies, unlessForbidden } from './program-ties.js';
import { EMAIL, flagOf, mistake, mistakesOf, phoneOf, textOf, type Rules } from './rules.js';
import { sure } from './sure.js';
import type { Way } from './way.js';

const COLUMNS = {
  type: 'type',
  username: 'username',
  password: 'passwd',
  passwordPin: 'passwd_pin',
  firstName: 'first_name',
  lastName: 'last_name',
  phone: 'phone',
  email: 'email',
  address: 'address',
  active: 'active',
};
const TOLD = ['username', 'firstName', 'lastName', 'phone', 'email', 'address', 'active'];

const TYPES: readonly string[] = ['account', 'extension', 'did', 'eaddress'];

const both: Rules = {
  username: textOf({ most: 64, required: true }),
  passwordPin: textOf({
    most: 32,
    secret: true,
    form: { fits: (pin) => /^[\d*#]+$/.test(pin), words: 'digits, * and #' },
  }),
  firstName: textOf({ most: 128 }),
  lastName: textOf({ most: 128 }),
  phone: phoneOf(16),
  email: textOf({ most: 128, form: EMAIL }),
  address: textOf({ most: 128, lines: true }),
};
const CREATE_RULES: Rules = {
  type: textOf({ most: 32, form: { fits: (type) => TYPES.includes(type), words: `one of "${TYPES.join('", "')}"` } }),
  ...both,
  password: textOf({ most: 128, secret: true }),
};
const UPDATE_RULES: Rules = { ...both, password: textOf({ most: 128, required: true, secret: true }), active: flagOf };

const accounts = {
  create: creation('/accounts', 'account_id'),
  update: update('/accounts'),
  remove: deletion('/accounts'),
};

/** How accounts of an installation are written. */
export function accountWrites(way: Way, listing: Pick<AccountBackend, 'list' | 'byKeys'>): AccountWrites {
  const upstream = way.upstream.name;
  const ties = programTies(way);
  const find = async (key: string, writing: Writing): Promise<Account | undefined> =>
    (await listing.byKeys([key], { ...writing, fresh: true })).get(key);

  async function create(input: CreateAccountInput, writing: Writing): Promise<Sent<Made>> {
    complain(mistakesOf(input, CREATE_RULES));
    const before = await knownBefore(listing, writing);
    // The server's own "creation failed" names no reason.
    const type = input.type ?? 'account';
    const isTaken = before?.some((row) => row.type === type && isSame(row.username, input.username));
    if (isTaken)
      complain([mistake('username', `There is an account of the type "${type}" with this username already.`)]);
    writing.remember(madeTrail('account', { username: writing.digest(input.username) }, before));
    const body = { ...newOf(input, COLUMNS), active: input.active === false ? 0 : 1 };
    const key = await concealing([input.password, input.passwordPin], () => way.call(accounts.create, body, writing));
    return { result: { key } };
  }

  async function change(asked: string, input: UpdateAccountInput, writing: Writing): Promise<Sent<Made>> {
    const key = existing(asked, 'account', upstream);
    complain(mistakesOf(input, UPDATE_RULES));
    const body = changeOf(input, COLUMNS);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = expectedOf(input, TOLD, COLUMNS, writing.digest);
    if (expected) writing.remember(changed('account', key, expected));
    await concealing([input.password, input.passwordPin], () => send(way, accounts.update, { key, body }, writing));
    return { result: { key } };
  }

  /** Release 1.2 calls the deletion of an extension a failure, and does it; an account's programs are deleted with it. */
  async function remove(asked: string, writing: Writing): Promise<readonly RemovedBeside[]> {
    const key = existing(asked, 'account', upstream);
    const programs = await unlessForbidden(ties.ofAccount(key, writing));
    await sure(
      () => send(way, accounts.remove, key, writing),
      async () => (await find(key, writing)) === undefined,
    );
    return ties.goneOf(programs, writing);
  }

  return { create, update: change, remove, ...joiningWrites(way, ties, find), ...settingWrites(way) };
}

/** As the database compares names. */
function isSame(one: string | null | undefined, other: string): boolean {
  return one?.trimEnd().toLowerCase() === other.trimEnd().toLowerCase();
}
