import type { ListContext } from './list-query.js';
import type { PlannedCall, CountRange } from './planned-call.js';
import type { KnownSizes } from './costs.js';
import type { Backends, Noun } from './backends.js';
import type { OpenUpstream } from './open-upstream.js';
import type { ListSizes } from './list-sizes.js';

/** Things of one upstream that a selection is made of. */
export interface PlannedRows {
  readonly upstream: OpenUpstream;
  /** What they are; not there where only running tells. */
  readonly noun?: Noun;
  readonly count: CountRange;
  /** In so many parts they are loaded: rows of one list come together, those of several lists do not. */
  readonly batches: CountRange;
  /** Rows of lists may lack columns that rows by key have, and the other way round. */
  readonly loadedBy: 'list' | 'key';
}

/** Arguments of a field. What a variable without a value would decide is `unknown`. */
export interface PlannedArguments {
  readonly get: (name: string) => unknown;
  readonly isUnknown: (name: string) => boolean;
}

/** What is told of a list beside its requests. */
export interface PushdownReport {
  readonly pushedDown: readonly string[];
  readonly residual: readonly string[];
  /** Parts that are pushed down though nothing proves that no row is lost. */
  readonly assumed?: readonly string[];
  /** The requests find out how the provider compares, so that these can be pushed down. */
  readonly proves?: readonly string[];
}

/** Requests to one upstream, as often as they are made. */
export interface RequestedCalls {
  /** Calls for so many things at once; see `NounCosts`. */
  readonly calls: (count: number, known: KnownSizes, which: keyof CountRange) => readonly PlannedCall[];
  readonly count: CountRange;
  readonly batches: CountRange;
  readonly pushdown?: PushdownReport;
  /** Each of several rows has this of its own. */
  readonly perRow?: boolean;
  /** A list is asked for even where it has no rows; things by key only where there are any. */
  readonly isList?: true;
  /** The same twice in one query is sent once. */
  readonly shareKey?: string;
}

/** One field, as its cost is told. */
export interface FieldPlanning {
  readonly args: PlannedArguments;
  /** The things that have this field. */
  readonly rows: readonly PlannedRows[];
  readonly upstreams: readonly OpenUpstream[];
  readonly context: ListContext;
  readonly sizes: ListSizes;
  /** Puts requests on the bill. */
  readonly addCalls: (upstream: OpenUpstream, asked: RequestedCalls) => void;
}

/** What a field costs beyond its row; without either it is free. */
export interface FieldCost {
  /** Columns that its row must have. */
  readonly deferred?: {
    readonly noun: keyof Backends;
    readonly columns: (args: PlannedArguments) => readonly string[];
  };
  /** Asks for the rest, and gives the things that the field's own selection is made of. */
  readonly plan?: (planning: FieldPlanning) => readonly PlannedRows[];
}

/** By coordinate, e.g. `Contact.groups`. */
export type FieldCosts = Readonly<Record<string, FieldCost>>;
