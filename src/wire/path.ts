import type { QueryValue } from './endpoint.js';

/**
 * A value that cannot be sent; the message says why, without the value. The caller turns it into a `rejected` failure.
 */
export class UnsendableValue extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unsendable';
  }
}

const controlCharacters = /\p{Cc}/u;
const surrogates = /\p{Cs}/u;

/** One part of a path, percent-encoded; throws Unsendable where it would become another path than the template's. */
export function encodeSegment(value: string | number): string {
  const part = String(value);
  // Some servers decode before they resolve dots, so `../x` is as bad as `..`.
  if (part.split(/[/\\]/).some((each) => each === '' || each === '.' || each === '..')) {
    throw new UnsendableValue('a part of the path must not be empty, "." or ".."');
  }
  if (controlCharacters.test(part)) throw new UnsendableValue('a part of the path must not hold control characters');
  return encodeText(part);
}

/** A query with its question mark, or '' for none: `undefined` is left out, a list repeats its name. */
export function encodeQuery(values: Readonly<Record<string, QueryValue>>): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    for (const each of typeof value === 'object' ? value : [value])
      pairs.push(`${encodeText(name)}=${encodeText(String(each))}`);
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encodeText(text: string): string {
  if (surrogates.test(text)) throw new UnsendableValue('text must not hold half a character (a lone surrogate)');
  return encodeURIComponent(text);
}
