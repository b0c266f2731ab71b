import { describeEmailFault, toEmail } from '../../../graph/values/email.js';
import { sameUpstreamKeyOf, notFoundError } from '../../../graph/mutations/target.js';
import { InvalidInputError } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { WireContact } from '../endpoints.js';
import { isKey, toWireId } from '../key.js';
import { toWirePhone } from './phone-number.js';
import type { Session } from '../session.js';
import type { WireNewContact, WritableColumns } from './endpoints.js';
import type { UpdateSerwerSmsContactInput } from './inputs.js';

const MAX_TEXT_LENGTH = 255;

const WIRE_COLUMNS = {
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  company: 'company',
  taxId: 'tax_id',
  address: 'address',
  city: 'city',
  description: 'description',
} as const;

type TextField = keyof typeof WIRE_COLUMNS;
const TEXT_FIELDS: readonly TextField[] = [
  'email',
  'firstName',
  'lastName',
  'company',
  'taxId',
  'address',
  'city',
  'description',
];

/** What an input says, or all that is wrong with it. */
export interface ValidatedInput {
  readonly changes: WireNewContact;
  readonly userErrors: readonly UserErrorDetail[];
}

/** Checks what is given of a contact; an undefined field is not looked at. */
export function validateContact(input: UpdateSerwerSmsContactInput, session: Session): ValidatedInput {
  const parts = [
    validatePhone(input, session),
    validateGroups(input, session),
    ...TEXT_FIELDS.map((field) => validateText(field, input)),
  ];
  return {
    changes: parts.reduce<WireNewContact>((all, { changes }) => ({ ...all, ...changes }), {}),
    userErrors: parts.flatMap(({ userErrors }) => userErrors),
  };
}

/** The texts of a row as they are sent again. */
export function columnsOf({ phone, ...row }: WireContact): WritableColumns {
  const texts = TEXT_FIELDS.map((field) => [WIRE_COLUMNS[field], row[WIRE_COLUMNS[field]]] as const);
  return Object.fromEntries([['phone', phone] as const, ...texts].filter(([, text]) => text !== null));
}

/** A new contact without what is not set. */
export function omitEmpty({ group_id: groups, ...columns }: WireNewContact): WireNewContact {
  const texts: WritableColumns = Object.fromEntries(Object.entries(columns).filter(([, text]) => text !== ''));
  return groups === undefined || (Array.isArray(groups) && groups.length === 0)
    ? texts
    : { ...texts, group_id: groups };
}

/** The graph's fields that a change sets, as they are sent. */
export function toGraphTexts({
  phone,
  ...columns
}: WritableColumns): ReadonlyArray<readonly [field: string, text: string]> {
  const texts = TEXT_FIELDS.map((field) => [field, columns[WIRE_COLUMNS[field]]] as const);
  return [['phone', phone] as const, ...texts].flatMap(([field, text]) =>
    text === undefined ? [] : [[field, text] as const],
  );
}

function validatePhone({ phone }: UpdateSerwerSmsContactInput, { defaultCountry }: Session): ValidatedInput {
  if (phone === undefined) return changesOnly({});
  if (phone === null || phone.trim() === '')
    return errorOnly(['phone'], 'A SerwerSMS contact must have a phone number.');
  const number = toWirePhone(phone, defaultCountry);
  if (number !== undefined) return changesOnly({ phone: number });
  return errorOnly(
    ['phone'],
    `"${phone}" is no phone number that can be sent: give it with its plus and country, e.g. +48500600700.`,
  );
}

function validateGroups({ groupIds }: UpdateSerwerSmsContactInput, { upstream }: Session): ValidatedInput {
  if (groupIds === undefined) return changesOnly({});
  const userErrors: UserErrorDetail[] = [];
  const keys = new Set<string>();
  (groupIds ?? []).forEach((id, place) => {
    const field = ['groupIds', String(place)];
    try {
      const key = sameUpstreamKeyOf('group', id, upstream.name, field);
      if (!isKey(key)) throw notFoundError('group', field);
      keys.add(key);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      userErrors.push(...error.mistakes);
    }
  });
  const ids = [...keys].map(toWireId);
  const [onlyId] = ids;
  return { changes: { group_id: ids.length === 1 && onlyId !== undefined ? onlyId : ids }, userErrors: userErrors };
}

function validateText(field: TextField, input: UpdateSerwerSmsContactInput): ValidatedInput {
  const value = input[field];
  if (value === undefined) return changesOnly({});
  const text = value?.trim() ?? '';
  const length = Array.from(text).length;
  if (length > MAX_TEXT_LENGTH)
    return errorOnly([field], `"${field}" takes at most ${MAX_TEXT_LENGTH} characters, not ${length}.`);
  const spellingError = field === 'email' && text !== '' ? emailError(value ?? '') : undefined;
  if (spellingError !== undefined) return errorOnly([field], spellingError);
  return changesOnly({ [WIRE_COLUMNS[field]]: text });
}

function emailError(text: string): string | undefined {
  return (
    describeEmailFault(text) ??
    (toEmail(text) === undefined ? 'This is no e-mail address: give one like anna@example.com.' : undefined)
  );
}

function changesOnly(columns: WireNewContact): ValidatedInput {
  return { changes: columns, userErrors: [] };
}

function errorOnly(field: readonly string[], message: string): ValidatedInput {
  return { changes: {}, userErrors: [{ code: 'BAD_USER_INPUT', message, field }] };
}
