import type { AccountWrites } from '../../graph/account/backend.js';
import { invalid, notThere } from '../../graph/target.js';
import type { Made } from '../../graph/writes.js';
import { Invalid, type Sent, type Writing } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { existing, pairing, send } from './changes.js';
import { isKey, keyOrNull } from './key.js';
import { programEndpoints } from './program-endpoints.js';
import { directionOf } from './program-row.js';
import { isNo, unsure } from './sure.js';
import type { Way } from './way.js';

const subscriptions = {
  add: pairing('PUT', '/accounts', 'programs'),
  remove: pairing('DELETE', '/accounts', 'programs'),
};

/** How accounts are subscribed to programs, and leave them. */
export function subscriptionWrites(way: Way): Required<Pick<AccountWrites, 'subscribe' | 'unsubscribe'>> {
  const { call, upstream } = way;

  const change = async (endpoint: typeof subscriptions.add, key: string, program: string, writing: Writing) => {
    try {
      await send(way, endpoint, { key, other: program }, writing);
    } catch (error) {
      const isProgram = error instanceof ProviderFailure && isNo(error, ['not-found']) && error.point === 'program';
      throw isProgram ? notThere('program', ['programId']) : error;
    }
  };

  /** Whose program it is: null for nobody's, undefined where the server does not tell. */
  const holderOf = async (program: string, writing: Writing): Promise<string | null | undefined> => {
    const found = await unlessMissing(call(programEndpoints.readProgram, program, { ...writing, fresh: true }));
    if (!found) throw notThere('program', ['programId']);
    return found.account_id === undefined ? undefined : keyOrNull(found.account_id);
  };

  /** The server deploys a program once more for it, so that one that sends would send all twice. */
  async function expectReceiver(program: string, writing: Writing): Promise<void> {
    const listed = await call(programEndpoints.listPrograms, { program_id: program }, { ...writing, fresh: true });
    const found = listed.find(({ program_id: key }) => key === program);
    if (!found) throw notThere('program', ['programId']);
    const direction = directionOf(found.type);
    if (direction === 'receives') return;
    const reason = direction === 'sends' ? 'This program sends' : 'This program may send, as nobody knows its type';
    const message = `${reason}: subscribed to once more, the server would send everything of it twice. An account needs no subscription to send: give "accountId" with the transmission.`;
    throw invalid(message, ['programId']);
  }

  async function subscribe(account: string, program: string, writing: Writing): Promise<Sent<Made>> {
    const key = existing(account, 'account', upstream.name);
    // What is no number would be taken for a type of program, of which a new one is made.
    if (!isKey(program)) throw notThere('program', ['programId']);
    await expectReceiver(program, writing);
    // Deployed once more, it would handle twice what comes in.
    if ((await holderOf(program, writing)) === key) return { result: { key } };
    await change(subscriptions.add, key, program, writing);
    const holder = await readAfter(() => holderOf(program, writing));
    if (holder === key) return { result: { key } };
    const message =
      'The server called it done, and the program is still not of this account, as on release 1.2. It may handle twice by now what comes in: delete it, and make one for this account with createProgram.';
    throw new Invalid([{ code: 'UPSTREAM_REJECTED', message, field: ['programId'] }]);
  }

  return {
    subscribe,
    unsubscribe: async (account, program, writing) => {
      const key = existing(account, 'account', upstream.name);
      if (!isKey(program)) throw notThere('program', ['programId']);
      await change(subscriptions.remove, key, program, writing);
      return { result: { key } };
    },
  };
}

/** What is there after a write that was called done; where it can't be read, nobody knows. */
async function readAfter<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    throw unsure(error, `The server called it done, which could not be read back: ${error.message}`);
  }
}
