import type { AccountWrites } from '../../../graph/account/backend.js';
import { invalidInput, notFoundError } from '../../../graph/mutations/target.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../../operations/intent.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { requireValidKey, defineLinkEndpoint, sendWrite } from '../shared/writes/write-endpoints.js';
import { isKey, keyOrNull } from '../shared/reads/keys.js';
import { programEndpoints } from '../program/endpoints.js';
import { programDirectionOf } from '../program/columns.js';
import { isProviderRejection, toUnknownOutcome } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

const subscriptionEndpoints = {
  add: defineLinkEndpoint('PUT', '/accounts', 'programs'),
  remove: defineLinkEndpoint('DELETE', '/accounts', 'programs'),
};

/** How accounts are subscribed to programs, and leave them. */
export function createSubscriptionWrites(session: Session): Required<Pick<AccountWrites, 'subscribe' | 'unsubscribe'>> {
  const { call, upstream } = session;

  const changeSubscription = async (
    endpoint: typeof subscriptionEndpoints.add,
    key: string,
    program: string,
    writeAttempt: WriteAttempt,
  ) => {
    try {
      await sendWrite(session, endpoint, { key, other: program }, writeAttempt);
    } catch (error) {
      const isProgram =
        error instanceof ProviderFailure &&
        isProviderRejection(error, ['not-found']) &&
        error.rejectedField === 'program';
      throw isProgram ? notFoundError('program', ['programId']) : error;
    }
  };

  /** Whose program it is: null for nobody's, undefined where the server does not tell. */
  const readHolder = async (program: string, writeAttempt: WriteAttempt): Promise<string | null | undefined> => {
    const found = await unlessMissing(call(programEndpoints.read, program, { ...writeAttempt, bypassCache: true }));
    if (!found) throw notFoundError('program', ['programId']);
    return found.account_id === undefined ? undefined : keyOrNull(found.account_id);
  };

  /** The server deploys a program once more for it, so that one that sends would send all twice. */
  async function requireReceiver(program: string, writeAttempt: WriteAttempt): Promise<void> {
    const listed = await call(programEndpoints.list, { program_id: program }, { ...writeAttempt, bypassCache: true });
    const found = listed.find(({ program_id: key }) => key === program);
    if (!found) throw notFoundError('program', ['programId']);
    const direction = programDirectionOf(found.type);
    if (direction === 'receives') return;
    const reason = direction === 'sends' ? 'This program sends' : 'This program may send, as nobody knows its type';
    const message = `${reason}: subscribed to once more, the server would send everything of it twice. An account needs no subscription to send: give "accountId" with the transmission.`;
    throw invalidInput(message, ['programId']);
  }

  async function subscribe(
    account: string,
    program: string,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(account, 'account', upstream.name);
    // What is no number would be taken for a type of program, of which a new one is made.
    if (!isKey(program)) throw notFoundError('program', ['programId']);
    await requireReceiver(program, writeAttempt);
    // Deployed once more, it would handle twice what comes in.
    if ((await readHolder(program, writeAttempt)) === key) return { result: { key } };
    await changeSubscription(subscriptionEndpoints.add, key, program, writeAttempt);
    const holder = await readAfterWrite(() => readHolder(program, writeAttempt));
    if (holder === key) return { result: { key } };
    const message =
      'The server called it done, and the program is still not of this account, as on release 1.2. It may handle twice by now what comes in: delete it, and make one for this account with createProgram.';
    throw new InvalidInputError([{ code: 'UPSTREAM_REJECTED', message, field: ['programId'] }]);
  }

  return {
    subscribe,
    unsubscribe: async (account, program, writeAttempt) => {
      const key = requireValidKey(account, 'account', upstream.name);
      if (!isKey(program)) throw notFoundError('program', ['programId']);
      await changeSubscription(subscriptionEndpoints.remove, key, program, writeAttempt);
      return { result: { key } };
    },
  };
}

/** What is there after a write that was called done; where it can't be read, nobody knows. */
async function readAfterWrite<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    throw toUnknownOutcome(error, `The server called it done, which could not be read back: ${error.message}`);
  }
}
