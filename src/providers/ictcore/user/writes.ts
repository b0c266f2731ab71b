import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import type { UserBackend, UserWrites } from '../../../graph/user/backend.js';
import type { CreateUserInput, UpdateUserInput } from '../../../graph/user/inputs.js';
import type { User } from '../../../graph/user/types.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { Json, UserErrorDetail } from '../../../operations/record.js';
import type { Session } from '../session.js';
import { equalsInDatabase } from '../shared/writes/equals-in-database.js';
import { digestExpected, toChangeBody, toCreateBody } from '../shared/writes/body.js';
import { concealSecrets } from '../shared/writes/conceal-secrets.js';
import { confirmWrite, reportUnappliedField } from '../shared/writes/confirm-write.js';
import { creationHint, listRowsBefore } from '../shared/writes/creation.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { validateInput } from '../shared/writes/rules.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { userSecrets } from './columns.js';
import { userEndpoints } from './endpoints.js';
import { CREATE_RULES, READABLE_FIELDS, UPDATE_RULES, WIRE_NAMES } from './input-rules.js';
import { writeUnconfirmable, writeUserConfirmed } from './permission-loss.js';
import { createRightWrites } from './right-writes.js';

/** How users of an installation are written. `readFresh` reads a user's item. */
export function createUserWrites(
  session: Session,
  backend: Pick<UserBackend, 'list' | 'byKeys'>,
  readFresh: (key: string, writeAttempt: WriteAttempt) => Promise<User | undefined>,
): UserWrites {
  const upstream = session.upstream.name;

  async function create(input: CreateUserInput, writeAttempt: WriteAttempt): Promise<ProviderWriteResult<WrittenItem>> {
    throwIfInvalid(validateInput(input, CREATE_RULES));
    const before = await listRowsBefore(backend, writeAttempt);
    throwIfInvalid(validateUnique(input, before ?? []));
    writeAttempt.recordRecoveryHint(creationHint('user', { username: writeAttempt.digest(input.username) }, before));
    const body = { ...toCreateBody(input, WIRE_NAMES), active: input.active === false ? 0 : 1 };
    const key = await concealSecrets(userSecrets.secretsIn(input), () =>
      session.call(userEndpoints.create, body, writeAttempt),
    );
    return { result: { key } };
  }

  async function updateUser(
    requestedKey: string,
    input: UpdateUserInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(requestedKey, 'user', upstream);
    throwIfInvalid(validateInput(input, UPDATE_RULES));
    const body = toChangeBody(input, WIRE_NAMES);
    if (Object.keys(body).length === 0) return { result: { key } };
    const digests = digestExpected(input, READABLE_FIELDS, WIRE_NAMES, writeAttempt.digest);
    if (digests) writeAttempt.recordRecoveryHint({ look: 'user', key, digests });
    const { username } = input;
    const isRenamed = async (): Promise<boolean> => {
      const rows = await backend.byKeys([key], { ...writeAttempt, bypassCache: true });
      return typeof username === 'string' && equalsInDatabase(rows.get(key)?.username, username);
    };
    const isDone = async (): Promise<boolean> => {
      const cells = new Map<string, Json>(Object.entries((await readFresh(key, writeAttempt)) ?? {}));
      // The item lacks the name to log in with, which most servers keep as it was.
      const expectedDigests = Object.entries(
        digestExpected(
          Object.assign({}, input, { username: undefined }),
          READABLE_FIELDS,
          WIRE_NAMES,
          writeAttempt.digest,
        ) ?? {},
      );
      if (expectedDigests.length === 0) return isRenamed();
      return expectedDigests.every(([column, digest]) => writeAttempt.digest(cells.get(column) ?? null) === digest);
    };
    const lossErrors = await writeUserConfirmed(
      () => sendWrite(session, userEndpoints.update, { key, body }, writeAttempt),
      isDone,
    );
    if (typeof username !== 'string') return { result: { key }, mistakes: lossErrors };
    const message = `The user was changed, but keeps the name to log in with: the server did not make it "${username}".`;
    return {
      result: { key },
      mistakes: [...lossErrors, ...(await reportUnappliedField('username', isRenamed, message))],
    };
  }

  async function remove(requestedKey: string, writeAttempt: WriteAttempt): Promise<void> {
    const key = requireValidKey(requestedKey, 'user', upstream);
    await confirmWrite(
      () => sendWrite(session, userEndpoints.delete, key, writeAttempt),
      async () => (await readFresh(key, writeAttempt)) === undefined,
    );
  }

  async function setPassword(
    requestedKey: string,
    password: string,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(requestedKey, 'user', upstream);
    throwIfInvalid(validateInput({ password }, userSecrets.rules));
    const body = { [userSecrets.wireNames.password]: password };
    await writeUnconfirmable(() =>
      concealSecrets([password], () => sendWrite(session, userEndpoints.setPassword, { key, body }, writeAttempt)),
    );
    return { result: { key } };
  }

  return { create, update: updateUser, remove, setPassword, ...createRightWrites(session) };
}

/** Finds names and addresses that a user already has: the server would answer "creation failed" without a reason. */
function validateUnique({ username, email }: CreateUserInput, before: readonly User[]): UserErrorDetail[] {
  const findTaken = (field: 'username' | 'email', value: string | null | undefined): UserErrorDetail[] =>
    value && before.some((row) => equalsInDatabase(row[field], value))
      ? [inputError(field, `There is a user with this ${field} already.`)]
      : [];
  return [...findTaken('username', username), ...findTaken('email', email)];
}
