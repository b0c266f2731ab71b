import { Invalid, type Looking, type Sent, type Verdict, type Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import type { ContactMade } from '../../graph/contact/backend.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { Caller } from '../../wire/endpoint.js';
import { mistakesOfNew, plainEmail, toNewContact } from './columns.js';
import { endpoints, type NewContact, type WireContact } from './endpoints.js';
import { wholeOf } from './pages.js';
import { inFields } from './refused.js';
import type { CreateCloudSigmaContactInput } from './write-types.js';

type Made = Sent<ContactMade> | Error;

/** Makes contacts in one request, each with its own answer in the order of the inputs; a wrong one costs no other. */
export async function createContacts(
  call: Caller,
  upstream: string,
  inputs: readonly CreateCloudSigmaContactInput[],
  writing: Writing,
): Promise<readonly Made[]> {
  const mistakes = inputs.map(mistakesOfNew);
  const sendable = inputs.filter((_, place) => mistakes[place]?.length === 0);
  const made = (await send(call, upstream, sendable.map(toNewContact), writing)).values();
  return mistakes.map((found) =>
    found.length > 0 ? new Invalid(found) : (made.next().value ?? new TypeError('a contact had no answer')),
  );
}

/** Looks for contacts whose creation was never answered: none with their addresses is a proof, one is not. */
export async function seekMade(call: Caller, { emails }: Trail, looking: Looking): Promise<Verdict> {
  if (!Array.isArray(emails)) return { is: 'unknown' };
  const wanted = new Set<unknown>(emails);
  const rows = await wholeOf(call, endpoints.listContacts, looking);
  // Several contacts may have one address, so what is there may have been there before.
  const isThere = rows.some(({ email }) => wanted.has(looking.digest(plainEmail(email))));
  return { is: isThere ? 'unknown' : 'notDone' };
}

async function send(
  call: Caller,
  upstream: string,
  contacts: readonly NewContact[],
  writing: Writing,
): Promise<readonly Made[]> {
  if (contacts.length === 0) return [];
  writing.remember({ look: 'made', emails: contacts.map(({ email }) => writing.digest(plainEmail(email))) });
  try {
    const { objects } = await call(endpoints.createContacts, contacts, writing);
    return answersOf(contacts, objects).map((row) => (row ? { result: { key: row.uuid } } : unanswered(upstream)));
  } catch (error) {
    // A refusal is the whole request's: which of several contacts it is about is not told.
    const [email, name, phone] = [['email'], ['name'], ['phone']];
    const told = contacts.length === 1 ? inFields(error, { email, name, phone }) : error;
    if (!(told instanceof Error)) throw told;
    return contacts.map(() => told);
  }
}

/** The row of each contact: by name and address, then by address, then, where no row is lacking, by place. */
function answersOf(contacts: readonly NewContact[], objects: readonly WireContact[]): Array<WireContact | undefined> {
  const left = [...objects];
  const take = (fits: (row: WireContact) => boolean): WireContact | undefined => {
    const place = left.findIndex(fits);
    return place < 0 ? undefined : left.splice(place, 1)[0];
  };
  const sameEmail = (row: WireContact, { email }: NewContact): boolean => plainEmail(row.email) === plainEmail(email);
  const exact = contacts.map((contact) => take((row) => row.name === contact.name && sameEmail(row, contact)));
  const close = contacts.map((contact, place) => exact[place] ?? take((row) => sameEmail(row, contact)));
  const complete = close.filter((row) => !row).length === left.length;
  return close.map((row) => row ?? (complete ? left.shift() : undefined));
}

function unanswered(upstream: string): ProviderFailure {
  const message = `${endpoints.createContacts.name} was answered with fewer contacts than were sent.`;
  return new ProviderFailure(upstream, 'protocol', message);
}
