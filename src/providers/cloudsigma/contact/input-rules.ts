import { describeEmailFault as spellingFault } from '../../../graph/values/email.js';
import { emailKey } from '../../../graph/values/text-filter.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { WritableColumns, NewContact } from '../endpoints.js';
import type { CreateCloudSigmaContactInput, UpdateCloudSigmaContactInput } from './inputs.js';

/** What is wrong with a new contact; messages hold no values, as those of a whole request may be kept. */
export function validateCreate({ email, name, phone }: CreateCloudSigmaContactInput): UserErrorDetail[] {
  return withoutUndefined(
    emailError(email),
    name.trim() === '' ? NAME_REQUIRED : textError('name', name),
    textError('phone', phone),
  );
}

/** What is wrong with a change. */
export function validateUpdate({ email, name, phone }: UpdateCloudSigmaContactInput): UserErrorDetail[] {
  return withoutUndefined(
    email === undefined ? undefined : emailError(email),
    textError('name', name),
    textError('phone', phone),
  );
}

/** A new contact as it is sent. */
export function toNewContact({ email, name, phone }: CreateCloudSigmaContactInput): NewContact {
  return { email, name, ...(phone ? { phone } : {}) };
}

/** What a change holds, as it is sent: '' clears. */
export function toWritableColumns({ email, name, phone }: UpdateCloudSigmaContactInput): Partial<WritableColumns> {
  return {
    ...(typeof email === 'string' ? { email } : {}),
    ...(name === undefined ? {} : { name: name ?? '' }),
    ...(phone === undefined ? {} : { phone: phone ?? '' }),
  };
}

/** E-mail addresses that are one mailbox are one text. */
export function comparableEmail(email: string | null): string {
  return emailKey(email ?? '');
}

const NAME_REQUIRED: UserErrorDetail = inputError('name', 'A CloudSigma contact needs a name that is not blank.');

function emailError(email: string | null): UserErrorDetail | undefined {
  if (!email?.trim())
    return inputError('email', 'A CloudSigma contact needs an e-mail address: it can be changed only.');
  const spellingError = spellingFault(email);
  if (spellingError !== undefined) return inputError('email', spellingError);
  if (/^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u.test(email)) return undefined;
  return inputError('email', 'This is no e-mail address: give one like anna@example.com, without blanks.');
}

function textError(field: 'name' | 'phone', text: string | null | undefined): UserErrorDetail | undefined {
  if (!text || !/[\p{Cc}\p{Cs}]/u.test(text)) return undefined;
  return inputError(field, `The ${field} must be one line without control characters or halves of characters.`);
}

function withoutUndefined(...userErrors: ReadonlyArray<UserErrorDetail | undefined>): UserErrorDetail[] {
  return userErrors.filter((each) => each !== undefined);
}
