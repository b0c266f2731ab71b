import type { WrittenContactItem, ContactWrites } from '../../../graph/contact/backend.js';
import { eraseCreateInput, eraseUpdateInput } from '../../../graph/contact/extension.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid, invalidInput, notFoundError } from '../../../graph/mutations/target.js';
import { isUuid } from '../../../graph/values/uuid.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { validateContact, type ContactInput } from './input-rules.js';
import { wireFieldsOf, inputErrorsOf, validateText, type ValidatedField, type WireField } from '../wire-fields.js';
import type { Session } from '../session.js';
import { validateOptionChoices } from '../options/input-rules.js';
import type { HostTrackerOptionsBackend } from '../options/backend.js';
import type { MatchingReader } from './reads.js';
import { expectedDigests, creationHint, type PendingContact, type ContactRecovery } from './recovery.js';
import type { ContactType } from './columns.js';
import type { ContactEndpoints } from './endpoints.js';
import { toContactStatus } from './write-answer.js';
import type { UpdateHostTrackerContactInput } from './inputs.js';
import type { ContactStatus } from '../../../graph/contact/types.js';

/** What writes of one account need. */
export interface WriteDependencies {
  readonly session: Session;
  readonly endpoints: ContactEndpoints;
  readonly readMatching: MatchingReader;
  readonly options: HostTrackerOptionsBackend;
  readonly recovery: ContactRecovery;
}

type NewContactInput = ContactInput & { readonly address: string };

/** How contacts of one account are written. */
export function createContactWrites(dependencies: WriteDependencies): ContactWrites {
  const { session, endpoints } = dependencies;
  const { call, upstream, defaultCountry: country } = session;

  const create = (type: ContactType) =>
    eraseCreateInput(async (input: NewContactInput, writeAttempt) => {
      const validated = validateContact(input, { type, key: undefined, country });
      await throwInputErrors(validated, () => validateOptionChoices(input, type, dependencies.options, writeAttempt));
      const fields = wireFieldsOf(validated);
      const contact = { type, address: wireTextOf(fields, 'address') ?? '', name: wireTextOf(fields, 'name') };
      const pending = await dependencies.recovery.captureExisting(contact, writeAttempt);
      writeAttempt.recordRecoveryHint(creationHint(pending, writeAttempt));
      const answer = await call(endpoints.create[type], fields, writeAttempt);
      const status = toContactStatus(answer);
      return toWrittenContact(
        answer.id ?? (await resolveCreatedKey(pending, status, dependencies, writeAttempt)),
        status,
      );
    });

  const update = eraseUpdateInput(async (key, input: UpdateHostTrackerContactInput, writeAttempt) => {
    if (!isUuid(key)) throw notFoundError('contact', null);
    if (!Object.entries(input).some(([field, value]) => field !== 'idempotencyKey' && value !== undefined)) {
      return toWrittenContact(key, null);
    }
    // The path of the change and the fields that it may hold depend on the kind of the contact.
    const row = await unlessMissing(call(endpoints.read, key, writeAttempt));
    if (!row) throw notFoundError('contact', null);
    const { contactType: type } = row;
    const validated = validateContact(input, { type, key, country });
    await throwInputErrors(validated, () => validateOptionChoices(input, type, dependencies.options, writeAttempt));
    const expected = expectedDigests(input, writeAttempt.digest);
    if (expected) writeAttempt.recordRecoveryHint(changeHint('contact', key, expected));
    await call(endpoints.update[type], { key, fields: wireFieldsOf(validated) }, writeAttempt);
    return toWrittenContact(key, null);
  });

  return {
    create: {
      hostTrackerEmail: create('Email'),
      hostTrackerSms: create('SMS'),
      hostTrackerIm: create('IM'),
      hostTrackerVoice: create('VoiceCall'),
    },
    update: { hostTracker: update },
    remove: async (key, writeAttempt) => {
      // A failure, as deletions of several contacts report one for each.
      if (!isUuid(key)) {
        throw new ProviderFailure(upstream.name, 'not-found', notFoundError('contact', null).message, { sent: 'yes' });
      }
      await call(endpoints.delete, key, writeAttempt);
    },
    confirm: async (key, given, writeAttempt) => {
      if (!isUuid(key)) throw notFoundError('contact', ['id']);
      const code = validateText('code', given, 'A code');
      if (!('text' in code)) throw invalidInput(code.message, code.field);
      writeAttempt.recordRecoveryHint(changeHint('contact', key, { confirmed: writeAttempt.digest(true) }));
      const answer = await call(endpoints.confirm, { key, code: code.text }, writeAttempt);
      const status = toContactStatus(answer) ?? (answer.confirmed === false ? 'CODE_FAIL' : null);
      if (status === null || status === 'CONFIRMED' || status === 'UNKNOWN') return toWrittenContact(key, status);
      const isWrong = status === 'CODE_FAIL';
      const message = isWrong ? 'The code was wrong: the contact is not confirmed.' : `Not confirmed: ${status}.`;
      return toWrittenContact(key, status, [rejectedError(message, isWrong ? ['code'] : null)]);
    },
    resend: async (key, writeAttempt) => {
      if (!isUuid(key)) throw notFoundError('contact', ['id']);
      const status = toContactStatus(await call(endpoints.resend, key, writeAttempt));
      const problem = status === null ? undefined : RESEND_ERRORS[status];
      return toWrittenContact(key, status, problem === undefined ? [] : [rejectedError(problem, null)]);
    },
  };
}

