import { conditionsOf, type Filter } from '../../query/filter.js';
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

/** A list that was never read may be so long, and one that was may have grown to twice its length and so many more. */
export const ASSUMED_ROWS = 100;
/** Of most things there are a few; of these there are many. */
const FEW_ROWS = 10;
const MANY: readonly Noun[] = ['contact', 'transmission', 'attempt', 'notificationPreference'];
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
    const assumed = MANY.includes(noun) ? ASSUMED_ROWS : FEW_ROWS;
    return { expected: known ?? assumed, worst: 2 * (known ?? 0) + ASSUMED_ROWS };
  };
  return {
    version: () => version,
    learn: (upstream, noun, filter, count) => {
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
      if (conditionsOf(filter).length === 0) return whole;
      if (isImpossible(filter)) return NONE;
      const known = counts.get(veryOf(upstream, noun, filter)) ?? counts.get(likeOf(upstream, noun, filter));
      return { expected: known ?? whole.expected / USUAL_SHARE, worst: whole.worst };
    },
  };
}

function isImpossible(filter: Filter): boolean {
  return filter.is === 'any' && filter.of.length === 0;
}
