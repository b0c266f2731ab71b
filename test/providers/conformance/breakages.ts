import type { PushdownOffer, Pushdown } from '../../../src/query/plan.js';
import type { Subject } from './subjects.js';

/** Ways in which an offer may be wrong; undefined: not this one. */
export const BREAKAGES: Readonly<Record<string, (offer: PushdownOffer) => PushdownOffer | undefined>> = {
  'in a parameter that the provider does not know': (offer) => ({
    ...offer,
    params: Object.fromEntries(Object.keys(offer.params).map((name) => [`un${name}`, '1'])),
  }),
  'in its value': (offer) => ({
    ...offer,
    params: Object.fromEntries(
      Object.entries(offer.params).map(([name, value]) => [
        name,
        typeof value === 'string' ? misspelt(value) : value.map(misspelt),
      ]),
    ),
  }),
  'by calling it exact': (offer) => (offer.precision === 'superset' ? { ...offer, precision: 'exact' } : undefined),
};

function misspelt(value: string): string {
  return `${value}7q7`;
}

/** The same list with all of its offers broken in one way. */
export function broken(subject: Subject, breakage: (offer: PushdownOffer) => PushdownOffer | undefined): Subject {
  const offers = Object.fromEntries(
    Object.entries(subject.backend.pushdown.offers).map(([path, offer]) => [
      path,
      (value: unknown) => {
        const made = (offer as (value: unknown) => PushdownOffer | undefined)(value);
        return made && (breakage(made) ?? made);
      },
    ]),
  );
  const pushdown: Pushdown = { ...subject.backend.pushdown, offers };
  return { ...subject, backend: { ...subject.backend, pushdown } };
}
