import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../../operations/intent.js';
import type { WrittenContactItem } from '../../../graph/contact/backend.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { toCreateTexts } from '../../../wire/column-inputs.js';
import { toFieldErrors } from '../../../graph/mutations/field-errors.js';
import type { Session } from '../session.js';
import { contactColumns, INPUT_FIELD_OF_COLUMN, type WireContact } from './columns.js';
import { contactEndpoints, type NewContact } from './endpoints.js';
import { validateCreate } from './input-rules.js';
import { comparableEmail } from './recovery.js';
import type { CreateCloudSigmaContactInput } from './inputs.js';

type CreationOutcome = ProviderWriteResult<WrittenContactItem> | Error;

/** Creates contacts in one request. Outcomes are in the order of the inputs; an invalid input is left out of the request. */
export async function createContactBatch(
  session: Session,
  inputs: readonly CreateCloudSigmaContactInput[],
  writeAttempt: WriteAttempt,
): Promise<readonly CreationOutcome[]> {
  const userErrors = inputs.map(validateCreate);
  const sendable = inputs.filter((_, place) => userErrors[place]?.length === 0);
  const outcomes = (await sendContacts(session, sendable.map(toNewContact), writeAttempt)).values();
  return userErrors.map((errors) =>
    errors.length > 0
      ? new InvalidInputError(errors)
      : (outcomes.next().value ?? new TypeError('a contact had no answer')),
  );
}

async function sendContacts(
  session: Session,
  contacts: readonly NewContact[],
  writeAttempt: WriteAttempt,
): Promise<readonly CreationOutcome[]> {
  if (contacts.length === 0) return [];
  writeAttempt.recordRecoveryHint({
    look: 'made',
    emails: contacts.map(({ email }) => writeAttempt.digest(comparableEmail(email))),
  });
  try {
    const { objects } = await session.call(contactEndpoints.createMany, contacts, writeAttempt);
    return matchAnswers(contacts, objects).map((row) =>
      row ? { result: { key: row.uuid } } : missingAnswer(session.upstream.name),
    );
  } catch (error) {
    // A rejection is about the whole request: it does not say which of several contacts is at fault.
    const failure = contacts.length === 1 ? toFieldErrors(error, INPUT_FIELD_OF_COLUMN) : error;
    if (!(failure instanceof Error)) throw failure;
    return contacts.map(() => failure);
  }
}

function toNewContact(input: CreateCloudSigmaContactInput): NewContact {
  const { email, name } = input;
  return { ...toCreateTexts(input, contactColumns.wireNames), email, name };
}

/** The row of each contact: the one with its name and address, else with its address, else, where no row is missing, the next. */
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
  const message = `${contactEndpoints.createMany.name} was answered with fewer contacts than were sent.`;
  return new ProviderFailure(upstream, 'protocol', message);
}
