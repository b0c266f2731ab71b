const LONGEST = 40;

/** A value that is not what a provider's documents promise. The message says what was expected, where, and what was found. */
export class Unreadable extends Error {
  /** E.g. `a whole number`. */
  readonly expected: string;
  /** Where, e.g. `GET /contacts[3].contact_id`. */
  readonly at: string;
  /** What was there, in words that fit a message. */
  readonly found: string;

  constructor(expected: string, at: string, found: string) {
    super(`expected ${expected} at ${at}, found ${found}`);
    this.name = 'Unreadable';
    this.expected = expected;
    this.at = at;
    this.found = found;
  }
}

/** Tells a value in at most some 40 characters: a list or an object only by its kind, for what it holds is nobody's business. */
export function describe(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'undefined':
      return 'nothing';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
    case 'bigint':
    case 'symbol':
    case 'function':
      return `a ${typeof value}`;
  }
}
