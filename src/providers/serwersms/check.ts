import { emailFault, toEmail } from '../../graph/email.js';
import { neighbourOf, notThere } from '../../graph/target.js';
import { Invalid } from '../../operations/intent.js';
import type { Mistake } from '../../operations/record.js';
import type { WireContact } from './endpoints.js';
import { isKey, toWireId } from './key.js';
import { toSentNumber } from './number.js';
import type { Way } from './way.js';
import type { NewContact, WireColumns } from './write-endpoints.js';
import type { UpdateSerwerSmsContactInput } from './write-types.js';

const LONGEST_TEXT = 255;

const COLUMNS = {
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  company: 'company',
  taxId: 'tax_id',
  address: 'address',
  city: 'city',
  description: 'description',
} as const;

type TextField = keyof typeof COLUMNS;
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
export interface Checked {
  readonly given: NewContact;
  readonly mistakes: readonly Mistake[];
}

/** Checks what is given of a contact; an undefined field is not looked at. */
export function checkContact(input: UpdateSerwerSmsContactInput, way: Way): Checked {
  const parts = [
    checkPhone(input, way),
    checkGroups(input, way),
    ...TEXT_FIELDS.map((field) => checkText(field, input)),
  ];
  return {
    given: parts.reduce<NewContact>((all, { given }) => ({ ...all, ...given }), {}),
    mistakes: parts.flatMap(({ mistakes }) => mistakes),
  };
}

/** The texts of a row as they are sent again. */
export function columnsOf({ phone, ...row }: WireContact): WireColumns {
  const texts = TEXT_FIELDS.map((field) => [COLUMNS[field], row[COLUMNS[field]]] as const);
  return Object.fromEntries([['phone', phone] as const, ...texts].filter(([, text]) => text !== null));
}

/** A new contact without what is not set. */
export function withoutEmpty({ group_id: groups, ...columns }: NewContact): NewContact {
  const texts: WireColumns = Object.fromEntries(Object.entries(columns).filter(([, text]) => text !== ''));
  return groups === undefined || (Array.isArray(groups) && groups.length === 0)
    ? texts
    : { ...texts, group_id: groups };
}

/** The graph's fields that a change sets, as they are sent. */
export function textsOf({ phone, ...columns }: WireColumns): ReadonlyArray<readonly [field: string, text: string]> {
  const texts = TEXT_FIELDS.map((field) => [field, columns[COLUMNS[field]]] as const);
  return [['phone', phone] as const, ...texts].flatMap(([field, text]) =>
    text === undefined ? [] : [[field, text] as const],
  );
}

function checkPhone({ phone }: UpdateSerwerSmsContactInput, { defaultCountry }: Way): Checked {
  if (phone === undefined) return given({});
  if (phone === null || phone.trim() === '') return wrong(['phone'], 'A SerwerSMS contact must have a phone number.');
  const number = toSentNumber(phone, defaultCountry);
  if (number !== undefined) return given({ phone: number });
  return wrong(
    ['phone'],
    `"${phone}" is no phone number that can be sent: give it with its plus and country, e.g. +48500600700.`,
  );
}

function checkGroups({ groupIds }: UpdateSerwerSmsContactInput, { upstream }: Way): Checked {
  if (groupIds === undefined) return given({});
  const mistakes: Mistake[] = [];
  const keys = new Set<string>();
  (groupIds ?? []).forEach((id, place) => {
    const field = ['groupIds', String(place)];
    try {
      const key = neighbourOf('group', id, upstream.name, field);
      if (!isKey(key)) throw notThere('group', field);
      keys.add(key);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      mistakes.push(...error.mistakes);
    }
  });
  const ids = [...keys].map(toWireId);
  const [only] = ids;
  return { given: { group_id: ids.length === 1 && only !== undefined ? only : ids }, mistakes };
}

function checkText(field: TextField, input: UpdateSerwerSmsContactInput): Checked {
  const value = input[field];
  if (value === undefined) return given({});
  const text = value?.trim() ?? '';
  const length = Array.from(text).length;
  if (length > LONGEST_TEXT)
    return wrong([field], `"${field}" takes at most ${LONGEST_TEXT} characters, not ${length}.`);
  const fault = field === 'email' && text !== '' ? emailMistake(value ?? '') : undefined;
  if (fault !== undefined) return wrong([field], fault);
  return given({ [COLUMNS[field]]: text });
}

function emailMistake(text: string): string | undefined {
  return (
    emailFault(text) ??
    (toEmail(text) === undefined ? 'This is no e-mail address: give one like anna@example.com.' : undefined)
  );
}

function given(columns: NewContact): Checked {
  return { given: columns, mistakes: [] };
}

function wrong(field: readonly string[], message: string): Checked {
  return { given: {}, mistakes: [{ code: 'BAD_USER_INPUT', message, field }] };
}
