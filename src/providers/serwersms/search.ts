import { hasSingleForm } from '../../graph/values/email.js';
import { nationalDigits } from '../../graph/values/phone.js';
import type { PushdownOffer } from '../../query/plan.js';
import { hasCase } from '../../query/letter-case.js';
import { invariantParts, type TextOperator } from '../../query/text.js';

/** What may be searched: no quotes, percent signs or backslashes, which have a meaning in databases. */
const SEARCHABLE = /^[\dA-Za-z.@+_-]{1,100}$/;

/** The nine national digits of a Polish number stand together. In other numbers a trunk code may precede the last six. */
const POLISH_PREFIX = '+48';
const POLISH_DIGITS = 9;
const FOREIGN_DIGITS = 6;

/** `search` looks for a phrase in all text columns, so it finds a superset. Whether it ignores letter case is tried out first. */
function searchOffer(search: string | undefined, comparison: string): PushdownOffer | undefined {
  if (search === undefined) return undefined;
  return { precision: 'superset', params: { search }, assumes: hasCase(search) ? comparison : undefined };
}

/**
 * Searches for the longest word, or part of one, that is the same in every spelling of a text. A row that holds the
 * text holds that word in one column, even where the text is a full name, which spans two columns.
 */
function offerTextSearch(comparison: string, value: string, operator: TextOperator): PushdownOffer | undefined {
  const words = invariantParts(value, operator)
    .flatMap((part) => part.split(/\s+/))
    .filter((word) => SEARCHABLE.test(word));
  return searchOffer(
    words.reduce<string | undefined>((best, word) => (word.length > (best?.length ?? 0) ? word : best), undefined),
    comparison,
  );
}

/** The search for a part of a name, by which the trial finds out how names are compared. */
export function offerNameSearch(part: string): PushdownOffer | undefined {
  return offerTextSearch('name', part, 'contains');
}

/** The search for a part of an e-mail address, for the same trial. */
export function offerEmailSearch(part: string): PushdownOffer | undefined {
  return offerEmailPartSearch(part, 'contains');
}

/** Offers for names. */
export const nameOffers = {
  'name.eq': (name: string) => offerTextSearch('name', name, 'eq'),
  'name.contains': offerNameSearch,
  'name.startsWith': (part: string) => offerTextSearch('name', part, 'startsWith'),
};

/** Offers for e-mails. */
export const emailOffers = {
  'email.eq': offerWholeEmailSearch,
  'email.contains': offerEmailSearch,
  'email.startsWith': (part: string) => offerEmailPartSearch(part, 'startsWith'),
};

function offerWholeEmailSearch(email: string): PushdownOffer | undefined {
  return hasSingleForm(email) && SEARCHABLE.test(email) ? searchOffer(email, 'email') : undefined;
}

function offerEmailPartSearch(part: string, operator: TextOperator): PushdownOffer | undefined {
  return hasSingleForm(part) ? offerTextSearch('email', part, operator) : undefined;
}

/**
 * Searches for the digits that all spellings of a whole number share. Parts of a number are never searched: they may
 * reach over the country's code, or over the blanks of a number that was kept as typed.
 */
export function offerPhoneSearch(phone: string): PushdownOffer | undefined {
  const digitCount = phone.startsWith(POLISH_PREFIX) ? POLISH_DIGITS : FOREIGN_DIGITS;
  return searchOffer(nationalDigits(phone)?.slice(-digitCount) ?? /^\d{3,20}$/.exec(phone)?.[0], 'phone');
}

/** A text without its first and last letter: a search that finds it finds parts of words. */
export function withoutEnds(text: string | null): string {
  const letters = text?.trim() ?? '';
  return letters.length > MIN_TRIMMED_LENGTH ? letters.slice(1, -1) : letters;
}

/** A shorter text without its ends would match too many rows. */
const MIN_TRIMMED_LENGTH = 6;
