import type { Identified } from '../query/order.js';
import type { Params, Pushdown } from '../query/plan.js';
import type { Page } from '../query/select.js';
import type { Asking } from '../transport/exchange.js';
import type { ProviderFailure } from '../transport/failure.js';
import type { Trial } from './proof/trial.js';

/** What a list asks of a provider. What is selected of its rows is not told: no field decides which rows there are. */
export interface ListRequest {
  readonly params: Params;
  /** Begin behind so many rows; 0 unless the plan gave the source a window. */
  readonly offset: number;
  /** So many rows will do; undefined: all there are. */
  readonly limit: number | undefined;
}

/** Things of one provider that can be asked for by key. */
export interface Items<Row extends Identified> {
  /** By the provider's keys. Answers are matched by key: an absent key is the answer "missing". */
  readonly byKeys: (keys: readonly string[], asking: Asking) => Promise<ReadonlyMap<string, Row>>;
  /** The same of things that take a request each: one that can't be read is its ProviderFailure and costs no other. */
  readonly eachByKey?: (keys: readonly string[], asking: Asking) => Promise<ReadonlyMap<string, Row | ProviderFailure>>;
  /**
   * Columns that rows lack, for these rows and columns at once, by row id. A row that is gone is left out; a column
   * that the provider can't tell is null, and one that failed by itself is its ProviderFailure.
   */
  readonly late?: (
    rows: readonly Row[],
    columns: readonly string[],
    asking: Asking,
  ) => Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
}

/** A noun of one provider, as the graph asks for it: the consumer owns the interface. */
export interface Listing<Row extends Identified> extends Items<Row> {
  readonly pushdown: Pushdown;
  /** Rows in the provider's order, page by page; the caller stops reading when it has enough. */
  readonly list: (request: ListRequest, asking: Asking) => AsyncIterable<Page<Row>>;
  /** Fetches columns that list rows lack and a filter needs, for all rows at once. */
  readonly complete?: (rows: readonly Row[], lacking: readonly string[], asking: Asking) => Promise<readonly Row[]>;
  /** How its comparisons are tried out, where offers assume something of them. */
  readonly trial?: Trial;
}
