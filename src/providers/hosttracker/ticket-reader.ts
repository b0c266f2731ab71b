import { withoutValue, optional, wholeNumber } from '../../wire/value-readers.js';
import type { WireTicket } from './format.js';
import type { Reader } from '../../wire/reader.js';
import { record } from '../../wire/structure-readers.js';
import { describeType, UnreadableValue } from '../../wire/unreadable-value.js';

/** It goes into a header, so it must fit one. */
const bearerToken: Reader<string> = (value, at) => {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value;
  throw new UnreadableValue('a ticket', at, describeType(value));
};

/** Reads what a log-in gives. */
export const ticketReader: Reader<WireTicket> = record({
  ticket: withoutValue(bearerToken),
  expirationUnixTime: optional(wholeNumber),
});
