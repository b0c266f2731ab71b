import { emailFault as spellingFault } from '../../graph/email.js';
import { emailKey } from '../../graph/text.js';
import type { Mistake } from '../../operations/record.js';
import type { ContactColumns, NewContact } from './endpoints.js';
import type { CreateCloudSigmaContactInput, UpdateCloudSigmaContactInput } from './write-types.js';

/** What is wrong with a new contact; messages hold no values, as those of a whole request may be kept. */
export function mistakesOfNew({ email, name, phone }: CreateCloudSigmaContactInput): Mistake[] {
  return found(emailFault(email), name.trim() === '' ? NAMELESS : textFault('name', name), textFault('phone', phone));
}

/** What is wrong with a change. */
export function mistakesOfChange({ email, name, phone }: UpdateCloudSigmaContactInput): Mistake[] {
  return found(email === undefined ? undefined : emailFault(email), textFault('name', name), textFault('phone', phone));
}

/** A new contact as it is sent. */
export function toNewContact({ email, name, phone }: CreateCloudSigmaContactInput): NewContact {
  return { email, name, ...(phone ? { phone } : {}) };
}

/** What a change holds, as it is sent: '' clears. */
export function toColumns({ email, name, phone }: UpdateCloudSigmaContactInput): Partial<ContactColumns> {
  return {
    ...(typeof email === 'string' ? { email } : {}),
    ...(name === undefined ? {} : { name: name ?? '' }),
    ...(phone === undefined ? {} : { phone: phone ?? '' }),
  };
}

/** E-mail addresses that are one mailbox are one text. */
export function plainEmail(email: string | null): string {
  return emailKey(email ?? '');
}

const NAMELESS: Mistake = mistake('name', 'A CloudSigma contact needs a name that is not blank.');

function emailFault(email: string | null): Mistake | undefined {
  if (!email?.trim()) return mistake('email', 'A CloudSigma contact needs an e-mail address: it can be changed only.');
  const fault = spellingFault(email);
  if (fault !== undefined) return mistake('email', fault);
  if (/^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u.test(email)) return undefined;
  return mistake('email', 'This is no e-mail address: give one like anna@example.com, without blanks.');
}

function textFault(field: 'name' | 'phone', text: string | null | undefined): Mistake | undefined {
  if (!text || !/[\p{Cc}\p{Cs}]/u.test(text)) return undefined;
  return mistake(field, `The ${field} must be one line without control characters or halves of characters.`);
}

function mistake(field: keyof ContactColumns, message: string): Mistake {
  return { code: 'BAD_USER_INPUT', message, field: [field] };
}

function found(...mistakes: ReadonlyArray<Mistake | undefined>): Mistake[] {
  return mistakes.filter((each) => each !== undefined);
}
