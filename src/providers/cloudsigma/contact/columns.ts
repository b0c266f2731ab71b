import { ContactRow } from '../../../graph/contact/contact-row.js';
import { displayNameOf, emailsOf, hasPhone, type Channel, type Contact } from '../../../graph/contact/types.js';
import { describeEmailFault } from '../../../graph/values/email.js';
import { declareColumns, type ColumnRule } from '../../../wire/columns.js';
import { flag, optional, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue, Reader } from '../../../wire/reader.js';
import type { Session } from '../session.js';
import type { CloudSigmaContact } from './types.js';

/** Only the main contact is true: others are false, or null. */
const mainFlag: Reader<boolean> = (value, at) => optionalFlag(value, at) ?? false;
const optionalFlag = optional(flag);

export const contactColumns = declareColumns<
  CloudSigmaContact,
  Exclude<keyof CloudSigmaContact, keyof Contact | '__typename'>,
  'row'
>()({
  email: { wire: 'email', read: optional(text), rule: emailRule },
  main: { wire: 'main', read: mainFlag },
  name: { wire: 'name', read: optional(text), rule: newNameRule, updateRule: oneLineRule('name') },
  phone: { wire: 'phone', read: optional(text), rule: oneLineRule('phone') },
  resourceUri: { wire: 'resource_uri', read: optional(text) },
});

export const contactRow = record({ uuid: text, ...contactColumns.readers });
export type WireContact = ReadValue<typeof contactRow>;

export function toContact(row: WireContact, { upstream, defaultCountry }: Session): CloudSigmaContact {
  const { email, name, phone } = row;
  const phoneFields = { texts: [phone], country: defaultCountry };
  const contact = new CloudSigmaRow({
    __typename: 'CloudSigmaContact',
    upstream,
    upstreamId: row.uuid,
    displayName: displayNameOf(name, email, phone),
    emails: emailsOf(email),
    channels: email ? (hasPhone(phoneFields) ? EMAIL_AND_SMS : EMAIL) : hasPhone(phoneFields) ? SMS : NONE,
    phoneFields,
  });
  return contactColumns.addCells(contact, row, 'row');
}

const NO_GROUPS: readonly string[] = [];

/** Its own class, so that all its rows are alike to the engine. */
class CloudSigmaRow extends ContactRow<'CloudSigmaContact'> {
  readonly groupKeys: readonly string[] = NO_GROUPS;
}

const NONE: readonly Channel[] = [];
const EMAIL: readonly Channel[] = ['EMAIL'];
const SMS: readonly Channel[] = ['SMS'];
const EMAIL_AND_SMS: readonly Channel[] = ['EMAIL', 'SMS'];

/** The field of the input for each column that CloudSigma may name in an error. */
export const INPUT_FIELD_OF_COLUMN = Object.fromEntries(
  Object.entries(contactColumns.wireNames).map(([field, column]) => [column, [field]]),
);

/** Messages hold no values: those about a whole request may be stored. */
function emailRule(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.trim())
    return 'A CloudSigma contact needs an e-mail address: it can be changed only.';
  const spellingError = describeEmailFault(value);
  if (spellingError !== undefined) return spellingError;
  if (/^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u.test(value)) return undefined;
  return 'This is no e-mail address: give one like anna@example.com, without blanks.';
}

/** A new contact needs a name, which a change may clear. */
function newNameRule(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? oneLineRule('name')(value)
    : 'A CloudSigma contact needs a name that is not blank.';
}

function oneLineRule(field: string): ColumnRule {
  return (value) =>
    typeof value === 'string' && /[\p{Cc}\p{Cs}]/u.test(value)
      ? `The ${field} must be one line without control characters or halves of characters.`
      : undefined;
}
