import type { Codec } from '../../wire/endpoint.js';
import { describe, list, oneOrMany, optional, rows, text, Unreadable, wholeNumber } from '../../wire/read.js';
import type { JsonValue, Reader } from '../../wire/read.js';
import { xmlCodec, xmlDocument, type XmlValue } from '../../wire/xml.js';
import type { Format } from './format.js';
import { ticketReader } from './ticket-reader.js';
import { contactReader } from './wire-contact.js';
import { NOT_TOLD, written } from './written.js';

// The document shows no single contact: it is named as in its list, or by its type there.
const ONE_CONTACT = ['Contact', 'EmailContact', 'SmsContact', 'IMContact', 'VoiceCallContact'];

// Of what a write answers no document shows a root either; the last one is its name in the SOAP twin.
const WRITTEN = [...ONE_CONTACT, 'ContactOperationResult'];

const answers = xmlCodec({
  roots: ['ArrayOfString', 'ArrayOfInt', 'ArrayOfContact', ...WRITTEN],
  lists: { ArrayOfContact: 'Contact' },
});
// HostTracker's own examples name the format in the content-type of a GET, too.
const codec: Codec = { ...answers, headers: { ...answers.headers, 'content-type': answers.contentType } };

/** Reads the one element of a document; another root is not an empty answer. */
function root<T>(names: readonly string[], reader: Reader<T>): Reader<T> {
  const expected = `<${names.join('> or <')}>`;
  return (value, at) => {
    const [[name, content] = ['', undefined]] = only(names, value, expected, at);
    return reader(content, `${at} <${name}>`);
  };
}

/** Reads the elements of a list, which all have one of these names; elements of another name are not left out in silence. */
function elementsOf<T>(names: readonly string[], reader: Reader<T>): Reader<readonly T[]> {
  const children = oneOrMany(reader);
  return (value, at) => {
    if (value === '') return [];
    return only(names, value, `elements <${names.join('> or <')}>`, at).flatMap(([, each]) => children(each, at));
  };
}

function only(names: readonly string[], value: unknown, expected: string, at: string): Array<[string, unknown]> {
  const found = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (found.length && found.every(([name]) => names.includes(name))) return found;
  throw new Unreadable(expected, at, found.length > 0 ? 'elements of other names' : describe(value));
}

const anything: Reader<unknown> = (value) => value;

/** Reads a list whose elements the document does not name. */
function many<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, at) => {
    const elements = optional(anything)(value, at);
    if (elements === null) return [];
    const found: unknown[] = typeof elements === 'object' ? Object.values(elements).flat() : [elements];
    return list(reader)(found, at);
  };
}

/** Fields of a subscription that hold many, in the JSON of published clients. */
const MANY = ['alertTypes', 'reportTypes', 'contactIds', 'taskIds'];

/** A subscription's elements in the form of its JSON. */
const subscription: Reader<JsonValue> = (value, at) => {
  if (Array.isArray(value)) return list(subscription)(value, at);
  if (typeof value !== 'object' || value === null) return text(value, at);
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]): [string, JsonValue] => [
      name,
      MANY.includes(name) ? many(text)(field, at) : subscription(field, at),
    ]),
  );
};

const contact = contactReader({
  many,
  subscriptions: (value, at) => (value === undefined ? null : many(subscription)(value, at)),
});

/** Values in the form of their JSON as elements: null is an empty one, and a yes is `1` as in the document's sample. */
function toXml(value: JsonValue): XmlValue {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((each) => [typeof each === 'object' ? 'Subscription' : 'string', toXml(each)]);
  return Object.entries(value).map(([name, each]) => [name, toXml(each)]);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Reads documents with any root, which `ticket` takes off. */
const ticketCodec: Codec = {
  ...codec,
  parse: (body) => {
    const [, name = 'Ticket'] = /<(?:[\w-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(body.replace(/<\?.*?\?>/s, '')) ?? [];
    return root([name], anything)(xmlCodec({ roots: [name] }).parse(body), 'the body');
  },
};

/** Bodies in XML, `text/xml`, both ways. */
export const xmlFormat: Format = {
  codec,
  ticketCodec,
  body: xmlDocument,
  texts: root(['ArrayOfString'], elementsOf(['string'], text)),
  wholeNumbers: root(['ArrayOfInt'], elementsOf(['int'], wholeNumber)),
  row: contact,
  contacts: root(['ArrayOfContact'], (value, at) => rows(contact)(elementsOf(['Contact'], anything)(value, at), at)),
  contact: (value, at) => (value === undefined ? null : root(ONE_CONTACT, contact)(value, at)),
  ticket: ticketReader,
  edits: (name, edits) =>
    xmlDocument(
      name,
      edits.map(([field, value]) => [field, toXml(value)]),
    ),
  confirmation: (contactId, code) =>
    xmlDocument('ContactCode', [
      ['contactId', contactId],
      ['code', code],
    ]),
  written: (value, at) => (value === undefined ? NOT_TOLD : root(WRITTEN, written)(value, at)),
  writtenMany: (value, at) =>
    value === undefined ? null : root(['ArrayOfContact'], elementsOf(['Contact'], written))(value, at),
};
