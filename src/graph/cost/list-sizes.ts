import { conditionsOf, conjuncts, isMatchNone, type Filter } from '../../query/filter.js';
import { signatureOf } from '../../query/cursor.js';
import { ZERO, type CountRange } from '../ports/planned-call.js';
import { createLruMap } from './lru-map.js';
import type { Backends } from '../ports/backends.js';
import type { ListSizes } from '../ports/list-sizes.js';

/** How long a list is that was never read: there are many of some things, and a few of all others. */
const MANY: CountRange = { expected: 100, worst: 10_000 };
const FEW: CountRange = { expected: 10, worst: 100 };
const LARGE_NOUNS: ReadonlyArray<keyof Backends> = ['contact', 'transmission', 'attempt', 'notificationPreference'];
/** One that was read may have grown by so many rows, and by a tenth: twice a long list is a budget for nobody. */
const GROWTH = 100;
/** Of filters that were never asked, every so many-th row is expected to match. */
const EXPECTED_DIVISOR = 4;
const MAX_LISTS = 5000;

export function createListSizes(): ListSizes {
  let version = 0;
  const counts = createLruMap<number>(MAX_LISTS);
  const namesOf = (filter: Filter): string => [...new Set(conditionsOf(filter).map(({ name }) => name))].sort().join();
  const listKeyOf = (upstream: string, noun: keyof Backends): string => `${upstream} ${noun}`;
  const shapeKeyOf = (upstream: string, noun: keyof Backends, filter: Filter): string =>
    `${upstream} ${noun} ${namesOf(filter)}`;
  // A filter holds personal data: what is kept of it is its digest.
  const filterKeyOf = (upstream: string, noun: keyof Backends, filter: Filter): string =>
    signatureOf([upstream, noun, filter]);

  const rows = (upstream: string, noun: keyof Backends): CountRange => {
    const known = counts.get(listKeyOf(upstream, noun));
    if (known !== undefined) return { expected: known, worst: Math.ceil(1.1 * known) + GROWTH };
    return LARGE_NOUNS.includes(noun) ? MANY : FEW;
  };
  /** Of a filter that was never asked. */
  const guess = (upstream: string, filter: Filter, whole: number): number =>
    conjuncts(filter).reduce((remaining, part) => {
      if (part.is !== 'condition') return remaining / EXPECTED_DIVISOR;
      const noun = /^(\w+)Id$/.exec(part.path)?.[1];
      // What is of one of so many things, what has a certain value, and what has something in it.
      if (noun !== undefined) return remaining / Math.max(1, rows(upstream, noun as keyof Backends).expected);
      return part.path.endsWith('.eq') ? Math.min(1, remaining) : remaining / EXPECTED_DIVISOR;
    }, whole);
  return {
    version: () => version,
    record: (upstream, noun, filter, count) => {
      if (isMatchNone(filter)) return;
      if (conditionsOf(filter).length === 0) {
        const whole = listKeyOf(upstream, noun);
        if (counts.get(whole) !== count) version += 1;
        counts.set(whole, count);
      } else {
        const like = shapeKeyOf(upstream, noun, filter);
        counts.set(filterKeyOf(upstream, noun, filter), count);
        // The later the more: half of what is expected of such filters is the last one.
        counts.set(like, ((counts.get(like) ?? count) + count) / 2);
      }
    },
    isKnown: (upstream, noun) => counts.get(listKeyOf(upstream, noun)) !== undefined,
    rows,
    matching: (upstream, noun, filter) => {
      const whole = rows(upstream, noun);
      if (isMatchNone(filter)) return ZERO;
      if (conditionsOf(filter).length === 0) return whole;
      const known = counts.get(filterKeyOf(upstream, noun, filter)) ?? counts.get(shapeKeyOf(upstream, noun, filter));
      return { expected: known ?? guess(upstream, filter, whole.expected), worst: whole.worst };
    },
  };
}
