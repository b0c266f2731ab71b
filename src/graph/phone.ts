import { parsePhoneNumberFromString, isSupportedCountry, type CountryCode } from 'libphonenumber-js';

export { isSupportedCountry, type CountryCode };

const REMEMBERED = 50_000;
/** Longer texts are no numbers; whoever sends them must not decide how much memory this takes. */
const LONGEST_REMEMBERED = 60;
const known = new Map<string, string>();
const valid = new Map<string, boolean>();

/**
 * E.164 where libphonenumber-js calls the text valid: with its plus, with a plus put before it (HostTracker writes
 * numbers without), or as a national number of `country`. Anything else as given, trimmed.
 */
export function toPhone(text: string, country: CountryCode | undefined): string {
  if (text.length > LONGEST_REMEMBERED) return normalise(text.trim(), country);
  const key = `${country ?? ''}|${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const phone = normalise(text.trim(), country);
  // Parsing costs some microseconds and the same numbers come with each list.
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, phone);
  return phone;
}

/** Whether a text is a number in E.164 that is valid, as `toPhone` makes them. */
export function isPhone(text: string): boolean {
  if (!/^\+[1-9]\d{3,14}$/.test(text)) return false;
  const before = valid.get(text);
  if (before !== undefined) return before;
  const isValid = parsePhoneNumberFromString(text)?.isValid() ?? false;
  if (valid.size >= REMEMBERED) valid.clear();
  valid.set(text, isValid);
  return isValid;
}

/** The national part of a number in E.164 (`500111222` of `+48500111222`), or undefined for other texts. */
export function nationalDigits(phone: string): string | undefined {
  return phone.startsWith('+') ? parsePhoneNumberFromString(phone)?.nationalNumber : undefined;
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

function normalise(text: string, country: CountryCode | undefined): string {
  const international = text.startsWith('+') ? text : `+${text}`;
  const candidates = [
    parsePhoneNumberFromString(international),
    country === undefined ? undefined : parsePhoneNumberFromString(text, country),
  ];
  return candidates.find((candidate) => candidate?.isValid())?.number ?? text;
}
