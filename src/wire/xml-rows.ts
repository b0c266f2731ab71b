import { notWellFormed } from './xml-parse.js';

/** Rows that follow each other in a document. */
export interface XmlPart {
  /** From the first character of a row to the one behind another. */
  readonly from: number;
  readonly to: number;
  /** How many they are. */
  readonly rows: number;
}

/** A list in a document whose rows can be parsed some at a time. */
export interface XmlRows {
  /** Local name of the root. */
  readonly root: string;
  /** Local name of each of its elements. */
  readonly row: string;
  /** All up to the first character behind the tag that opens the root. */
  readonly head: string;
  /** The tag that closes it. */
  readonly close: string;
  /** All behind that. */
  readonly tail: string;
  readonly parts: readonly XmlPart[];
}

const MAX_HEAD_LENGTH = 10_000;

// Narrower than XML and than the parser: what these patterns match has only one interpretation.
const NAME = '(?:[A-Za-z_][\\w.-]*:)?[A-Za-z_][\\w.-]*';
const BLANK = '[ \\t\\r\\n]';
const ATTRIBUTE = `${BLANK}+${NAME}${BLANK}*=${BLANK}*(?:"[^"<]*"|'[^'<]*')`;
const declaration = new RegExp(`\uFEFF?(?:<\\?xml(?:${BLANK}+[a-z]+=(?:"[\\w.-]*"|'[\\w.-]*'))*${BLANK}*\\?>)?`, 'y');
// Without a limit to attributes, a tag of some megabytes overflows the stack of the regular expression engine.
const opening = new RegExp(`<(${NAME})(?:${ATTRIBUTE}){0,99}${BLANK}*(/?)>`, 'y');
const closing = new RegExp(`</(${NAME})${BLANK}*>`, 'y');
const notBlank = /[^ \t\r\n]/g;

/**
 * Finds the rows of a list without parsing them; `lists` has the name of the rows by the name of the root. Parsing
 * `head`, some rows and `close`, part by part, gives the same as parsing the whole. Undefined for a document where that
 * is not certain: one with more than blanks and comments beside its rows, or with tags that parsers may read in two
 * ways.
 */
export function findXmlRows(
  text: string,
  lists: Readonly<Record<string, string>>,
  partLength: number,
): XmlRows | undefined {
  const begin = skipComments(text, matchAt(declaration, text, 0)?.end ?? 0);
  const open = matchAt(opening, text, begin);
  // Each part is parsed together with the whole head.
  if (!open || open.isSlashed || open.end > MAX_HEAD_LENGTH) return undefined;
  const root = localNameOf(open.name);
  const row = Object.hasOwn(lists, root) ? lists[root] : undefined;
  if (row === undefined) return undefined;
  const parts: XmlPart[] = [];
  let at = skipComments(text, open.end);
  let from = at;
  let rows = 0;
  for (;;) {
    const child = matchAt(opening, text, at);
    if (!child || localNameOf(child.name) !== row) break;
    const end = child.isSlashed ? child.end : endOfElement(text, child.end);
    if (end === undefined) return undefined;
    rows += 1;
    at = skipComments(text, end);
    if (end - from >= partLength) {
      parts.push({ from, to: end, rows });
      from = at;
      rows = 0;
    }
  }
  if (rows > 0) parts.push({ from, to: at, rows });
  const close = matchAt(closing, text, at);
  if (close?.name !== open.name || skipComments(text, close.end) < text.length) return undefined;
  return {
    root,
    row,
    head: text.slice(0, open.end),
    close: text.slice(at, close.end),
    tail: text.slice(close.end),
    parts,
  };
}

/**
 * The position after the closing tag of an element, given the position after its opening tag; undefined if it is not
 * certain.
 */
function endOfElement(text: string, from: number): number | undefined {
  let depth = 1;
  let at = from;
  while (depth > 0) {
    at = text.indexOf('<', at);
    if (at < 0) throw notWellFormed();
    const mark = text[at + 1];
    if (mark === '!') {
      const end = endOfComment(text, at) ?? endOf(text, at, '<![CDATA[', ']]>');
      if (end === undefined) return undefined;
      at = end;
    } else {
      const tag = matchAt(mark === '/' ? closing : opening, text, at);
      if (!tag) return undefined;
      if (mark === '/') depth -= 1;
      else if (!tag.isSlashed) depth += 1;
      at = tag.end;
    }
  }
  return at;
}

/** The position of the next character that is neither a blank nor in a comment. */
function skipComments(text: string, from: number): number {
  let at = from;
  for (;;) {
    notBlank.lastIndex = at;
    at = notBlank.exec(text)?.index ?? text.length;
    const end = endOfComment(text, at);
    if (end === undefined) return at;
    at = end;
  }
}

function endOfComment(text: string, at: number): number | undefined {
  return endOf(text, at, '<!--', '-->');
}

function endOf(text: string, at: number, begin: string, finish: string): number | undefined {
  if (!text.startsWith(begin, at)) return undefined;
  const found = text.indexOf(finish, at + begin.length);
  return found < 0 ? undefined : found + finish.length;
}

interface XmlTag {
  readonly name: string;
  readonly isSlashed: boolean;
  readonly end: number;
}

function matchAt(pattern: RegExp, text: string, at: number): XmlTag | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? { name: found[1] ?? '', isSlashed: found[2] === '/', end: pattern.lastIndex } : undefined;
}

function localNameOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
