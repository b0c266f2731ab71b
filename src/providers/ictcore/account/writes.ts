import type { AccountBackend, AccountWrites } from '../../../graph/account/backend.js';
import type { CreateAccountInput, UpdateAccountInput } from '../../../graph/account/inputs.js';
import type { Account } from '../../../graph/account/types.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { AlsoDeleted, WrittenItem } from '../../../graph/ports/writes.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import { createProgramCascade, emptyIfForbidden } from '../program/cascade.js';
import type { Session } from '../session.js';
import { equalsInDatabase } from '../shared/writes/equals-in-database.js';
import { digestExpected, toChangeBody, toCreateBody } from '../shared/writes/body.js';
import { concealSecrets } from '../shared/writes/conceal-secrets.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import { creationHint, listRowsBefore } from '../shared/writes/creation.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { validateInput } from '../shared/writes/rules.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { accountColumns, accountSecrets } from './columns.js';
import { accountEndpoints } from './endpoints.js';
import { CREATE_RULES, UPDATE_RULES, WIRE_NAMES } from './input-rules.js';
import { createAccountLinkWrites } from './link-writes.js';
import { createSettingWrites } from './setting-writes.js';

/** An account's item tells them as they were given. */
const READABLE_FIELDS = Object.keys(accountColumns.wireNames);

/** How accounts of an installation are written. */
export function createAccountWrites(session: Session, backend: Pick<AccountBackend, 'list' | 'byKeys'>): AccountWrites {
  const upstream = session.upstream.name;
  const cascade = createProgramCascade(session);
  const readFresh = async (key: string, writeAttempt: WriteAttempt): Promise<Account | undefined> =>
    (await backend.byKeys([key], { ...writeAttempt, bypassCache: true })).get(key);

  async function create(
    input: CreateAccountInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    throwIfInvalid(validateInput(input, CREATE_RULES));
    const before = await listRowsBefore(backend, writeAttempt);
    // The server's own "creation failed" names no reason.
    const type = input.type ?? 'account';
    const isTaken = before?.some((row) => row.type === type && equalsInDatabase(row.username, input.username));
    if (isTaken)
      throwIfInvalid([inputError('username', `There is an account of the type "${type}" with this username already.`)]);
    writeAttempt.recordRecoveryHint(creationHint('account', { username: writeAttempt.digest(input.username) }, before));
    const body = { ...toCreateBody(input, WIRE_NAMES), active: input.active === false ? 0 : 1 };
    const key = await concealSecrets(accountSecrets.secretsIn(input), () =>
      session.call(accountEndpoints.create, body, writeAttempt),
    );
    return { result: { key } };
  }

  async function updateAccount(
    requestedKey: string,
    input: UpdateAccountInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(requestedKey, 'account', upstream);
    throwIfInvalid(validateInput(input, UPDATE_RULES));
    const body = toChangeBody(input, WIRE_NAMES);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = digestExpected(input, READABLE_FIELDS, WIRE_NAMES, writeAttempt.digest);
    if (expected) writeAttempt.recordRecoveryHint(changeHint('account', key, expected));
    await concealSecrets(accountSecrets.secretsIn(input), () =>
      sendWrite(session, accountEndpoints.update, { key, body }, writeAttempt),
    );
    return { result: { key } };
  }

  /** Deletes an account and with it, as the server does, its programs. Release 1.2 calls the deletion of an extension a failure, and does it. */
  async function remove(requestedKey: string, writeAttempt: WriteAttempt): Promise<readonly AlsoDeleted[]> {
    const key = requireValidKey(requestedKey, 'account', upstream);
    const programs = await emptyIfForbidden(cascade.ofAccount(key, writeAttempt));
    await confirmWrite(
      () => sendWrite(session, accountEndpoints.delete, key, writeAttempt),
      async () => (await readFresh(key, writeAttempt)) === undefined,
    );
    return cascade.selectDeleted(programs, writeAttempt);
  }

  return {
    create,
    update: updateAccount,
    remove,
    ...createAccountLinkWrites(session, cascade, readFresh),
    ...createSettingWrites(session),
  };
}
