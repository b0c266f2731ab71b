import type { Filter } from '../../query/filter.js';
import type { CountRange } from './planned-call.js';
import type { Backends } from './backends.js';

/** How long the lists of upstreams are, as far as they were read. Numbers only: no row is kept. */
export interface ListSizes {
  /** Another number whenever a whole list turns out to have another length. */
  readonly version: () => number;
  /** Notes that a list was read to its end, or told its length: so many rows match. */
  readonly record: (upstream: string, noun: keyof Backends, filter: Filter, rows: number) => void;
  /** Whether the whole list was read, or told its length. */
  readonly isKnown: (upstream: string, noun: keyof Backends) => boolean;
  /** Rows of the whole list. */
  readonly rows: (upstream: string, noun: keyof Backends) => CountRange;
  /** Rows that match. */
  readonly matching: (upstream: string, noun: keyof Backends, filter: Filter) => CountRange;
}
