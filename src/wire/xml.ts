import { mediaTypeOf } from './content-type.js';
import type { Codec } from './endpoint.js';
import { createXmlWorkerParser } from './xml-worker-parser.js';
import { XmlDocument } from './xml-document.js';
import { createXmlParser, hasXmlChildren } from './xml-parse.js';
import type { Reader } from './reader.js';
import { oneOrMany, record } from './structure-readers.js';
import { describeType, UnreadableValue } from './unreadable-value.js';

export { xmlDocument, XmlDocument, type XmlValue } from './xml-document.js';

export interface XmlOptions {
  /** The root elements that an answer may have, e.g. `ArrayOfContact`; the value read is `{ ArrayOfContact: … }`. */
  readonly roots: readonly string[];
  /** Attributes to keep, by local name: `type` becomes the field `@type`. An element that keeps any is an object. */
  readonly attributes?: readonly string[];
  readonly accept?: string;
  readonly contentType?: string;
  /** Longer documents are rejected unparsed; default 5 million characters. */
  readonly maxLength?: number;
  /** Lists that may be long, e.g. `{ ArrayOfContact: 'Contact' }`: the name of the rows by that of the root. */
  readonly lists?: Readonly<Record<string, string>>;
  /** So much of a long list is parsed at a time, in characters; default 64 Ki. */
  readonly partLength?: number;
}

/** In characters; what a list needs is only as many of its rows as are parsed at a time. */
const MAX_LIST_LENGTH = 128_000_000;

/** Reads XML (all values are text, an empty element is '') and writes what `xmlDocument` makes. */
export function xmlCodec(options: XmlOptions): Codec {
  const {
    roots,
    attributes = [],
    accept = 'text/xml',
    contentType = 'text/xml',
    maxLength: maxLength = 5_000_000,
  } = options;
  const { lists, partLength = 64 * 1024 } = options;
  const shape = { roots, attributes, maxLength: maxLength };
  return {
    headers: { accept },
    contentType,
    write: (body) => {
      if (body instanceof XmlDocument) return body.text;
      throw new TypeError('XML is written from an xmlDocument');
    },
    parse: createXmlParser(shape),
    ...(lists && {
      parseInWorker: createXmlWorkerParser({ shape, lists, partLength, maxListLength: MAX_LIST_LENGTH }),
    }),
    accepts: (type) => /^(application|text)\/xml$|^\w+\/[\w.-]+\+xml$/.test(mediaTypeOf(type)),
  };
}

/** Reads the elements of one name inside a list element, in their order: none for an empty element. */
export function elements<T>(name: string, reader: Reader<T>): Reader<T[]> {
  const children = record({ [name]: oneOrMany(reader) });
  return (value, at) => {
    if (value === '') return [];
    if (!hasXmlChildren(value)) throw new UnreadableValue(`a list of ${name}`, at, describeType(value));
    return children(value, at)[name] ?? [];
  };
}
