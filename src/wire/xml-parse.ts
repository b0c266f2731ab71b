import { XMLParser } from 'fast-xml-parser';

/** The shape of documents. It consists of plain values, so that it can be sent to another thread. */
export interface XmlShape {
  /** The root elements that a document may have, by local name. */
  readonly roots: readonly string[];
  /** Attributes to keep, by local name. */
  readonly attributes: readonly string[];
  /** Longer documents are rejected unparsed, in characters. */
  readonly maxLength: number;
}

/** Not allowed anywhere in XML 1.0, and passed on by the parser. */
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/**
 * Parses documents of this shape as `{ root: … }`: all values are text, an empty element is ''. What it throws is a
 * SyntaxError of one half-sentence that quotes nothing.
 */
export function createXmlParser({
  roots,
  attributes,
  maxLength,
}: XmlShape): (text: string) => Readonly<Record<string, unknown>> {
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
  return (text) => {
    checkXml(text, maxLength);
    const value = parse(parser, text);
    const [root, ...others] = Object.keys(value);
    if (root === undefined || others.length > 0 || !roots.includes(root) || Array.isArray(value[root])) {
      throw new SyntaxError(`the body is not XML with the root ${roots.join(' or ')}`);
    }
    return value;
  };
}

/** Checks a document before it is parsed: throws a SyntaxError for what no document may contain. */
export function checkXml(text: string, maxLength: number): void {
  if (text.length > maxLength) throw new SyntaxError(`the body is longer than ${maxLength} characters`);
  if (/<!DOCTYPE/i.test(text)) throw new SyntaxError('the body has a DOCTYPE');
  // The parser drops text that follows an empty root.
  if (controlCharacters.test(text) || !text.trimEnd().endsWith('>')) throw notWellFormed();
}

/** The error for anything that is not XML. */
export function notWellFormed(): SyntaxError {
  return new SyntaxError('the body is not well-formed XML');
}

function parse(parser: XMLParser, text: string): Readonly<Record<string, unknown>> {
  try {
    // Unless told to validate first, it makes `{}` of anything: an error page would be an empty list.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its heir is another package, this works in 5.x
    const value: unknown = parser.parse(text, true);
    if (hasXmlChildren(value)) return value;
  } catch {
    // The parser's own message quotes the body.
  }
  throw notWellFormed();
}

/** Whether a parsed value has parts, by name or in a list. */
export function hasXmlChildren(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
