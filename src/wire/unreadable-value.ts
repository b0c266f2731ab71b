/**
 * A value that is not what a provider's documents promise. The message says what was expected, where, and what was found.
 * An answer of some bytes per row may have 100,000 of them, so that one is cheap: it has no stack, which would only tell
 * where in this program it was read, and its message is made when somebody asks for it.
 */
export class UnreadableValue extends Error {
  /** E.g. `a whole number`. */
  readonly expected: string;
  /** The kind of the value found: messages go to clients and contain no value of an upstream. */
  readonly found: string;
  #path: string;

  constructor(expected: string, at: string, found: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super();
    Error.stackTraceLimit = stackTraceLimit;
    this.expected = expected;
    this.#path = at;
    this.found = found;
  }

  /** Where, e.g. `GET /contacts[3].contact_id`. */
  get path(): string {
    return this.#path;
  }

  override get name(): string {
    return 'Unreadable';
  }

  override get message(): string {
    return `expected ${this.expected} at ${this.#path}, found ${this.found}`;
  }

  /** The same error, whose path is told from further up. */
  addPrefix(prefix: string): this {
    this.#path = prefix + this.#path;
    return this;
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
