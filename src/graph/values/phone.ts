import { parsePhoneNumberFromString, isSupportedCountry, type CountryCode } from 'libphonenumber-js';

import { withoutInvisible } from '../../query/text.js';
import { EXTENSION, withExtensionMark } from './phone-extension.js';

export { isSupportedCountry, type CountryCode };

const MAX_CACHED = 100_000;
/** Longer texts are no numbers, as to libphonenumber-js. */
const MAX_LENGTH = 250;
/** Longer texts are not remembered: whoever sends them must not decide how much memory this takes. */
const MAX_CACHED_LENGTH = 64;
/** Digits in groups, which are the same number without the blanks. */
const GROUPED = /^\+?\d(?: ?\d){5,}$/;
/**
 * Texts in E.164, by country and text without blanks; '' for a text that is no number. A Map that is emptied when it is
 * full, and no lru-cache: 200,000 reads of it took 60 ms and of an lru-cache 86 to 125 ms, and the cost of a whole list
 * is made of such reads.
 */
const cachedNumbers = new Map<string, string>();

/**
 * How numbers without a plus are written: `national`, as people type them, or `international`, as HostTracker keeps
 * them. The other way is tried where a text is no valid number in this one.
 */
export type PhoneNotation = 'national' | 'international';

/**
 * E.164 where libphonenumber-js calls the text valid, with its extension as `;ext=12`: with its plus or `00`; else as a
 * national number of `country`, and else with a plus put before it, or the other way round where digits are
 * international. Anything else as given, trimmed.
 */
export function toPhone(text: string, country: CountryCode | undefined, notation: PhoneNotation = 'national'): string {
  return readNumber(text, country, notation) || text.trim();
}

/** As `toPhone`; '' for a text that is no valid number. */
export function readNumber(
  text: string,
  country: CountryCode | undefined,
  notation: PhoneNotation = 'national',
): string {
  if (text.length > MAX_LENGTH) return '';
  const given = withoutInvisible(text).trim();
  const bare = GROUPED.test(given) ? given.replaceAll(' ', '') : given;
  const first = /[+\uFF0B\d]/.exec(bare)?.[0];
  if (first === undefined) return '';
  if (first < '0' || first > '9') return numberIn(bare);
  const behindZeros = bare.startsWith('00') ? bare.slice(2) : /^\D*00(.*)$/s.exec(bare)?.[1];
  const abroad = behindZeros === undefined ? '' : numberIn(`+${behindZeros}`);
  if (abroad) return abroad;
  if (notation === 'international')
    return numberIn(`+${bare}`) || (country !== undefined && numberIn(bare, country)) || '';
  return (country !== undefined && numberIn(bare, country)) || numberIn(`+${bare}`);
}

/** Whether a text is a number in E.164 that is valid, as `toPhone` makes them, without an extension. */
export function isPhone(text: string): boolean {
  return /^\+[1-9]\d{3,14}$/.test(text) && numberIn(text) !== '';
}

/** The national part of a number in E.164 (`500111222` of `+48500111222`), or undefined for other texts. */
export function nationalDigits(phone: string): string | undefined {
  return phone.startsWith('+') ? parsePhoneNumberFromString(phone)?.nationalNumber : undefined;
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function numberIn(text: string, country?: CountryCode): string {
  if (text.length > MAX_CACHED_LENGTH) return parse(text, country);
  const key = country === undefined ? text : `${country}|${text}`;
  const before = cachedNumbers.get(key);
  if (before !== undefined) return before;
  // Parsing costs some microseconds and kilobytes, and the same numbers come with each list, from several providers.
  const number = parse(text, country);
  if (cachedNumbers.size >= MAX_CACHED) cachedNumbers.clear();
  // One text, where both are the same, takes half of the room.
  cachedNumbers.set(key, number === key ? key : number);
  return number;
}

function parse(text: string, country: CountryCode | undefined): string {
  const found = parsePhoneNumberFromString(withExtensionMark(text), country);
  if (!found?.isValid()) return '';
  return found.ext === undefined ? found.number : `${found.number}${EXTENSION}${found.ext}`;
}
