import type { Codec } from '../../wire/endpoint.js';
import { optional, text, int32 } from '../../wire/value-readers.js';
import type { JsonValue } from '../../wire/value-readers.js';
import { xmlCodec, xmlDocument, type XmlValue } from '../../wire/xml.js';
import type { BodyFormat } from './format.js';
import { ticketReader } from './auth.js';
import { contactReader } from './contact/columns.js';
import { EMPTY_WRITE_ANSWER, readWriteAnswer } from './contact/write-answer.js';
import type { Reader } from '../../wire/reader.js';
import { readableRows } from '../../wire/row-readers.js';
import { arrayOf, oneOrMany } from '../../wire/structure-readers.js';
import { describeType, UnreadableValue } from '../../wire/unreadable-value.js';

// The document shows no single contact. Its root is assumed to be that of rows in the list, or the name of its type.
const ONE_CONTACT = ['Contact', 'EmailContact', 'SmsContact', 'IMContact', 'VoiceCallContact'];

// Nor does any document show the root of a write's answer. The last one is its name in the SOAP API.
const WRITE_ANSWER_ROOTS = [...ONE_CONTACT, 'ContactOperationResult'];

const baseCodec = xmlCodec({
  roots: ['ArrayOfString', 'ArrayOfInt', 'ArrayOfContact', ...WRITE_ANSWER_ROOTS],
  lists: { ArrayOfContact: 'Contact' },
});
// HostTracker's own examples name the format in the content-type of a GET, too.
const codec: Codec = { ...baseCodec, headers: { ...baseCodec.headers, 'content-type': baseCodec.contentType } };

/** Reads the one element of a document. Another root is an error, not an empty answer. */
function readRoot<T>(names: readonly string[], reader: Reader<T>): Reader<T> {
  const expected = `<${names.join('> or <')}>`;
  return (value, at) => {
    const [[name, content] = ['', undefined]] = requireElements(names, value, expected, at);
    return reader(content, `${at} <${name}>`);
  };
}

/** Reads the elements of a list, which all have one of these names. Elements of another name are an error, so that none is lost silently. */
function elementsOf<T>(names: readonly string[], reader: Reader<T>): Reader<readonly T[]> {
  const children = oneOrMany(reader);
  return (value, at) => {
    if (value === '') return [];
    return requireElements(names, value, `elements <${names.join('> or <')}>`, at).flatMap(([, each]) =>
      children(each, at),
    );
  };
}

function requireElements(
  names: readonly string[],
  value: unknown,
  expected: string,
  at: string,
): Array<[string, unknown]> {
  const found = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (found.length && found.every(([name]) => names.includes(name))) return found;
  throw new UnreadableValue(expected, at, found.length > 0 ? 'elements of other names' : describeType(value));
}

const anyValue: Reader<unknown> = (value) => value;

/** Reads a list whose elements the document does not name. */
function readElements<T>(reader: Reader<T>): Reader<readonly T[]> {
  return (value, at) => {
    const elements = optional(anyValue)(value, at);
    if (elements === null) return [];
    const found: unknown[] = typeof elements === 'object' ? Object.values(elements).flat() : [elements];
    return arrayOf(reader)(found, at);
  };
}

/** Fields of a subscription that hold many, in the JSON of published clients. */
const LIST_FIELDS = ['alertTypes', 'reportTypes', 'contactIds', 'taskIds'];

/** A subscription's elements in the form of its JSON. */
const subscription: Reader<JsonValue> = (value, at) => {
  if (Array.isArray(value)) return arrayOf(subscription)(value, at);
  if (typeof value !== 'object' || value === null) return text(value, at);
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]): [string, JsonValue] => [
      name,
      LIST_FIELDS.includes(name) ? readElements(text)(field, at) : subscription(field, at),
    ]),
  );
};

const contact = contactReader({
  toArray: readElements(anyValue),
  subscriptions: (value, at) => (value === undefined ? null : readElements(subscription)(value, at)),
});

/** Values in the form of their JSON as elements: null is an empty one, and true is `1` as in the document's sample. */
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

/** Parses documents with any root, and removes the root. */
const ticketCodec: Codec = {
  ...codec,
  parse: (body) => {
    const [, name = 'Ticket'] = /<(?:[\w-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(body.replace(/<\?.*?\?>/s, '')) ?? [];
    return readRoot([name], anyValue)(xmlCodec({ roots: [name] }).parse(body), 'the body');
  },
};

/** Bodies in XML, `text/xml`, both ways. */
export const xmlFormat: BodyFormat = {
  codec,
  ticketCodec,
  body: xmlDocument,
  texts: readRoot(['ArrayOfString'], elementsOf(['string'], text)),
  wholeNumbers: readRoot(['ArrayOfInt'], elementsOf(['int'], int32)),
  contactRow: contact,
  contacts: readRoot(['ArrayOfContact'], (value, at) =>
    readableRows(contact)(elementsOf(['Contact'], anyValue)(value, at), at),
  ),
  optionalContact: (value, at) => (value === undefined ? null : readRoot(ONE_CONTACT, contact)(value, at)),
  ticket: ticketReader,
  contactBody: (name, fields) =>
    xmlDocument(
      name,
      fields.map(([field, value]) => [field, toXml(value)]),
    ),
  confirmationBody: (contactId, code) =>
    xmlDocument('ContactCode', [
      ['contactId', contactId],
      ['code', code],
    ]),
  writeAnswer: (value, at) =>
    value === undefined ? EMPTY_WRITE_ANSWER : readRoot(WRITE_ANSWER_ROOTS, readWriteAnswer)(value, at),
  writeAnswers: (value, at) =>
    value === undefined ? null : readRoot(['ArrayOfContact'], elementsOf(['Contact'], readWriteAnswer))(value, at),
};
