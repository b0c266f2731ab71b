import { redact, type SecretOwner } from '../transport/redact.js';

const MAX_MESSAGE_LENGTH = 200;
/** Far more than is kept, so that a megabyte of text is not searched for blanks. */
const MAX_READ_LENGTH = MAX_MESSAGE_LENGTH * 10;

/**
 * A provider's words as one line of at most 200 characters, without control and direction characters, and without
 * secrets of this owner: they are hidden before anything is cleaned or cut, and once more in what is left.
 */
export function sanitizeMessage(owner: SecretOwner, message: string): string {
  const readable = redact(owner, message.slice(0, MAX_READ_LENGTH), { isCut: message.length > MAX_READ_LENGTH });
  const line = redact(owner, readable.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim());
  // Half a character may be left at the cut.
  return line.length > MAX_MESSAGE_LENGTH ? `${line.slice(0, MAX_MESSAGE_LENGTH - 1).replace(/\p{Cs}$/u, '')}…` : line;
}
