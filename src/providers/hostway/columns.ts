import { emailFault } from '../../graph/email.js';
import type { Mistake } from '../../operations/record.js';
import type { Columns } from './endpoints.js';
import type { Column } from './fields.js';
import { fitsPath } from './named.js';
import { CHANGEABLE, type ContactChange, type NewContact } from './write-types.js';

/** What is wrong with a new contact, but for its domain. */
export function mistakesOfNew(input: NewContact): Array<Mistake | undefined> {
  return [nameFault(input.name), ...CHANGEABLE.map((column) => fault(column, input[column]))];
}

/** What is wrong with a change. */
export function mistakesOfChange(change: ContactChange): Array<Mistake | undefined> {
  return CHANGEABLE.map((column) => (change[column] === undefined ? undefined : fault(column, change[column])));
}

/** A new contact as it is sent: only what is set. */
export function toNewColumns(input: NewContact): Columns {
  const given = columnsOf((column) => (input[column] === '' ? undefined : (input[column] ?? undefined)));
  return { name: input.name, ...given };
}

/** What a change holds, as it is sent: '' clears. */
export function toColumns(change: ContactChange): Columns {
  return columnsOf((column) => (change[column] === undefined ? undefined : (change[column] ?? '')));
}

/** A mistake of the caller in this field of the input. */
export function mistake(field: string, message: string): Mistake {
  return { code: 'BAD_USER_INPUT', message, field: [field] };
}

function columnsOf(valueOf: (column: (typeof CHANGEABLE)[number]) => string | undefined): Columns {
  return Object.fromEntries(
    CHANGEABLE.flatMap((column): Array<[Column, string]> => {
      const value = valueOf(column);
      return value === undefined ? [] : [[column, value]];
    }),
  );
}

function nameFault(name: string): Mistake | undefined {
  // Servers trim: what would come back then is another key.
  if (name.trim() !== '' && name.trim() === name && fitsPath(name)) return undefined;
  return mistake(
    'name',
    'This can be no name of a Hostway contact: give a text without control characters and blanks at its ends, of which no part between slashes is empty, "." or "..".',
  );
}

function fault(column: Column, value: string | null | undefined): Mistake | undefined {
  const given = value ?? '';
  const spelling = column === 'email' ? emailFault(given) : undefined;
  if (spelling !== undefined) return mistake(column, spelling);
  if (column === 'email' && !/^[^\s@]+@[^\s@]+$/.test(given)) {
    return mistake(column, 'A Hostway contact needs an e-mail address: one like anna@example.com, without blanks.');
  }
  if (column === 'displayName' && given.trim() === '') {
    return mistake(column, 'A Hostway contact needs a display name that is not blank.');
  }
  // Lines and tabs may be wanted in an address.
  if (!/[^\P{Cc}\t\r\n]|\p{Cs}/u.test(given)) return undefined;
  return mistake(column, `The ${column} must be without control characters and halves of characters.`);
}
