import { conditionsOf, conjuncts, isNothing, type Filter } from '../../query/filter.js';
import { signatureOf } from '../../query/cursor.js';
import type { Backends } from '../provider.js';
import { NONE, type Range } from './call.js';
import { createRecent } from './recent.js';

type Noun = keyof Backends;

/** How long the lists of upstreams are, as far as they were read. Numbers only: no row is kept. */
export interface Sizes {
  /** Another number whenever a whole list turns out to have another length. */
  readonly version: () => number;
  /** Notes that a list was read to its end, or told its length: so many rows match. */
  readonly learn: (upstream: string, noun: Noun, filter: Filter, rows: number) => void;
  /** Rows of the whole list. */
  readonly rows: (upstream: string, noun: Noun) => Range;
  /** Rows that match. */
  readonly matching: (upstream: string, noun: Noun, filter: Filter) => Range;
}

/** How long a list is that was never read: there are many of some things, and a few of all others. */
const MANY: Range = { expected: 100, worst: 10_000 };
const FEW: Range = { expected: 10, worst: 100 };
const MANY_ARE: readonly Noun[] = ['contact', 'transmission', 'attempt', 'notificationPreference'];
/** One that was read may have grown by so many rows, and by a tenth: twice a long list is a budget for nobody. */
const GROWTH = 100;
/** Of filters that were never asked, every so many-th row is expected to match. */
const USUAL_SHARE = 4;
const MOST_LISTS = 5000;

export function createSizes(): Sizes {
  let version = 0;
  const counts = createRecent<number>(MOST_LISTS);
  const namesOf = (filter: Filter): string => [...new Set(conditionsOf(filter).map(({ name }) => name))].sort().join();
  const wholeOf = (upstream: string, noun: Noun): string => `${upstream} ${noun}`;
  const likeOf = (upstream: string, noun: Noun, filter: Filter): string => `${upstream} ${noun} ${namesOf(filter)}`;
  // A filter holds personal data: what is kept of it is its digest.
  const veryOf = (upstream: string, noun: Noun, filter: Filter): string => signatureOf([upstream, noun, filter]);

  const rows = (upstream: string, noun: Noun): Range => {
    const known = counts.get(wholeOf(upstream, noun));
    if (known !== undefined) return { expected: known, worst: Math.ceil(1.1 * known) + GROWTH };
    return MANY_ARE.includes(noun) ? MANY : FEW;
  };
  /** Of a filter that was never asked. */
  const guess = (upstream: string, filter: Filter, whole: number): number =>
    conjuncts(filter).reduce((left, part) => {
      if (part.is !== 'condition') return left / USUAL_SHARE;
      const noun = /^(\w+)Id$/.exec(part.path)?.[1];
      // What is of one of so many things, what has a certain value, and what has something in it.
      if (noun !== undefined) return left / Math.max(1, rows(upstream, noun as Noun).expected);
      return part.path.endsWith('.eq') ? Math.min(1, left) : left / USUAL_SHARE;
    }, whole);
  return {
    version: () => version,
    learn: (upstream, noun, filter, count) => {
      if (isNothing(filter)) return;
      if (conditionsOf(filter).length === 0) {
        const whole = wholeOf(upstream, noun);
        if (counts.get(whole) !== count) version += 1;
        counts.set(whole, count);
      } else {
        const like = likeOf(upstream, noun, filter);
        counts.set(veryOf(upstream, noun, filter), count);
        // The later the more: half of what is expected of such filters is the last one.
        counts.set(like, ((counts.get(like) ?? count) + count) / 2);
      }
    },
    rows,
    matching: (upstream, noun, filter) => {
      const whole = rows(upstream, noun);
      if (isNothing(filter)) return NONE;
      if (conditionsOf(filter).length === 0) return whole;
      const known = counts.get(veryOf(upstream, noun, filter)) ?? counts.get(likeOf(upstream, noun, filter));
      return { expected: known ?? guess(upstream, filter, whole.expected), worst: whole.worst };
    },
  };
}
