import { UnsendableValue } from './path.js';

/** The value of an element: text, elements in their order, or `undefined` for one that is left out. */
export type XmlValue = string | number | boolean | undefined | ReadonlyArray<readonly [string, XmlValue]>;

/** A document that was written here, so that its text is known to be well-formed. */
export class XmlDocument {
  readonly text: string;

  /** Made by `xmlDocument`. */
  constructor(root: string, value: XmlValue) {
    this.text = `<?xml version="1.0" encoding="utf-8"?>${writeElement(root, value)}`;
  }
}

/** A document with this root and these elements in their order; throws Unsendable for characters that XML cannot hold. */
export function xmlDocument(root: string, elements: ReadonlyArray<readonly [string, XmlValue]>): XmlDocument {
  return new XmlDocument(root, elements);
}

const elementName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const invalidCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u;
const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  // A bare one is read back as a line feed.
  ['\r', '&#13;'],
]);

function writeElement(name: string, value: XmlValue): string {
  // Names come from our endpoints and never from a client; an invalid one is a bug.
  if (!elementName.test(name)) throw new TypeError(`${JSON.stringify(name)} is no element name`);
  if (value === undefined) return '';
  const content =
    typeof value === 'object'
      ? value.map(([child, inner]) => writeElement(child, inner)).join('')
      : escapeText(String(value));
  return `<${name}>${content}</${name}>`;
}

function escapeText(text: string): string {
  if (invalidCharacters.test(text)) throw new UnsendableValue('XML cannot hold control characters or half a character');
  return text.replace(/[&<>"'\r]/g, (character) => escapes.get(character) ?? '');
}
