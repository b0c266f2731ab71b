import { parsePhoneNumberFromString, isSupportedCountry, type CountryCode } from 'libphonenumber-js';

export { isSupportedCountry, type CountryCode };

const REMEMBERED = 100_000;
/** Longer texts are no numbers; whoever sends them must not decide how much memory this takes. */
const LONGEST_REMEMBERED = 40;
/** Digits in groups, which are the same number without the blanks. */
const GROUPED = /^\+?\d(?: ?\d){5,}$/;
/** What texts are numbers, in E.164, by country and text without blanks; '' for those that are none. */
const known = new Map<string, string>();

/**
 * E.164 where libphonenumber-js calls the text valid: with its plus, with a plus put before it (HostTracker writes
 * numbers without), or as a national number of `country`. Anything else as given, trimmed.
 */
export function toPhone(text: string, country: CountryCode | undefined): string {
  const given = text.trim();
  const bare = GROUPED.test(given) ? given.replaceAll(' ', '') : given;
  const international = bare.startsWith('+') ? bare : `+${bare}`;
  return numberIn(international) || (country !== undefined && numberIn(bare, country)) || given;
}

/** Whether a text is a number in E.164 that is valid, as `toPhone` makes them. */
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
  if (text.length > LONGEST_REMEMBERED) return parse(text, country);
  const key = country === undefined ? text : `${country}|${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  // Parsing costs some microseconds and kilobytes, and the same numbers come with each list, from several providers.
  const number = parse(text, country);
  if (known.size >= REMEMBERED) known.clear();
  // One text, where both are the same, takes half of the room.
  known.set(key, number === key ? key : number);
  return number;
}

function parse(text: string, country: CountryCode | undefined): string {
  const found = parsePhoneNumberFromString(text, country);
  return found?.isValid() ? found.number : '';
}