/** A text as sent, where a number may be spelled otherwise than given. */
function wireTextOf(fields: readonly WireField[], field: string): string | undefined {
  const [, text] = fields.find(([name]) => name === field) ?? [];
  return typeof text === 'string' ? text : undefined;
}

const RESEND_ERRORS: Readonly<Partial<Record<ContactStatus, string>>> = {
  LOW_SMS_BALANCE: 'No code was sent: the account has too little credit for it.',
  CODE_FAIL: 'No code was sent: HostTracker failed to send it. Try again after some time.',
  OPERATION_ERROR: 'No code was sent: HostTracker failed to do it.',
  OVERLIMITED: 'No code was sent: the account is over its limit.',
};

/** Statuses that the document does not explain: a contact may have been created or not. */
const AMBIGUOUS_STATUSES: ReadonlySet<ContactStatus> = new Set(['OPERATION_ERROR', 'OVERLIMITED']);

/** The key of a contact whose answer did not hold it. An ambiguous status without a contact is a rejection. */
async function resolveCreatedKey(
  pending: PendingContact,
  status: ContactStatus | null,
  { session: { upstream }, recovery }: WriteDependencies,
  writeAttempt: WriteAttempt,
): Promise<string | null> {
  const isAmbiguous = status !== null && AMBIGUOUS_STATUSES.has(status);
  let found: readonly string[];
  let isNone = false;
  try {
    found = await recovery.findCreated(pending, writeAttempt);
    isNone = isAmbiguous && found.length === 0 && (await recovery.isNothingCreated(pending, writeAttempt));
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    if (!isAmbiguous) return null;
    const message = `HostTracker answered ${status}, which may mean that no contact was made, and could not be asked whether one is there.`;
    throw new ProviderFailure(upstream.name, 'protocol', message, { sent: 'unknown', cause: error });
  }
  const [key, ...others] = found;
  if (key !== undefined && others.length === 0) return key;
  if (isNone) throw invalidInput(`HostTracker made no contact: it answered ${status}.`, null, 'UPSTREAM_REJECTED');
  if (!isAmbiguous) return null;
  const message = `HostTracker answered ${status}, which may mean that no contact was made; one at that address may be it.`;
  throw new ProviderFailure(upstream.name, 'protocol', message, { sent: 'unknown' });
}

function toWrittenContact(
  key: string | null,
  status: ContactStatus | null,
  userErrors: readonly UserErrorDetail[] = [],
): ProviderWriteResult<WrittenContactItem> {
  return { result: status === null ? { key } : { key, status }, mistakes: userErrors };
}

function rejectedError(message: string, field: readonly string[] | null): UserErrorDetail {
  return { code: 'UPSTREAM_REJECTED', message, field };
}

/** Throws all that is wrong with an input at once; without the choices from lists where those can't be read. */
export async function throwInputErrors(
  validated: readonly ValidatedField[],
  validateOptions: () => Promise<readonly UserErrorDetail[]>,
): Promise<void> {
  const userErrors = inputErrorsOf(validated);
  try {
    throwIfInvalid([...userErrors, ...(await validateOptions())]);
  } catch (error) {
    if (error instanceof ProviderFailure) throwIfInvalid(userErrors);
    throw error;
  }
}
