import { isTypedAlike } from '../../graph/email.js';
import { nationalDigits } from '../../graph/phone.js';
import type { Offer } from '../../query/plan.js';
import { hasCase } from '../../query/spelling.js';
import { invariantParts, type TextOperator } from '../../query/text.js';

/** What `search` may be given: no quotes, percent signs or backslashes, which mean something to a database. */
const plain = /^[\dA-Za-z.@+_-]{1,100}$/;

/** Polish numbers keep their nine national digits together; elsewhere a trunk code may stand before the last six. */
const POLAND = '+48';
const POLISH_DIGITS = 9;
const FOREIGN_DIGITS = 6;

/** `search` looks for a phrase in every text column: it finds all that match, and others, if it goes by no case. */
function searching(search: string | undefined, comparison: string): Offer | undefined {
  if (search === undefined) return undefined;
  return { grip: 'inexact', params: { search }, assumes: hasCase(search) ? comparison : undefined };
}

/**
 * Asks for the longest word, or part of one, that is the same in every spelling of a text. A row that holds the text
 * holds that word in one column, even where the text is a full name, which spans two.
 */
function searchText(comparison: string, value: string, operator: TextOperator): Offer | undefined {
  const words = invariantParts(value, operator)
    .flatMap((part) => part.split(/\s+/))
    .filter((word) => plain.test(word));
  return searching(
    words.reduce<string | undefined>((best, word) => (word.length > (best?.length ?? 0) ? word : best), undefined),
    comparison,
  );
}

/** What is asked for a part of a name: by that it is proved how names are compared. */
export function nameComparison(part: string): Offer | undefined {
  return searchText('name', part, 'contains');
}

/** The same for e-mails. */
export function emailComparison(part: string): Offer | undefined {
  return searchEmailPart(part, 'contains');
}

/** Offers for names. */
export const nameOffers = {
  'name.eq': (name: string) => searchText('name', name, 'eq'),
  'name.contains': nameComparison,
  'name.startsWith': (part: string) => searchText('name', part, 'startsWith'),
};

/** Offers for e-mails. */
export const emailOffers = {
  'email.eq': searchEmail,
  'email.contains': emailComparison,
  'email.startsWith': (part: string) => searchEmailPart(part, 'startsWith'),
};

function searchEmail(email: string): Offer | undefined {
  return isTypedAlike(email) && plain.test(email) ? searching(email, 'email') : undefined;
}

function searchEmailPart(part: string, operator: TextOperator): Offer | undefined {
  return isTypedAlike(part) ? searchText('email', part, operator) : undefined;
}

/**
 * Asks for the digits of a whole number that every spelling of it shares. Parts of a number are never asked for: they
 * may span the country's code, or the blanks of a number that was kept as typed.
 */
export function searchNumber(phone: string): Offer | undefined {
  const shared = phone.startsWith(POLAND) ? POLISH_DIGITS : FOREIGN_DIGITS;
  return searching(nationalDigits(phone)?.slice(-shared) ?? /^\d{3,20}$/.exec(phone)?.[0], 'phone');
}

/** A text without its first and last letter: who finds it finds parts of words. */
export function withinWord(text: string | null): string {
  const letters = text?.trim() ?? '';
  return letters.length > SHORT ? letters.slice(1, -1) : letters;
}

/** Of a shorter text too much would be found without its ends. */
const SHORT = 6;
