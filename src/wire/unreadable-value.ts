/** A value that is not what a provider's documents promise. The message says what was expected, where, and what was found. */
export class UnreadableValue extends Error {
  /** E.g. `a whole number`. */
  readonly expected: string;
  /** Where, e.g. `GET /contacts[3].contact_id`. */
  readonly path: string;
  /** The kind of the value found: messages go to clients and contain no value of an upstream. */
  readonly found: string;

  constructor(expected: string, at: string, found: string) {
    super(`expected ${expected} at ${at}, found ${found}`);
    this.name = 'Unreadable';
    this.expected = expected;
    this.path = at;
    this.found = found;
  }
}

/** Describes a value by its kind, never by its content. */
export function describeType(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value === '' ? 'empty text' : 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'a boolean';
    case 'undefined':
      return 'nothing';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? (value.length === 0 ? 'an empty list' : 'a list') : 'an object';
    case 'bigint':
    case 'symbol':
    case 'function':
      return `a ${typeof value}`;
  }
}
