import { describe, hidden, optional, record, Unreadable, wholeNumber, type Reader } from '../../wire/read.js';
import type { WireTicket } from './format.js';

/** It goes into a header, so it must fit one. */
const bearer: Reader<string> = (value, at) => {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new Unreadable('a ticket', at, describe(value));
};

/** Reads what a log-in gives. */
export const ticketReader: Reader<WireTicket> = record({
  ticket: hidden(bearer),
  expirationUnixTime: optional(wholeNumber),
});
