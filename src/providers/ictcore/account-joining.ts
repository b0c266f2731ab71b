import type { Account } from '../../graph/account/account.js';
import type { AccountWrites, OwnerChange } from '../../graph/account/backend.js';
import { encodeId } from '../../graph/id.js';
import { invalid, notThere } from '../../graph/target.js';
import type { Made } from '../../graph/writes.js';
import { Invalid, type Looking, type Sent, type Verdict, type Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { deletion, existing, pairing, send } from './changes.js';
import { isKey } from './key.js';
import type { WireListedProgram } from './program-row.js';
import type { ProgramTies } from './program-ties.js';
import { subscriptionWrites } from './subscription-write.js';
import { isNo, readBack, sure } from './sure.js';
import { userEndpoints } from './user-endpoints.js';
import type { Way } from './way.js';

const joins = {
  clear: deletion('/accounts', '/programs'),
  assign: pairing('PUT', '/accounts', 'users'),
  release: deletion('/accounts', '/users'),
};

type Find = (key: string, writing: Writing) => Promise<Account | undefined>;
type Joining = Pick<AccountWrites, 'subscribe' | 'unsubscribe' | 'clearPrograms' | 'assign' | 'release'>;

/** Subscriptions and owners of accounts. `find` reads an account anew. */
export function joiningWrites(way: Way, ties: Pick<ProgramTies, 'ofAccount'>, find: Find): Required<Joining> {
  const { call, upstream } = way;

  /** The server deletes the programs of an account whose owner changes, before it looks at anything else. */
  async function expectNoPrograms(account: string, { deletesPrograms }: OwnerChange, writing: Writing): Promise<void> {
    if (deletesPrograms) return;
    const programs = await ties.ofAccount(account, writing);
    if (programs.length === 0) return;
    const message = `The account keeps its owner: changing it deletes the programs of the account, which are ${namesOf(programs, upstream.name)}. Give "deletesPrograms: true" if they may go, and make them anew afterwards.`;
    throw invalid(message, ['deletesPrograms']);
  }

  async function assign(account: string, user: string, options: OwnerChange, writing: Writing): Promise<Sent<Made>> {
    const key = existing(account, 'account', upstream.name);
    // The server gives accounts to users that are not there.
    const found = isKey(user) && (await unlessMissing(call(userEndpoints.readUser, user, { ...writing, fresh: true })));
    if (!found || (found.user_id !== undefined && found.user_id !== user)) throw notThere('user', ['userId']);
    await expectNoPrograms(key, options, writing);
    writing.remember({ look: 'owner', key, owner: user });
    try {
      await send(way, joins.assign, { key, other: user }, writing);
      return { result: { key } };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || !isNo(error, ['not-found', 'rejected'])) throw error;
      return ownerLost(error, key, user, writing);
    }
  }

  /** Release 1.2 takes an active extension from its owner, and then does not find the new one (404). */
  async function ownerLost(error: ProviderFailure, key: string, user: string, writing: Writing): Promise<Sent<Made>> {
    const account = await readBack(() => find(key, writing), error);
    if (!account) throw error;
    if (account.ownerKey === user) return { result: { key } };
    const message =
      account.ownerKey === null || account.ownerKey === undefined
        ? `The server took the account from its owner and did not give it to the user, as it does with extensions in use: ${error.message}`
        : `The account keeps its owner: ${error.message}`;
    const mistakes = [{ code: 'UPSTREAM_REJECTED', message, field: ['userId'] }];
    if (account.ownerKey) throw new Invalid(mistakes);
    return { result: { key }, mistakes };
  }

  return {
    ...subscriptionWrites(way),
    clearPrograms: async (account, writing) => {
      const key = existing(account, 'account', upstream.name);
      await send(way, joins.clear, key, writing);
      return { result: { key } };
    },
    assign,
    release: async (account, options, writing) => {
      const key = existing(account, 'account', upstream.name);
      await expectNoPrograms(key, options, writing);
      writing.remember({ look: 'owner', key, owner: null });
      const isFree = async (): Promise<boolean> => {
        const found = await find(key, writing);
        return found !== undefined && (found.ownerKey ?? null) === null;
      };
      await sure(() => send(way, joins.release, key, writing), isFree, ['not-found', 'rejected']);
      return { result: { key } };
    },
  };
}

/** So many are named; more than that nobody reads. */
const MOST_NAMED = 10;

function namesOf(programs: readonly WireListedProgram[], upstream: string): string {
  const named = programs.slice(0, MOST_NAMED).map(({ program_id: key, name }) => {
    return `"${name ?? ''}" (${encodeId(upstream, 'program', key)})`;
  });
  const rest = programs.length - named.length;
  return `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Looks whether an account has the owner that a write was to give it. */
export function seekOwner(find: (key: string, looking: Looking) => Promise<Account | undefined>) {
  return async ({ key, owner }: Trail, looking: Looking): Promise<Verdict> => {
    const account = typeof key === 'string' ? await find(key, looking) : undefined;
    if (!account || typeof key !== 'string') return { is: 'unknown' };
    return (account.ownerKey ?? null) === (owner ?? null) ? { is: 'done', result: { key } } : { is: 'notDone' };
  };
}
