import type { AccountWrites } from '../../../graph/account/backend.js';
import { invalidInput, notFoundError } from '../../../graph/mutations/target.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../../operations/intent.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { isKey, keyOrNull } from '../shared/reads/keys.js';
import { programEndpoints } from '../program/endpoints.js';
import { programDirectionOf } from '../program/kinds.js';
import { isProviderRejection, toUnknownOutcome } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';
import { accountEndpoints } from './endpoints.js';

/** How accounts are subscribed to programs, and leave them. */
export function createSubscriptionWrites(session: Session): Required<Pick<AccountWrites, 'subscribe' | 'unsubscribe'>> {
  const { call, upstream } = session;

  const changeSubscription = async (
    endpoint: typeof accountEndpoints.subscribe,
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

  /** The account of a program: null for none, undefined where the server does not tell. */
  const readHolder = async (program: string, writeAttempt: WriteAttempt): Promise<string | null | undefined> => {
    const found = await unlessMissing(call(programEndpoints.read, program, { ...writeAttempt, bypassCache: true }));
    if (!found) throw notFoundError('program', ['programId']);
    return found.account_id === undefined ? undefined : keyOrNull(found.account_id);
  };

  /** Rejects programs that send: the server deploys a subscribed program once more, so that it would send everything twice. */
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
    // The server takes a text for a type of program, and makes a new program of it.
    if (!isKey(program)) throw notFoundError('program', ['programId']);
    await requireReceiver(program, writeAttempt);
    // Deployed once more, it would handle everything twice that comes in.
    if ((await readHolder(program, writeAttempt)) === key) return { result: { key } };
    await changeSubscription(accountEndpoints.subscribe, key, program, writeAttempt);
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
      await changeSubscription(accountEndpoints.unsubscribe, key, program, writeAttempt);
      return { result: { key } };
    },
  };
}

/** Reads back a write that the server called done; where that fails the outcome is unknown. */
async function readAfterWrite<Value>(read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    throw toUnknownOutcome(error, `The server called it done, which could not be read back: ${error.message}`);
  }
}
