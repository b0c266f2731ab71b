import { ContactRow } from '../../../../src/graph/contact/contact-row.js';
import { displayNameOf, emailsOf, hasPhone, type Contact } from '../../../../src/graph/contact/types.js';
import { describeEmailFault } from '../../../../src/graph/values/email.js';
import { declareColumns, type ColumnRule } from '../../../../src/wire/columns.js';
import { optional, text } from '../../../../src/wire/value-readers.js';
import type { Session } from '../session.js';
import type { ExampleContact } from './types.js';

/** A row of the list lacks the note, which only the item holds. */
export const contactColumns = declareColumns<
  ExampleContact,
  Exclude<keyof ExampleContact, keyof Contact | '__typename'>,
  'list' | 'item'
>()({
  name: { wire: 'full_name', read: text, rule: nameRule },
  email: { wire: 'email', read: optional(text), rule: emailRule },
  phone: { wire: 'phone', read: optional(text), rule: oneLineRule('phone') },
  note: { wire: 'note', read: optional(text), in: ['item'], rule: oneLineRule('note') },
});

/** A contact as an answer tells it. */
export function toContact(
  answer: object,
  key: string,
  source: 'list' | 'item',
  { upstream, defaultCountry }: Session,
): ExampleContact {
  const cells = contactColumns.cellsOf(answer, source);
  const emails = emailsOf(cells.email);
  const phoneFields = { texts: [cells.phone], country: defaultCountry };
  const contact = new ContactRow({
    __typename: 'ExampleContact',
    upstream,
    upstreamId: key,
    displayName: displayNameOf(cells.name, cells.email, cells.phone),
    emails,
    channels: [...(emails.length ? (['EMAIL'] as const) : []), ...(hasPhone(phoneFields) ? (['VOICE'] as const) : [])],
    phoneFields,
  });
  return contactColumns.addCells(Object.assign(contact, { groupKeys: [] }), answer, source);
}

function nameRule(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? oneLineRule('name')(value) : 'A contact needs a name.';
}

function emailRule(value: unknown): string | undefined {
  return typeof value === 'string' ? describeEmailFault(value) : undefined;
}

function oneLineRule(field: string): ColumnRule {
  return (value) =>
    typeof value === 'string' && /[\p{Cc}\p{Cs}]/u.test(value)
      ? `The ${field} must be one line without control characters.`
      : undefined;
}
