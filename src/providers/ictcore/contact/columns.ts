import { ContactRow } from '../../../graph/contact/contact-row.js';
import {
  displayNameOf,
  emailsOf,
  fullName,
  hasPhone,
  type Channel,
  type Contact,
} from '../../../graph/contact/types.js';
import { declareColumns } from '../../../wire/columns.js';
import { optional, text } from '../../../wire/value-readers.js';
import type { Session } from '../session.js';
import { EMAIL_FORMAT, phoneRule, textRule } from '../shared/writes/rules.js';
import type { IctCoreContact } from './types.js';

/** Lists of real servers do not tell these columns; those of the guide do. */
const itemText = <const Wire extends string>(wire: Wire, maxBytes: number) =>
  ({ wire, maxBytes, read: optional(text), in: ['item'], rule: textRule({ maxBytes, multiline: true }) }) as const;

/** `maxBytes`: how much the server's column holds; it cuts what is longer. */
const COLUMNS = {
  firstName: {
    wire: 'first_name',
    read: optional(text),
    maxBytes: 64,
    rule: textRule({ maxBytes: 64, required: true }),
  },
  lastName: { wire: 'last_name', read: optional(text), maxBytes: 64, rule: textRule({ maxBytes: 64 }) },
  phone: { wire: 'phone', read: optional(text), maxBytes: 32, rule: phoneRule(32, true) },
  email: {
    wire: 'email',
    read: optional(text),
    maxBytes: 64,
    rule: textRule({ maxBytes: 64, format: EMAIL_FORMAT }),
  },
  address: itemText('address', 128),
  custom1: itemText('custom1', 128),
  custom2: itemText('custom2', 128),
  custom3: itemText('custom3', 128),
  description: itemText('description', 255),
} as const;

export const contactColumns = declareColumns<
  IctCoreContact,
  Exclude<keyof IctCoreContact, keyof Contact | '__typename'>,
  'list' | 'item'
>()(COLUMNS);

/** How many bytes the server's columns hold, by its own names. */
export const CONTACT_MAX_BYTES: ReadonlyMap<string, number> = new Map(
  Object.values(COLUMNS).map(({ wire, maxBytes }) => [wire, maxBytes]),
);

/** What a contact's own columns are made of. */
type NamedTexts = Readonly<Partial<Record<'first_name' | 'last_name' | 'phone' | 'email', string | null>>>;

/** A contact as an answer tells it: a row of a list lacks what only items hold. */
export function toContact(
  wire: NamedTexts,
  key: string,
  source: 'list' | 'item',
  { upstream, defaultCountry }: Session,
): IctCoreContact {
  const { first_name: firstName = null, last_name: lastName = null, phone = null, email = null } = wire;
  const emails = emailsOf(email);
  const phoneFields = { texts: [phone], country: defaultCountry };
  const isCallable = hasPhone(phoneFields);
  const contact = new IctCoreRow({
    __typename: 'IctCoreContact',
    upstream,
    upstreamId: key,
    displayName: displayNameOf(fullName(firstName, lastName), email, phone),
    emails,
    channels: emails.length ? (isCallable ? ALL_CHANNELS : EMAIL_CHANNELS) : isCallable ? PHONE_CHANNELS : NONE,
    phoneFields,
  });
  return contactColumns.addCells(contact, wire, source);
}

/** Its own class, so that all its rows are alike to the engine. */
class IctCoreRow extends ContactRow<'IctCoreContact'> {}

const NONE: readonly Channel[] = [];
const EMAIL_CHANNELS: readonly Channel[] = ['EMAIL'];
const PHONE_CHANNELS: readonly Channel[] = ['SMS', 'VOICE', 'FAX'];
const ALL_CHANNELS: readonly Channel[] = [...EMAIL_CHANNELS, ...PHONE_CHANNELS];
