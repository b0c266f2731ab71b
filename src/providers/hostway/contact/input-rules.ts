import { describeEmailFault } from '../../../graph/values/email.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { WritableColumns } from './endpoints.js';
import type { HostwayColumn } from './column-names.js';
import { fitsPath } from './reads.js';
import { CHANGEABLE_COLUMNS, type HostwayContactChange, type HostwayNewContact } from './inputs.js';

/** What is wrong with a new contact, but for its domain. */
export function validateCreate(input: HostwayNewContact): Array<UserErrorDetail | undefined> {
  return [nameError(input.name), ...CHANGEABLE_COLUMNS.map((column) => columnError(column, input[column]))];
}

/** What is wrong with a change. */
export function validateUpdate(change: HostwayContactChange): Array<UserErrorDetail | undefined> {
  return CHANGEABLE_COLUMNS.map((column) =>
    change[column] === undefined ? undefined : columnError(column, change[column]),
  );
}

/** A new contact as it is sent: only what is set. */
export function toNewColumns(input: HostwayNewContact): WritableColumns {
  const given = columnsOf((column) => (input[column] === '' ? undefined : (input[column] ?? undefined)));
  return { name: input.name, ...given };
}

/** What a change holds, as it is sent: '' clears. */
export function toWritableColumns(change: HostwayContactChange): WritableColumns {
  return columnsOf((column) => (change[column] === undefined ? undefined : (change[column] ?? '')));
}

function columnsOf(valueOf: (column: (typeof CHANGEABLE_COLUMNS)[number]) => string | undefined): WritableColumns {
  return Object.fromEntries(
    CHANGEABLE_COLUMNS.flatMap((column): Array<[HostwayColumn, string]> => {
      const value = valueOf(column);
      return value === undefined ? [] : [[column, value]];
    }),
  );
}

function nameError(name: string): UserErrorDetail | undefined {
  // Servers trim: what would come back then is another key.
  if (name.trim() !== '' && name.trim() === name && fitsPath(name)) return undefined;
  return inputError(
    'name',
    'This can be no name of a Hostway contact: give a text without control characters and blanks at its ends, of which no part between slashes is empty, "." or "..".',
  );
}

function columnError(column: HostwayColumn, value: string | null | undefined): UserErrorDetail | undefined {
  const given = value ?? '';
  const spellingError = column === 'email' ? describeEmailFault(given) : undefined;
  if (spellingError !== undefined) return inputError(column, spellingError);
  if (column === 'email' && !/^[^\s@]+@[^\s@]+$/.test(given)) {
    return inputError(column, 'A Hostway contact needs an e-mail address: one like anna@example.com, without blanks.');
  }
  if (column === 'displayName' && given.trim() === '') {
    return inputError(column, 'A Hostway contact needs a display name that is not blank.');
  }
  // Lines and tabs may be wanted in an address.
  if (!/[^\P{Cc}\t\r\n]|\p{Cs}/u.test(given)) return undefined;
  return inputError(column, `The ${column} must be without control characters and halves of characters.`);
}
