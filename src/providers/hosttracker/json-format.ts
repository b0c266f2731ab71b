import { jsonCodec } from '../../wire/json.js';
import { json, optional, text, int32 } from '../../wire/value-readers.js';
import type { BodyFormat } from './format.js';
import { ticketReader } from './auth.js';
import { contactReader } from './contact/columns.js';
import { readWriteAnswer, readWriteAnswers } from './contact/write-answer.js';
import type { Reader } from '../../wire/reader.js';
import { readableRows } from '../../wire/row-readers.js';
import { arrayOf } from '../../wire/structure-readers.js';

const baseCodec = jsonCodec();
// HostTracker's own examples name the format in the content-type of a GET, too.
const codec = { ...baseCodec, headers: { ...baseCodec.headers, 'content-type': baseCodec.contentType } };

const anyValue: Reader<unknown> = (value) => value;

const contact = contactReader({
  toArray: (value, at) => optional(arrayOf(anyValue))(value, at) ?? [],
  subscriptions: (value, at) => (value === undefined ? null : (optional(json)(value, at) ?? [])),
});

/** Bodies in JSON. */
export const jsonFormat: BodyFormat = {
  codec,
  ticketCodec: codec,
  body: (_, fields) => Object.fromEntries(fields),
  texts: arrayOf(text),
  wholeNumbers: arrayOf(int32),
  contacts: readableRows(contact),
  contactRow: contact,
  optionalContact: optional(contact),
  ticket: ticketReader,
  contactBody: (_, fields) => Object.fromEntries(fields),
  confirmationBody: (_, code) => ({ code }),
  writeAnswer: readWriteAnswer,
  writeAnswers: readWriteAnswers,
};
