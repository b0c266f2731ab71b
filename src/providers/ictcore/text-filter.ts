import { isTypedAlike } from '../../graph/email.js';
import type { Offer } from '../../query/plan.js';
import { invariantPart, isInvariant, type TextOperator } from '../../query/text.js';

/** Values are pasted into SQL: these characters can't break out of a text, and mean the same in every charset. */
const PLAIN = /^[A-Za-z0-9 .,:@/+_-]{1,64}$/;

type Offers = Readonly<Record<string, (value: string) => Offer | undefined>>;

function searched(param: string): (value: string) => Offer | undefined {
  // Without case and accents, and blanks at the end do not count: every match and maybe more.
  return (value) => (PLAIN.test(value) ? { grip: 'inexact', params: { [param]: value } } : undefined);
}

/** Offers of a column that the server searches with `LIKE '%…%'`: whatever equals or begins with a text contains it. */
export function containing(field: string, param: string = field): Offers {
  const search = searched(param);
  // The database knows neither NFC nor that `ß` is `ss`.
  const within = (operator: TextOperator) => (value: string) => search(invariantPart(value, operator));
  return {
    [`${field}.eq`]: within('eq'),
    [`${field}.contains`]: within('contains'),
    [`${field}.startsWith`]: within('startsWith'),
  };
}

/** Offers of a column that the server compares as a whole. */
export function equalling(field: string, param: string = field): Offers {
  const search = searched(param);
  return { [`${field}.eq`]: (value) => (isInvariant(value) && isTypedAlike(value) ? search(value) : undefined) };
}
