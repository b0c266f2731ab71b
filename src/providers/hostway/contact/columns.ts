import { ContactRow } from '../../../graph/contact/contact-row.js';
import { displayNameOf, emailsOf, fullName, hasPhone, phonesOf, type Channel } from '../../../graph/contact/types.js';
import { describeEmailFault } from '../../../graph/values/email.js';
import { declareColumns, type ColumnRule } from '../../../wire/columns.js';
import { optional, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue } from '../../../wire/reader.js';
import { fitsPath, keyOf } from '../key.js';
import type { Session } from '../session.js';
import type { HostwayColumn, HostwayContact } from './types.js';

/** A text that a contact can do without. `label`: what it is, for the descriptions of the inputs. */
const optionalText = <const Wire extends HostwayColumn>(wire: Wire, label: string) =>
  ({ wire, label, read: optional(text), rule: textRule(wire) }) as const;

/** The columns of the address book. Their order is that of bodies and of messages about inputs. */
export const COLUMNS = {
  name: { wire: 'name', read: text, rule: nameRule },
  email: { wire: 'email', read: optional(text), rule: emailRule },
  firstName: optionalText('firstName', 'First name'),
  lastName: optionalText('lastName', 'Last name'),
  displayName: { wire: 'displayName', read: optional(text), rule: displayNameRule },
  title: optionalText('title', 'What the person is in the company, e.g. `Dyrektor`'),
  homePhone: optionalText('homePhone', 'Home phone, kept as it is typed'),
  mobilePhone: optionalText('mobilePhone', 'Mobile phone, kept as it is typed'),
  businessPhone: optionalText('businessPhone', 'Business phone, kept as it is typed'),
  businessFax: optionalText('businessFax', 'Business fax, kept as it is typed'),
  isdnNumber: optionalText('isdnNumber', 'ISDN number, kept as it is typed'),
  pager: optionalText('pager', 'Pager, kept as it is typed'),
  telexNumber: optionalText('telexNumber', 'Telex number, kept as it is typed'),
  company: optionalText('company', 'Name of the company'),
  department: optionalText('department', 'Name of the department'),
  roomNumber: optionalText('roomNumber', 'Number of the room, e.g. `4/12`'),
  streetAddress: optionalText('streetAddress', 'Street with its number'),
  postalCode: optionalText('postalCode', 'Postal code'),
  city: optionalText('city', 'City'),
  state: optionalText('state', 'State or province'),
  country: optionalText('country', 'Country, in whatever form'),
} as const;

/** Columns as the book holds them: the graph's `displayName` is never empty, the book's may be. */
type BookColumns = Omit<HostwayContact, 'displayName'> & { readonly displayName: string | null };

export const contactColumns = declareColumns<BookColumns, HostwayColumn, 'row'>()(COLUMNS);

export const contactRow = record(contactColumns.readers);
export type WireContact = ReadValue<typeof contactRow>;

/** A contact, as a row of its domain's address book holds it. */
export function toContact(held: WireContact, domain: string, { upstream, defaultCountry }: Session): HostwayContact {
  const { displayName, name, email, firstName, lastName, mobilePhone, businessPhone, homePhone, businessFax } = held;
  const phoneFields = { texts: [mobilePhone, businessPhone, homePhone], country: defaultCountry };
  const shownName =
    displayNameOf(displayName, fullName(firstName, lastName), name, email) || displayNameOf(...phonesOf(phoneFields));
  const contact = new HostwayRow({
    __typename: 'HostwayContact',
    upstream,
    upstreamId: name,
    key: keyOf(domain, name),
    displayName: shownName,
    emails: emailsOf(email),
    channels: channelsOf(email !== null, hasPhone(phoneFields), businessFax !== null),
    phoneFields,
  });
  return Object.assign(contactColumns.addCells(contact, held, 'row'), { displayName: shownName, domain, held });
}

/** Its own class, so that all its rows are alike to the engine. */
class HostwayRow extends ContactRow<'HostwayContact'> {
  readonly groupKeys: readonly string[] = NONE;
}

const NONE: readonly string[] = [];

function channelsOf(email: boolean, phone: boolean, fax: boolean): Channel[] {
  return [
    ...(email ? (['EMAIL'] as const) : []),
    ...(phone ? (['VOICE'] as const) : []),
    ...(fax ? (['FAX'] as const) : []),
  ];
}

/** Lines and tabs may be wanted in an address; other control characters are never. */
function textRule(column: HostwayColumn): ColumnRule {
  return (value) =>
    /[^\P{Cc}\t\r\n]|\p{Cs}/u.test(textOf(value))
      ? `The ${column} must be without control characters and halves of characters.`
      : undefined;
}

function nameRule(value: unknown): string | undefined {
  const name = textOf(value);
  // Servers trim. A name with blanks at its ends would come back as another key.
  if (name.trim() !== '' && name.trim() === name && fitsPath(name)) return undefined;
  return 'This can be no name of a Hostway contact: give a text without control characters and blanks at its ends, of which no part between slashes is empty, "." or "..".';
}

function emailRule(value: unknown): string | undefined {
  const email = textOf(value);
  const spellingError = describeEmailFault(email);
  if (spellingError !== undefined) return spellingError;
  return /^[^\s@]+@[^\s@]+$/.test(email)
    ? textRule('email')(value)
    : 'A Hostway contact needs an e-mail address: one like anna@example.com, without blanks.';
}

function displayNameRule(value: unknown): string | undefined {
  if (textOf(value).trim() === '') return 'A Hostway contact needs a display name that is not blank.';
  return textRule('displayName')(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
