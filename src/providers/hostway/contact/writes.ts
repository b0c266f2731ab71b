import { eraseCreateInput, eraseUpdateInput } from '../../../graph/contact/extension.js';
import type { WrittenContactItem, ContactWrites } from '../../../graph/contact/backend.js';
import { changeHint, type ColumnDigests } from '../../../graph/mutations/reconciler.js';
import { inputError, toFieldErrors } from '../../../graph/mutations/field-errors.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { toChangeTexts, toCreateTexts } from '../../../wire/column-inputs.js';
import { keyOf } from '../key.js';
import type { Session } from '../session.js';
import { contactColumns } from './columns.js';
import { endpoints, type WritableColumns, type ContactLocation } from './endpoints.js';
import { validateCreate, validateUpdate } from './input-rules.js';
import type { HostwayContactChange, HostwayNewContact } from './inputs.js';
import { locateContact } from './reads.js';

const { wireNames } = contactColumns;

/** What is sent of a change, and to which contact. */
interface ContactChange {
  readonly key: string;
  readonly location: ContactLocation;
  readonly columns: WritableColumns;
}

/** Contacts are created and changed. No documentation page has a deletion. */
export function createContactWrites(session: Session): ContactWrites {
  return {
    create: {
      hostway: eraseCreateInput((input: HostwayNewContact, writeAttempt) =>
        createContact(session, input, writeAttempt),
      ),
    },
    update: {
      hostway: eraseUpdateInput(
        async (key, change: HostwayContactChange, writeAttempt): Promise<ProviderWriteResult<WrittenContactItem>> => {
          throwIfInvalid(validateUpdate(change));
          const location = locateContact(key, session);
          const columns = toChangeTexts(change, wireNames);
          if (Object.keys(columns).length > 0) await updateContact(session, { key, location, columns }, writeAttempt);
          return { result: { key } };
        },
      ),
    },
  };
}

async function createContact(
  session: Session,
  input: HostwayNewContact,
  writeAttempt: WriteAttempt,
): Promise<ProviderWriteResult<WrittenContactItem>> {
  const { call, account, domains } = session;
  const { domain: givenDomain, ...fields } = input;
  const requestedDomain = givenDomain?.toLowerCase();
  const domain = domains.find((each) =>
    requestedDomain === undefined ? domains.length === 1 : each === requestedDomain,
  );
  throwIfInvalid([...validateCreate(input), domain === undefined ? domainError(session) : undefined]);
  if (domain === undefined) throw new TypeError('an unknown domain passed validation');
  const columns = toCreateTexts(fields, wireNames);
  const key = keyOf(domain, input.name);
  writeAttempt.recordRecoveryHint({ look: 'made', key, digests: digestsOf(columns, writeAttempt) });
  try {
    await call(endpoints.createContact, { account, domain, columns }, writeAttempt);
  } catch (error) {
    throw toCreationErrors(error, domain, columns);
  }
  return { result: { key } };
}

async function updateContact(
  { call }: Session,
  { key, location, columns }: ContactChange,
  writeAttempt: WriteAttempt,
): Promise<void> {
  const { displayName, ...others } = columns;
  // The contact's `displayName` is the trimmed one of the row, and validation keeps it from being blank.
  const expectedColumns = { ...others, ...(displayName === undefined ? {} : { displayName: displayName.trim() }) };
  writeAttempt.recordRecoveryHint(changeHint('contact', key, digestsOf(expectedColumns, writeAttempt)));
  try {
    await call(endpoints.updateContact, { ...location, columns }, writeAttempt);
  } catch (error) {
    throw toFieldErrors(error, fieldsOf(columns));
  }
}

/** Digests of columns as rows hold them: null for one that is not set. */
function digestsOf(columns: WritableColumns, { digest }: WriteAttempt): ColumnDigests {
  return Object.fromEntries(Object.entries(columns).map(([column, value]) => [column, digest(value || null)]));
}

function domainError({ domains, upstream }: Session): UserErrorDetail {
  const names = domains.join(', ');
  return inputError('domain', `"domain" must name a mail domain of "${upstream.name}"; configured are: ${names}.`);
}

/** Why a creation was rejected, by fields of the input. */
function toCreationErrors(error: unknown, domain: string, columns: WritableColumns): unknown {
  if (!(error instanceof ProviderFailure) || error.sent !== 'yes') return error;
  if (error.kind === 'rejected' && error.status === 409) {
    return new InvalidInputError([{ code: 'CONFLICT', message: error.message, field: ['name'] }]);
  }
  if (error.kind !== 'not-found') return toFieldErrors(error, fieldsOf(columns));
  return new InvalidInputError([
    { code: 'NOT_FOUND', message: `${error.message}, domain ${domain}`, field: ['domain'] },
  ]);
}

/** Each column is the input field of the same name. */
function fieldsOf(columns: WritableColumns): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.keys(columns).map((column) => [column, [column]]));
}
