import { ContactRow } from '../../../graph/contact/contact-row.js';
import { displayNameOf, emailsOf, fullName, type Channel, type Contact } from '../../../graph/contact/types.js';
import type { Group } from '../../../graph/group/types.js';
import { describeEmailFault, toEmail } from '../../../graph/values/email.js';
import { declareColumns, type ColumnRule } from '../../../wire/columns.js';
import { flag, optional, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue, Reader } from '../../../wire/reader.js';
import { membershipColumns, toGroups } from '../group/columns.js';
import type { Session } from '../session.js';
import type { SerwerSmsContact } from './types.js';

const MAX_TEXT_LENGTH = 255;

const optionalText = <const Wire extends string>(field: string, wire: Wire) =>
  ({ wire, read: optional(text), rule: textRule(field) }) as const;

/** A contact whose blacklisting the answer leaves out is not blacklisted. */
const blacklistFlag: Reader<boolean> = (value, at) => optional(flag)(value, at) ?? false;

/** Digests of stored recovery hints depend on the order of the texts. */
export const contactColumns = declareColumns<
  SerwerSmsContact,
  Exclude<keyof SerwerSmsContact, keyof Contact | '__typename'>,
  'row'
>()({
  phone: { wire: 'phone', read: optional(text), rule: phoneRule },
  email: { wire: 'email', read: optional(text), rule: emailRule },
  firstName: optionalText('firstName', 'first_name'),
  lastName: optionalText('lastName', 'last_name'),
  company: optionalText('company', 'company'),
  taxId: optionalText('taxId', 'tax_id'),
  address: optionalText('address', 'address'),
  city: optionalText('city', 'city'),
  description: optionalText('description', 'description'),
  blacklisted: { wire: 'blacklist', read: blacklistFlag },
});

/** A contact as contacts/view answers it: without its group. */
export const contactRow = record({ id: text, ...contactColumns.readers });
/** A contact as contacts/index answers it: with its group. */
export const listedContactRow = record({ id: text, ...contactColumns.readers, ...membershipColumns });
export type WireContact = ReadValue<typeof contactRow>;
export type WireListedContact = ReadValue<typeof listedContactRow>;

/** The texts of a contact as they are sent: '' clears one. */
export type TextColumns = Readonly<Partial<Record<Exclude<keyof WireContact, 'id' | 'blacklist'>, string>>>;

const { wireNames } = contactColumns;

export function toContact(row: WireContact, { upstream, defaultCountry }: Session): SerwerSmsContact {
  const { phone, email, first_name: firstName, last_name: lastName } = row;
  const emails = emailsOf(email);
  const contact = new SerwerSmsRow({
    __typename: 'SerwerSmsContact',
    upstream,
    upstreamId: row.id,
    displayName: displayNameOf(fullName(firstName, lastName), email, phone),
    emails,
    channels: emails.length ? SMS_AND_EMAIL : SMS,
    phoneFields: { texts: [phone], country: defaultCountry },
  });
  return contactColumns.addCells(contact, row, 'row');
}

/** Its own class, so that all its rows are alike to the engine. */
class SerwerSmsRow extends ContactRow<'SerwerSmsContact'> {}

const SMS: readonly Channel[] = ['SMS'];
const SMS_AND_EMAIL: readonly Channel[] = ['SMS', 'EMAIL'];

export function toListedContact(row: WireListedContact, session: Session): SerwerSmsContact {
  return Object.assign(toContact(row, session), membershipOf(toGroups(row, session.upstream)));
}

export function membershipOf(groups: readonly Group[]): Pick<Contact, 'groups' | 'groupKeys'> {
  return { groups, groupKeys: groups.map(({ upstreamId }) => upstreamId) };
}

/** The texts of a row, by which an edit sends it again. */
export function textColumnsOf(row: WireContact): TextColumns {
  const cells = new Map<string, unknown>(Object.entries(row));
  return Object.fromEntries(
    Object.values(wireNames).flatMap((wire): Array<[string, string]> => {
      const cell = cells.get(wire);
      return typeof cell === 'string' ? [[wire, cell]] : [];
    }),
  );
}

/** The texts by the graph's names. */
export function toGraphTexts(columns: TextColumns): ReadonlyArray<readonly [field: string, text: string]> {
  const texts = new Map<string, string>(Object.entries(columns));
  return Object.entries(wireNames).flatMap(([field, wire]) => {
    const column = texts.get(wire);
    return column === undefined ? [] : [[field, column] as const];
  });
}

function phoneRule(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? undefined : 'A SerwerSMS contact must have a phone number.';
}

/** The limit counts characters, without the blanks around a text. */
function textRule(field: string): ColumnRule {
  return (value) => {
    const length = typeof value === 'string' ? Array.from(value.trim()).length : 0;
    return length > MAX_TEXT_LENGTH
      ? `"${field}" takes at most ${MAX_TEXT_LENGTH} characters, not ${length}.`
      : undefined;
  };
}

function emailRule(value: unknown): string | undefined {
  const fault = textRule('email')(value);
  if (fault !== undefined || typeof value !== 'string' || value.trim() === '') return fault;
  const isEmail = toEmail(value) !== undefined;
  return (
    describeEmailFault(value) ?? (isEmail ? undefined : 'This is no e-mail address: give one like anna@example.com.')
  );
}
