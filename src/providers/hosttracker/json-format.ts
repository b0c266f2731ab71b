import { jsonCodec } from '../../wire/json.js';
import { json, list, optional, rows, text, wholeNumber, type Reader } from '../../wire/read.js';
import type { Format } from './format.js';
import { ticketReader } from './ticket-reader.js';
import { contactReader } from './wire-contact.js';
import { written, writtenMany } from './written.js';

const answers = jsonCodec();
// HostTracker's own examples name the format in the content-type of a GET, too.
const codec = { ...answers, headers: { ...answers.headers, 'content-type': answers.contentType } };

const many =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (value, at) =>
    optional(list(reader))(value, at) ?? [];

const contact = contactReader({
  many,
  subscriptions: (value, at) => (value === undefined ? null : (optional(json)(value, at) ?? [])),
});

/** Bodies in JSON. */
export const jsonFormat: Format = {
  codec,
  ticketCodec: codec,
  body: (_, fields) => Object.fromEntries(fields),
  texts: list(text),
  wholeNumbers: list(wholeNumber),
  contacts: rows(contact),
  row: contact,
  contact: optional(contact),
  ticket: ticketReader,
  edits: (_, edits) => Object.fromEntries(edits),
  confirmation: (_, code) => ({ code }),
  written,
  writtenMany,
};
