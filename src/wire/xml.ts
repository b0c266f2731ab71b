import { XMLParser } from 'fast-xml-parser';

import { mediaType } from './content-type.js';
import type { Codec } from './endpoint.js';
import { describe, oneOrMany, record, Unreadable, type Reader } from './read.js';
import { XmlDocument } from './xml-document.js';

export { xmlDocument, XmlDocument, type XmlValue } from './xml-document.js';

export interface XmlOptions {
  /** The root elements that an answer may have, e.g. `ArrayOfContact`; the value read is `{ ArrayOfContact: … }`. */
  readonly roots: readonly string[];
  /** Attributes to keep, by local name: `type` becomes the field `@type`. An element that keeps any is an object. */
  readonly attributes?: readonly string[];
  readonly accept?: string;
  readonly contentType?: string;
  /** Longer documents are refused unparsed; default 5 million characters. */
  readonly longest?: number;
}

/** Not allowed anywhere in XML 1.0, and passed on by the parser. */
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** Reads XML (all values are text, an empty element is '') and writes what `xmlDocument` makes. */
export function xmlCodec(options: XmlOptions): Codec {
  const { roots, attributes = [], accept = 'text/xml', contentType = 'text/xml', longest = 5_000_000 } = options;
  const parser = new XMLParser({
    // Numbers stay text: it would read 007 as 7 and +48500600700 as a number.
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    // Without it numeric references like &#380; stay as they are.
    htmlEntities: true,
    maxNestedTags: 50,
    removeNSPrefix: true,
    attributeNamePrefix: '@',
    ignoreAttributes: (name) => !attributes.includes(name),
  });
  return {
    headers: { accept },
    contentType,
    write: (body) => {
      if (body instanceof XmlDocument) return body.text;
      throw new TypeError('XML is written from an xmlDocument');
    },
    parse: (text) => {
      const value = parseXml(parser, text, longest);
      const [root, ...others] = Object.keys(value);
      if (root === undefined || others.length > 0 || !roots.includes(root) || Array.isArray(value[root])) {
        throw new SyntaxError(`the body is not XML with the root ${roots.join(' or ')}`);
      }
      return value;
    },
    accepts: (type) => /^(application|text)\/xml$|^\w+\/[\w.-]+\+xml$/.test(mediaType(type)),
  };
}

/** Reads the elements of one name inside a list element, in their order: none for an empty element. */
export function elements<T>(name: string, reader: Reader<T>): Reader<T[]> {
  const children = record({ [name]: oneOrMany(reader) });
  return (value, at) => {
    if (value === '') return [];
    if (!isObject(value)) throw new Unreadable(`a list of ${name}`, at, describe(value));
    return children(value, at)[name] ?? [];
  };
}

function parseXml(parser: XMLParser, text: string, longest: number): Readonly<Record<string, unknown>> {
  if (text.length > longest) throw new SyntaxError(`the body is longer than ${longest} characters`);
  if (/<!DOCTYPE/i.test(text)) throw new SyntaxError('the body has a DOCTYPE');
  // The parser drops text that follows an empty root.
  if (controls.test(text) || !text.trimEnd().endsWith('>')) throw new SyntaxError('the body is not well-formed XML');
  try {
    // Unless told to validate first, it makes `{}` of anything: an error page would be an empty list.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its heir is another package, this works in 5.x
    const value: unknown = parser.parse(text, true);
    if (isObject(value)) return value;
  } catch {
    // The parser's own message quotes the body.
  }
  throw new SyntaxError('the body is not well-formed XML');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
