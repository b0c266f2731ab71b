import { digitsOf, nationalDigits } from '../../../graph/values/phone.js';

/** Fewer digits than 3 are in nearly every number, so that the search would give the same list. */
const MIN_DIGITS = 3;
/** The column has 32 characters. */
const MAX_DIGITS = 32;

/** No country code is longer. */
const MAX_COUNTRY_CODE_DIGITS = 3;
/**
 * Country codes with the digits that libphonenumber-js puts behind them, so that a number may be typed without: an
 * area of one digit or more, or the 9 of Argentine mobiles. Countries of +1 do so with the three digits of an area.
 */
const ASSUMED_PREFIXES = ['549', '441481', '441534', '441624', '618', '26120', '3780549', '6723'];
const MAX_PREFIX_DIGITS_OF_PLUS_1 = 4;

/**
 * What `phone` is searched by for a number in E.164, or for one that is none and must be as it is: each digit that
 * every spelling of it has, and anything between them. ICTCore puts a `%` before it and pastes it into SQL as it is,
 * so it holds nothing but digits and `%`.
 */
export function patternOfNumber(phone: string): string | undefined {
  const national = nationalDigits(phone);
  const digits = digitsOf(phone);
  if (national === undefined) return patternOf(digits);
  const assumedLengths = ASSUMED_PREFIXES.filter((head) => digits.startsWith(head)).map(({ length }) => length);
  const omittedDigits = Math.max(
    digits.length - national.length,
    digits.startsWith('1') ? MAX_PREFIX_DIGITS_OF_PLUS_1 : 0,
    ...assumedLengths,
  );
  return patternOf(digits.slice(omittedDigits));
}

/** The same for digits from anywhere in a number: its first ones may be a country code that nobody typed. */
export function patternOfPart(part: string): string | undefined {
  const digits = digitsOf(part);
  const tails = ASSUMED_PREFIXES.flatMap((head) => Array.from(head, (_, index) => head.slice(index)));
  const assumedLengths = tails
    .filter((tail) => digits.startsWith(tail) || tail.startsWith(digits))
    .map(({ length }) => length);
  return patternOf(
    digits.slice(
      Math.max(MAX_COUNTRY_CODE_DIGITS, digits.startsWith('1') ? MAX_PREFIX_DIGITS_OF_PLUS_1 : 0, ...assumedLengths),
    ),
  );
}

function patternOf(digits: string): string | undefined {
  return digits.length < MIN_DIGITS || digits.length > MAX_DIGITS ? undefined : digits.replaceAll(/\d/g, '$&%');
}
