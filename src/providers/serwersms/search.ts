import { nationalDigits } from '../../graph/phone.js';
import type { Offer } from '../../query/plan.js';

/** What `search` may be given: no quotes, percent signs or backslashes, which mean something to a database. */
const plain = /^[\dA-Za-z\u00C0-\u012F\u0131-\u017F.@+_-]{1,100}$/;

/** Polish numbers keep their nine national digits together; elsewhere a trunk code may stand before the last six. */
const POLAND = '+48';
const POLISH_DIGITS = 9;
const FOREIGN_DIGITS = 6;

/** `search` looks for a phrase in every text column, in any case: it finds all that match, and others. */
function searching(search: string | undefined): Offer | undefined {
  return search === undefined ? undefined : { grip: 'inexact', params: { search } };
}

/**
 * Asks for the longest word of a text. A row that holds the text holds that word in one column, even where the text is
 * a full name, which spans two.
 */
export function searchText(value: string): Offer | undefined {
  const words = value.split(/\s+/).filter((word) => plain.test(word));
  return searching(
    words.reduce<string | undefined>((best, word) => (word.length > (best?.length ?? 0) ? word : best), undefined),
  );
}

/**
 * Asks for the digits of a whole number that every spelling of it shares. Parts of a number are never asked for: they
 * may span the country's code, or the blanks of a number that was kept as typed.
 */
export function searchNumber(phone: string): Offer | undefined {
  const shared = phone.startsWith(POLAND) ? POLISH_DIGITS : FOREIGN_DIGITS;
  return searching(nationalDigits(phone)?.slice(-shared) ?? /^\d{3,20}$/.exec(phone)?.[0]);
}
