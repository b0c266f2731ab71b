import type { PlannedCall } from './planned-call.js';
import type { Backends } from './backends.js';
import type { QueryParams } from '../../query/query-params.js';

/** What is known of an upstream's size when a cost is told. */
export interface KnownSizes {
  /** Rows of a whole list: in an expected case as many as were counted last, in a worst case some more. */
  readonly rows: (noun: keyof Backends) => number;
  /** How many ids of a noun each thing that a mutation writes names, on average; not there while its arguments are not known. */
  readonly idsPerItem?: (noun: keyof Backends) => number;
}

/** A list that is to be read; see `ListRequest`. */
export interface PlannedListRead {
  readonly params: QueryParams;
  /** So many rows will do; undefined: all there are. */
  readonly limit: number | undefined;
  /** Rows that match what is pushed down. */
  readonly rows: number;
}

/**
 * What the backends of one noun ask of the provider. Each tells its calls for so many things at once, and is asked twice:
 * with what is likely and with the most that can be; fewer things must not have a higher worst case.
 */
export interface NounCosts {
  readonly list?: (list: PlannedListRead, known: KnownSizes) => readonly PlannedCall[];
  readonly byKeys?: (count: number, known: KnownSizes) => readonly PlannedCall[];
  /** Columns that rows of some answers lack: their fields cost what `fetchDeferred` says. */
  readonly deferred?: readonly string[];
  readonly fetchDeferred?: (count: number, columns: readonly string[], known: KnownSizes) => readonly PlannedCall[];
  /** Columns that could be late (`groups`, and things that are embedded, too) and usually are there, in rows that came so. */
  readonly presentColumns?: (came: 'list' | 'key') => readonly string[];
  readonly fetchColumns?: (count: number, columns: readonly string[], known: KnownSizes) => readonly PlannedCall[];
  /** Contacts only: their groups, of those whose rows do not tell them. */
  readonly groupsOf?: (count: number, known: KnownSizes) => readonly PlannedCall[];
  /** What is no list and has no keys: statistics, options, preferences. */
  readonly read?: (known: KnownSizes) => readonly PlannedCall[];
}

/** What a provider's backends cost, repeats after failures apart. */
export interface ProviderCosts {
  /** The operation that logs in, where calls need a ticket. */
  readonly logIn?: string;
  readonly nouns: Readonly<Partial<Record<keyof Backends, NounCosts>>>;
  /** By mutation: for so many things in one call of it. The checks before and the looks after are calls of it too. */
  readonly writes: Readonly<Record<string, (count: number, known: KnownSizes) => readonly PlannedCall[]>>;
}
