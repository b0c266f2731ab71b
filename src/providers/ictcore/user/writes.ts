import type { UserBackend, UserWrites } from '../../../graph/user/backend.js';
import type { User } from '../../../graph/user/types.js';
import type { CreateUserInput, UpdateUserInput } from '../../../graph/user/inputs.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { WrittenItem } from '../../../graph/ports/writes.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { Json, UserErrorDetail } from '../../../operations/record.js';
import { toChangeBody, digestExpected, toCreateBody } from '../shared/writes/body.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  requireValidKey,
  sendWrite,
  defineUpdateEndpoint,
} from '../shared/writes/write-endpoints.js';
import { concealSecrets } from '../shared/writes/conceal-secrets.js';
import { listRowsBefore, creationHint } from '../shared/writes/creation.js';
import { equalsInDatabase } from '../shared/writes/equals-in-database.js';
import {
  EMAIL_FORMAT,
  booleanRule,
  validateInput,
  wholeNumberRule,
  phoneRule,
  textRule,
  type Rules,
} from '../shared/writes/rules.js';
import { reportUnappliedField, confirmWrite } from '../shared/writes/confirm-write.js';
import { writeUnconfirmable, writeUserConfirmed } from './permission-loss.js';
import { createRightWrites } from './right-writes.js';
import type { Session } from '../session.js';

/** `password` and not the guide's `passwd`: that one is stored as it is, and nobody can log in with it. */
const WIRE_NAMES = {
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
const READABLE_FIELDS = [
  'firstName',
  'lastName',
  'phone',
  'email',
  'address',
  'company',
  'countryId',
  'timezoneId',
  'active',
];
const MAX_INT32 = 2_147_483_647;

const SHARED_RULES: Rules = {
  // A name of digits would be taken for an id where the server takes either.
  username: textRule({
    maxBytes: 64,
    required: true,
    format: { matches: (name) => !/^[\s\d]+$/.test(name), description: 'more than a number' },
  }),
  password: textRule({ maxBytes: 128, required: true, secret: true }),
  firstName: textRule({ maxBytes: 128 }),
  lastName: textRule({ maxBytes: 128 }),
  phone: phoneRule(16),
  email: textRule({ maxBytes: 128, format: EMAIL_FORMAT }),
  address: textRule({ maxBytes: 128, multiline: true }),
  company: textRule({ maxBytes: 128 }),
  countryId: wholeNumberRule(0, MAX_INT32),
  timezoneId: wholeNumberRule(0, MAX_INT32),
};

const userWriteEndpoints = {
  create: defineCreateEndpoint('/users', 'user_id'),
  update: defineUpdateEndpoint('/users'),
  remove: defineDeleteEndpoint('/users'),
  password: defineUpdateEndpoint('/users', '/password'),
};

/** How users of an installation are written. `find` reads a user's item anew. */
export function createUserWrites(
  session: Session,
  backend: Pick<UserBackend, 'list' | 'byKeys'>,
  readFresh: (key: string, writeAttempt: WriteAttempt) => Promise<User | undefined>,
): UserWrites {
  const upstream = session.upstream.name;

  async function create(input: CreateUserInput, writeAttempt: WriteAttempt): Promise<ProviderWriteResult<WrittenItem>> {
    throwIfInvalid(validateInput(input, SHARED_RULES));
    const before = await listRowsBefore(backend, writeAttempt);
    throwIfInvalid(validateUnique(input, before ?? []));
    writeAttempt.recordRecoveryHint(creationHint('user', { username: writeAttempt.digest(input.username) }, before));
    const body = { ...toCreateBody(input, WIRE_NAMES), active: input.active === false ? 0 : 1 };
    const key = await concealSecrets([input.password], () =>
      session.call(userWriteEndpoints.create, body, writeAttempt),
    );
    return { result: { key } };
  }

  async function updateUser(
    requestedKey: string,
    input: UpdateUserInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(requestedKey, 'user', upstream);
    throwIfInvalid(validateInput(input, { ...SHARED_RULES, active: booleanRule }));
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
      // A name to log in with is in the list only, and mostly kept as it was.
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
      () => sendWrite(session, userWriteEndpoints.update, { key, body }, writeAttempt),
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
      () => sendWrite(session, userWriteEndpoints.remove, key, writeAttempt),
      async () => (await readFresh(key, writeAttempt)) === undefined,
    );
  }

  async function setPassword(
    requestedKey: string,
    password: string,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenItem>> {
    const key = requireValidKey(requestedKey, 'user', upstream);
    throwIfInvalid(validateInput({ password }, SHARED_RULES));
    const body = { password };
    await writeUnconfirmable(() =>
      concealSecrets([password], () => sendWrite(session, userWriteEndpoints.password, { key, body }, writeAttempt)),
    );
    return { result: { key } };
  }

  return { create, update: updateUser, remove, setPassword, ...createRightWrites(session) };
}

/** Names and addresses that somebody has: the server's own "creation failed" names no reason. */
function validateUnique({ username, email }: CreateUserInput, before: readonly User[]): UserErrorDetail[] {
  const findTaken = (field: 'username' | 'email', value: string | null | undefined): UserErrorDetail[] =>
    value && before.some((row) => equalsInDatabase(row[field], value))
      ? [inputError(field, `There is a user with this ${field} already.`)]
      : [];
  return [...findTaken('username', username), ...findTaken('email', email)];
}
