import { eraseCreateInput, eraseUpdateInput } from '../../../graph/contact/extension.js';
import type { WrittenContactItem, ContactWrites } from '../../../graph/contact/backend.js';
import { changeHint, type ColumnDigests } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import { inputError, toFieldErrors } from '../../../graph/mutations/field-errors.js';
import {
  InvalidInputError,
  type ReconcileContext,
  type ProviderWriteResult,
  type ReconcileVerdict,
  type WriteAttempt,
} from '../../../operations/intent.js';
import type { UserErrorDetail, RecoveryHint } from '../../../operations/record.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { Caller } from '../../../wire/endpoint.js';
import { validateUpdate, validateCreate, toWritableColumns, toNewColumns } from './input-rules.js';
import { keyOf, namesIn, type Session } from './backend.js';
import { endpoints, type WritableColumns, type ContactLocation } from './endpoints.js';
import { readByNames } from './reads.js';
import type { HostwayContactChange, HostwayNewContact } from './inputs.js';

/** How contacts of address books are written; no page documents a delete. */
export function createContactWrites(call: Caller, session: Session): ContactWrites {
  return {
    create: {
      hostway: eraseCreateInput((input: HostwayNewContact, writeAttempt) =>
        createContact(call, session, input, writeAttempt),
      ),
    },
    update: {
      hostway: eraseUpdateInput(
        async (key, change: HostwayContactChange, writeAttempt): Promise<ProviderWriteResult<WrittenContactItem>> => {
          throwIfInvalid(validateUpdate(change));
          const item = locateContact(key, session);
          const columns = toWritableColumns(change);
          if (Object.keys(columns).length > 0) await updateContact(call, { key, item, columns }, writeAttempt);
          return { result: { key } };
        },
      ),
    },
  };
}

/** Looks for a contact whose creation was never answered: by its name, and whether it is what was sent. */
export async function reconcileCreation(
  call: Caller,
  session: Session,
  { key, digests }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const { account, domain, name } = locateContact(key, session);
  const bookRead = {
    call,
    upstream: session.upstream.name,
    search: { account, domain, params: {} },
    callOptions: context,
  };
  const [row] = await readByNames(bookRead, [name]);
  if (!row) return { is: 'notDone' };
  const held = new Map<string, string | null>(Object.entries(row));
  const isAsSent = Object.entries(digests).every(
    ([column, digest]) => context.digest(held.get(column) ?? null) === digest,
  );
  // Another's of that name may have been there before, and ours refused.
  return isAsSent ? { is: 'done', result: { key } } : { is: 'unknown' };
}

async function createContact(
  call: Caller,
  session: Session,
  input: HostwayNewContact,
  writeAttempt: WriteAttempt,
): Promise<ProviderWriteResult<WrittenContactItem>> {
  const { account, domains } = session;
  const requestedDomain = input.domain?.toLowerCase();
  const domain = domains.find((each) =>
    requestedDomain === undefined ? domains.length === 1 : each === requestedDomain,
  );
  throwIfInvalid([...validateCreate(input), domain === undefined ? domainError(session) : undefined]);
  if (domain === undefined) throw new TypeError('a complaint was not heard');
  const columns = toNewColumns(input);
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
  call: Caller,
  { key, item, columns }: { readonly key: string; readonly item: ContactLocation; readonly columns: WritableColumns },
  writeAttempt: WriteAttempt,
): Promise<void> {
  const { displayName, ...others } = columns;
  // A row's own display name is trimmed, and it is never empty here.
  const expectedColumns = { ...others, ...(displayName === undefined ? {} : { displayName: displayName.trim() }) };
  writeAttempt.recordRecoveryHint(changeHint('contact', key, digestsOf(expectedColumns, writeAttempt)));
  try {
    await call(endpoints.updateContact, { ...item, columns }, writeAttempt);
  } catch (error) {
    throw toFieldErrors(error, fieldsOf(columns));
  }
}

/** As rows have them: null for what is not set. */
function digestsOf(columns: WritableColumns, { digest }: WriteAttempt): ColumnDigests {
  return Object.fromEntries(Object.entries(columns).map(([column, value]) => [column, digest(value || null)]));
}

/** Where a contact is, by its key; a key of no configured domain is of none that is there. */
function locateContact(key: string, { account, domains, upstream }: Session): ContactLocation {
  const [item] = domains.flatMap((domain) => namesIn(domain, key).map((name) => ({ account, domain, name })));
  if (item) return item;
  throw new ProviderFailure(upstream.name, 'not-found', 'There is no contact with this id (any more).', { sent: 'no' });
}

function domainError({ domains, upstream }: Session): UserErrorDetail {
  const names = domains.join(', ');
  return inputError('domain', `"domain" must name a mail domain of "${upstream.name}"; configured are: ${names}.`);
}

/** What a creation was refused for, in the fields of the input. */
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
