import { describeType, UnreadableValue } from '../../../wire/unreadable-value.js';
import { flag, optional, text } from '../../../wire/value-readers.js';
import { arrayOf, record } from '../../../wire/structure-readers.js';
import type { Reader } from '../../../wire/reader.js';
import { guid } from '../key.js';
import type { ContactStatus } from '../../../graph/contact/types.js';

/** The answer to a write; null for what it does not hold. */
export interface WireWriteAnswer {
  readonly id: string | null;
  readonly confirmed: boolean | null;
  /** One of the document's "contact statuses", or a word that it lacks. */
  readonly status: string | null;
}

export const EMPTY_WRITE_ANSWER: WireWriteAnswer = { id: null, confirmed: null, status: null };

const answerFields = { id: optional(guid), confirmed: optional(flag), status: optional(text) };
const envelope = record({ ...answerFields, contact: optional(record(answerFields)) });

/**
 * Reads the answer to a write. The document calls it "Contact statuses" or "Contact data" and does not show its form. It
 * may be a contact, one with its status, a status beside a contact as in the SOAP API, or a bare status. Only the
 * columns needed here are read, so that an unreadable price does not make the outcome of a creation unknown.
 */
export const readWriteAnswer: Reader<WireWriteAnswer> = (value, at) => {
  if (value === undefined || value === null || value === '') return EMPTY_WRITE_ANSWER;
  if (typeof value === 'string') return { ...EMPTY_WRITE_ANSWER, status: value };
  if (Array.isArray(value)) {
    const [only, ...others] = arrayOf(readWriteAnswer)(value, at);
    if (only && others.length === 0) return only;
    throw new UnreadableValue('one contact', at, describeType(value));
  }
  const { contact, id, confirmed, status } = envelope(value, at);
  const answer = {
    id: id ?? contact?.id ?? null,
    confirmed: confirmed ?? contact?.confirmed ?? null,
    status: status ?? contact?.status ?? null,
  };
  if (answer.id === null && answer.status === null) {
    throw new UnreadableValue('a contact or its status', at, describeType(value));
  }
  return answer;
};

/** Reads the answer to a write by filter: the contacts, or nothing. */
export const readWriteAnswers: Reader<readonly WireWriteAnswer[] | null> = (value, at) => {
  if (Array.isArray(value)) return arrayOf(readWriteAnswer)(value, at);
  const one = readWriteAnswer(value, at);
  return one.id === null ? null : [one];
};

const STATUSES = new Map<string, ContactStatus>([
  ['confirmed', 'CONFIRMED'],
  ['lowsmsbalance', 'LOW_SMS_BALANCE'],
  ['codesent', 'CODE_SENT'],
  ['codefail', 'CODE_FAIL'],
  ['codesentearlier', 'CODE_SENT_EARLIER'],
  ['operationerror', 'OPERATION_ERROR'],
  ['overlimited', 'OVERLIMITED'],
]);

/** The status in the answer, else CONFIRMED for a contact that is confirmed, else null. */
export function toContactStatus({ status, confirmed }: WireWriteAnswer): ContactStatus | null {
  const word = status?.trim().toLowerCase();
  if (word) return STATUSES.get(word) ?? 'UNKNOWN';
  return confirmed === true ? 'CONFIRMED' : null;
}
