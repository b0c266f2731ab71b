import type { AccountBackend, AccountWrites } from '../../../graph/account/backend.js';
import type { Account } from '../../../graph/account/types.js';
import type { CreateAccountInput, UpdateAccountInput } from '../../../graph/account/inputs.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { WrittenItem, AlsoDeleted } from '../../../graph/ports/writes.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import { createAccountLinkWrites } from './link-writes.js';
import { createSettingWrites } from './setting-writes.js';
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
import { createProgramCascade, emptyIfForbidden } from '../program/cascade.js';
import { EMAIL_FORMAT, booleanRule, validateInput, phoneRule, textRule, type Rules } from '../shared/writes/rules.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

const WIRE_NAMES = {
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
const READABLE_FIELDS = ['username', 'firstName', 'lastName', 'phone', 'email', 'address', 'active'];

const TYPES: readonly string[] = ['account', 'extension', 'did', 'eaddress'];

const SHARED_RULES: Rules = {
  username: textRule({ maxBytes: 64, required: true }),
  passwordPin: textRule({
    maxBytes: 32,
    secret: true,
    format: { matches: (pin) => /^[\d*#]+$/.test(pin), description: 'digits, * and #' },
  }),
  firstName: textRule({ maxBytes: 128 }),
  lastName: textRule({ maxBytes: 128 }),
  phone: phoneRule(16),
  email: textRule({ maxBytes: 128, format: EMAIL_FORMAT }),
  address: textRule({ maxBytes: 128, multiline: true }),
};
const CREATE_RULES: Rules = {
  type: textRule({
    maxBytes: 32,
    format: { matches: (type) => TYPES.includes(type), description: `one of "${TYPES.join('", "')}"` },
  }),
  ...SHARED_RULES,
  password: textRule({ maxBytes: 128, secret: true }),
};
const UPDATE_RULES: Rules = {
  ...SHARED_RULES,
  password: textRule({ maxBytes: 128, required: true, secret: true }),
  active: booleanRule,
};

const accountWriteEndpoints = {
  create: defineCreateEndpoint('/accounts', 'account_id'),
  update: defineUpdateEndpoint('/accounts'),
  remove: defineDeleteEndpoint('/accounts'),
};

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
    const key = await concealSecrets([input.password, input.passwordPin], () =>
      session.call(accountWriteEndpoints.create, body, writeAttempt),
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
    await concealSecrets([input.password, input.passwordPin], () =>
      sendWrite(session, accountWriteEndpoints.update, { key, body }, writeAttempt),
    );
    return { result: { key } };
  }

  /** Release 1.2 calls the deletion of an extension a failure, and does it; an account's programs are deleted with it. */
  async function remove(requestedKey: string, writeAttempt: WriteAttempt): Promise<readonly AlsoDeleted[]> {
    const key = requireValidKey(requestedKey, 'account', upstream);
    const programs = await emptyIfForbidden(cascade.ofAccount(key, writeAttempt));
    await confirmWrite(
      () => sendWrite(session, accountWriteEndpoints.remove, key, writeAttempt),
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
