import { hasSingleForm } from '../../../../graph/values/email.js';
import type { PushdownOffer } from '../../../../query/plan.js';
import { invariantPart, isInvariant, type TextOperator } from '../../../../query/text.js';

/** Values are pasted into SQL: these characters can't break out of a text, and mean the same in every charset. */
const SQL_SAFE_TEXT = /^[A-Za-z0-9 .,:@/+_-]{1,64}$/;

type TextPushdownOffers = Readonly<Record<string, (value: string) => PushdownOffer | undefined>>;

function searchBy(param: string): (value: string) => PushdownOffer | undefined {
  // Without case and accents, and blanks at the end do not count: every match and maybe more.
  return (value) => (SQL_SAFE_TEXT.test(value) ? { precision: 'superset', params: { [param]: value } } : undefined);
}

/** Offers of a column that the server searches with `LIKE '%…%'`: whatever equals or begins with a text contains it. */
export function containsPushdown(field: string, param: string = field): TextPushdownOffers {
  const search = searchBy(param);
  // The database knows neither NFC nor that `ß` is `ss`.
  const searchInvariantPart = (operator: TextOperator) => (value: string) => search(invariantPart(value, operator));
  return {
    [`${field}.eq`]: searchInvariantPart('eq'),
    [`${field}.contains`]: searchInvariantPart('contains'),
    [`${field}.startsWith`]: searchInvariantPart('startsWith'),
  };
}

/** Offers of a column that the server compares as a whole. */
export function equalsPushdown(field: string, param: string = field): TextPushdownOffers {
  const search = searchBy(param);
  return { [`${field}.eq`]: (value) => (isInvariant(value) && hasSingleForm(value) ? search(value) : undefined) };
}
