import { describeType, UnreadableValue } from './unreadable-value.js';
import type { Reader } from './reader.js';

/** Which values besides absent, null and '' say "nothing" to `optional`. */
const emptyValues = new WeakMap<Reader<unknown>, (value: unknown) => boolean>();

function fail(expected: string, value: unknown, at: string): never {
  throw new UnreadableValue(expected, at, describeType(value));
}

/** Reads text; a number becomes its text, unless it is so large that its digits are lost already. */
export const text: Reader<string> = (value, at) => {
  if (typeof value === 'string') return value;
  if (
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (Number.isSafeInteger(value) || !Number.isInteger(value))
  ) {
    return String(value);
  }
  return fail('text', value, at);
};

/** Reads an integer that JavaScript can hold, also written as text: PHP sends columns as text. */
export const wholeNumber: Reader<number> = (value, at) => {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  // Adding zero makes 0 of -0.
  return typeof number === 'number' && Number.isSafeInteger(number) ? number + 0 : fail('a whole number', value, at);
};

const MAX_INT32 = 2 ** 31 - 1;

/** Reads an integer that an Int of GraphQL can hold: as a column, any other would fail the answer to the client. */
export const int32: Reader<number> = (value, at) => {
  const number = wholeNumber(value, at);
  return number >= -MAX_INT32 - 1 && number <= MAX_INT32 ? number : fail('a whole number of 32 bits', value, at);
};

/** Reads a finite number, also written as text with a point. */
export const decimal: Reader<number> = (value, at) => {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : fail('a number', value, at);
};

/** Reads true or false, also as 1, 0, "1", "0", "true", "True", "false" and "False". */
export const flag: Reader<boolean> = (value, at) => {
  switch (value) {
    case true:
    case 1:
    case '1':
    case 'true':
    case 'True':
      return true;
    case false:
    case 0:
    case '0':
    case 'false':
    case 'False':
      return false;
    default:
      return fail('true or false', value, at);
  }
};

const isoDate = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;
const LAST_SECOND = 8_640_000_000_000;

/** Reads ISO 8601 (without a zone: UTC) or unix seconds. `optional(instant)` takes 0 and 0000-00-00… for nothing. */
export const instant: Reader<Date> = (value, at) => {
  const seconds = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof seconds === 'number' && Math.abs(seconds) <= LAST_SECOND) return new Date(seconds * 1000);
  const [, day, time = '00:00', zone = 'Z'] = (typeof value === 'string' ? isoDate.exec(value) : null) ?? [];
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const date = new Date(day === undefined ? NaN : `${day}T${time}${offset}`);
  if (day === undefined || Number.isNaN(date.getTime()) || !isInCalendar(day)) return fail('a date', value, at);
  return date;
};
emptyValues.set(
  instant,
  (value) => value === 0 || value === '0' || (typeof value === 'string' && value.startsWith('0000-00-00')),
);

/** Date turns 30 February into 2 March, but such a date of a provider is unreadable. */
function isInCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Reads absent, null and '' as null, anything else with the reader. */
export function optional<T>(reader: Reader<T>): Reader<T | null> {
  const isNothing = emptyValues.get(reader);
  return (value, at) => {
    if (value === undefined || value === null || value === '') return null;
    return isNothing?.(value) ? null : reader(value, at);
  };
}

/** Reads a secret or private value; errors do not contain the value. */
export function withoutValue<T>(reader: Reader<T>): Reader<T> {
  const masked: Reader<T> = (value, at) => {
    try {
      return reader(value, at);
    } catch (error) {
      if (error instanceof UnreadableValue) throw new UnreadableValue(error.expected, error.path, 'a hidden value');
      throw error;
    }
  };
  const isNothing = emptyValues.get(reader);
  if (isNothing) emptyValues.set(masked, isNothing);
  return masked;
}

/** Reads one of these texts. */
export function oneOf<const T extends string>(...texts: readonly T[]): Reader<T> {
  const expected = `one of ${texts.map((each) => JSON.stringify(each)).join(', ')}`;
  return (value, at) => texts.find((each) => each === value) ?? fail(expected, value, at);
}

/** Reads with the first reader or, where that cannot, with the second. Put the likelier first: a failure is slow. */
export function either<A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> {
  return (value, at) => {
    try {
      return first(value, at);
    } catch (one) {
      if (!(one instanceof UnreadableValue)) throw one;
      try {
        return second(value, at);
      } catch (other) {
        if (!(other instanceof UnreadableValue)) throw other;
        // If both failed at the same path, the message names both; otherwise the error with the deeper path is more
        // precise.
        if (one.path === other.path)
          throw new UnreadableValue(`${one.expected} or ${other.expected}`, one.path, one.found);
        throw one.path.length > other.path.length ? one : other;
      }
    }
  };
}

/** Reads anything as nothing: for answers whose body says no more than their status. */
export const ignoredBody: Reader<undefined> = () => undefined;

/** What JSON can say. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

const MAX_JSON_DEPTH = 100;

/** Reads any JSON value as it is, up to 100 levels deep. */
export const json: Reader<JsonValue> = (value, at) => (isJson(value, MAX_JSON_DEPTH) ? value : fail('JSON', value, at));

function isJson(value: unknown, levels: number): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || levels === 0) return false;
  // A Date or a Map has no own values and is not JSON.
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((part) => isJson(part, levels - 1));
}
