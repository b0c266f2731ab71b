import type { AccountWrites, OwnerChange } from '../../../graph/account/backend.js';
import type { Account } from '../../../graph/account/types.js';
import { invalidInput, notFoundError } from '../../../graph/mutations/target.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import { encodeId } from '../../../graph/values/id.js';
import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../../operations/intent.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { ProgramCascade } from '../program/cascade.js';
import type { WireListedProgram } from '../program/columns.js';
import type { Session } from '../session.js';
import { isKey } from '../shared/reads/keys.js';
import { confirmWrite, isProviderRejection, readBack } from '../shared/writes/confirm-write.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { userEndpoints } from '../user/endpoints.js';
import { accountEndpoints } from './endpoints.js';
import { createSubscriptionWrites } from './subscription-writes.js';

type ReadAccount = (key: string, writeAttempt: WriteAttempt) => Promise<Account | undefined>;
type AccountLinkWrites = Pick<AccountWrites, 'subscribe' | 'unsubscribe' | 'clearPrograms' | 'assign' | 'release'>;

/** How programs and owners of accounts change. `readFresh` reads an account past the cache. */
export function createAccountLinkWrites(
  session: Session,
  cascade: Pick<ProgramCascade, 'ofAccount'>,
  readFresh: ReadAccount,
): Required<AccountLinkWrites> {
  const { call, upstream } = session;

  /** Rejects a change of owner that would delete programs: the server deletes the account's before it checks anything else. */
  async function requireNoPrograms(
    account: string,
    { deletesPrograms }: OwnerChange,
    writeAttempt: WriteAttempt,
  ): Promise<void> {
    if (deletesPrograms) return;
    const programs = await cascade.ofAccount(account, writeAttempt);
    if (programs.length === 0) return;
    const message = `The account keeps its owner: changing it deletes the programs of the account, which are ${describePrograms(programs, upstream.name)}. Give "deletesPrograms: true" if they may go, and make them anew afterwards.`;
    throw invalidInput(message, ['deletesPrograms']);
  }

  async function assign(
    account: string,
    user: string,
    options: OwnerChange,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(account, 'account', upstream.name);
    // The server would give the account to a user that does not exist.
    const found =
      isKey(user) && (await unlessMissing(call(userEndpoints.read, user, { ...writeAttempt, bypassCache: true })));
    if (!found || (found.user_id !== undefined && found.user_id !== user)) throw notFoundError('user', ['userId']);
    await requireNoPrograms(key, options, writeAttempt);
    writeAttempt.recordRecoveryHint({ look: 'owner', key, owner: user });
    try {
      await sendWrite(session, accountEndpoints.assignOwner, { key, other: user }, writeAttempt);
      return { result: { key } };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || !isProviderRejection(error, ['not-found', 'rejected'])) throw error;
      return reportLostOwner(error, key, user, writeAttempt);
    }
  }

  /** Release 1.2 takes an active extension from its owner, and then does not find the new one (404). */
  async function reportLostOwner(
    error: ProviderFailure,
    key: string,
    user: string,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const account = await readBack(() => readFresh(key, writeAttempt), error);
    if (!account) throw error;
    if (account.ownerKey === user) return { result: { key } };
    const message =
      account.ownerKey === null || account.ownerKey === undefined
        ? `The server took the account from its owner and did not give it to the user, as it does with extensions in use: ${error.message}`
        : `The account keeps its owner: ${error.message}`;
    const mistakes = [{ code: 'UPSTREAM_REJECTED', message, field: ['userId'] }];
    if (account.ownerKey) throw new InvalidInputError(mistakes);
    return { result: { key }, mistakes };
  }

  return {
    ...createSubscriptionWrites(session),
    clearPrograms: async (account, writeAttempt) => {
      const key = requireValidKey(account, 'account', upstream.name);
      await sendWrite(session, accountEndpoints.clearPrograms, key, writeAttempt);
      return { result: { key } };
    },
    assign,
    release: async (account, options, writeAttempt) => {
      const key = requireValidKey(account, 'account', upstream.name);
      await requireNoPrograms(key, options, writeAttempt);
      writeAttempt.recordRecoveryHint({ look: 'owner', key, owner: null });
      const isReleased = async (): Promise<boolean> => {
        const found = await readFresh(key, writeAttempt);
        return found !== undefined && (found.ownerKey ?? null) === null;
      };
      await confirmWrite(() => sendWrite(session, accountEndpoints.release, key, writeAttempt), isReleased, [
        'not-found',
        'rejected',
      ]);
      return { result: { key } };
    },
  };
}

/** At most 10 programs are named, so that the message stays readable. */
const MAX_NAMED_PROGRAMS = 10;

function describePrograms(programs: readonly WireListedProgram[], upstream: string): string {
  const named = programs.slice(0, MAX_NAMED_PROGRAMS).map(({ program_id: key, name }) => {
    return `"${name}" (${encodeId(upstream, 'program', key)})`;
  });
  const rest = programs.length - named.length;
  return `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
