import {
  InvalidInputError,
  type ReconcileContext,
  type ProviderWriteResult,
  type ReconcileVerdict,
  type WriteAttempt,
} from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import type { WrittenContactItem } from '../../../graph/contact/backend.js';
import { toFieldErrors } from '../../../graph/mutations/field-errors.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { Caller } from '../../../wire/endpoint.js';
import { validateCreate, comparableEmail, toNewContact } from './input-rules.js';
import { endpoints, type NewContact, type WireContact } from '../endpoints.js';
import { readAllRows } from '../pages.js';
import type { CreateCloudSigmaContactInput } from './inputs.js';

type CreationOutcome = ProviderWriteResult<WrittenContactItem> | Error;

/** Makes contacts in one request, each with its own answer in the order of the inputs; a wrong one costs no other. */
export async function createContacts(
  call: Caller,
  upstream: string,
  inputs: readonly CreateCloudSigmaContactInput[],
  writeAttempt: WriteAttempt,
): Promise<readonly CreationOutcome[]> {
  const userErrors = inputs.map(validateCreate);
  const sendable = inputs.filter((_, place) => userErrors[place]?.length === 0);
  const outcomes = (await sendContacts(call, upstream, sendable.map(toNewContact), writeAttempt)).values();
  return userErrors.map((errors) =>
    errors.length > 0
      ? new InvalidInputError(errors)
      : (outcomes.next().value ?? new TypeError('a contact had no answer')),
  );
}

/** Looks for contacts whose creation was never answered: none with their addresses is a proof, one is not. */
export async function reconcileCreation(
  call: Caller,
  { emails }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (!Array.isArray(emails)) return { is: 'unknown' };
  const wanted = new Set<unknown>(emails);
  const rows = await readAllRows(call, endpoints.listContacts, context);
  // Several contacts may have one address, so what is there may have been there before.
  const isThere = rows.some(({ email }) => wanted.has(context.digest(comparableEmail(email))));
  return { is: isThere ? 'unknown' : 'notDone' };
}

async function sendContacts(
  call: Caller,
  upstream: string,
  contacts: readonly NewContact[],
  writeAttempt: WriteAttempt,
): Promise<readonly CreationOutcome[]> {
  if (contacts.length === 0) return [];
  writeAttempt.recordRecoveryHint({
    look: 'made',
    emails: contacts.map(({ email }) => writeAttempt.digest(comparableEmail(email))),
  });
  try {
    const { objects } = await call(endpoints.createContacts, contacts, writeAttempt);
    return matchAnswers(contacts, objects).map((row) =>
      row ? { result: { key: row.uuid } } : missingAnswer(upstream),
    );
  } catch (error) {
    // A refusal is the whole request's: which of several contacts it is about is not told.
    const [email, name, phone] = [['email'], ['name'], ['phone']];
    const failure = contacts.length === 1 ? toFieldErrors(error, { email, name, phone }) : error;
    if (!(failure instanceof Error)) throw failure;
    return contacts.map(() => failure);
  }
}

/** The row of each contact: by name and address, then by address, then, where no row is lacking, by place. */
function matchAnswers(
  contacts: readonly NewContact[],
  objects: readonly WireContact[],
): Array<WireContact | undefined> {
  const unmatched = [...objects];
  const takeRow = (fits: (row: WireContact) => boolean): WireContact | undefined => {
    const place = unmatched.findIndex(fits);
    return place < 0 ? undefined : unmatched.splice(place, 1)[0];
  };
  const sameEmail = (row: WireContact, { email }: NewContact): boolean =>
    comparableEmail(row.email) === comparableEmail(email);
  const byNameAndEmail = contacts.map((contact) =>
    takeRow((row) => row.name === contact.name && sameEmail(row, contact)),
  );
  const byEmail = contacts.map((contact, place) => byNameAndEmail[place] ?? takeRow((row) => sameEmail(row, contact)));
  const isComplete = byEmail.filter((row) => !row).length === unmatched.length;
  return byEmail.map((row) => row ?? (isComplete ? unmatched.shift() : undefined));
}

function missingAnswer(upstream: string): ProviderFailure {
  const message = `${endpoints.createContacts.name} was answered with fewer contacts than were sent.`;
  return new ProviderFailure(upstream, 'protocol', message);
}
