import type { IdentifiedRow } from '../../query/order.js';
import type { Pushdown } from '../../query/plan.js';
import type { QueryParams } from '../../query/query-params.js';
import type { Page } from '../../query/select.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { ProviderFailure } from '../../transport/failure.js';
import type { ComparisonTrial } from './comparison-trial.js';

/** What a list asks of a provider. What is selected of its rows is not told: no field decides which rows there are. */
export interface ListRequest {
  readonly params: QueryParams;
  /** Begin behind so many rows; 0 unless the plan gave the source a window. */
  readonly offset: number;
  /** So many rows will do; undefined: all there are. */
  readonly limit: number | undefined;
}

/** Things of one provider that can be asked for by key. */
export interface ItemBackend<Row extends IdentifiedRow> {
  /** By the provider's keys. Answers are matched by key: an absent key is the answer "missing". */
  readonly byKeys: (keys: readonly string[], callOptions: CallOptions) => Promise<ReadonlyMap<string, Row>>;
  /** The same of things that take a request each: one that can't be read is its ProviderFailure and costs no other. */
  readonly eachByKey?: (
    keys: readonly string[],
    callOptions: CallOptions,
  ) => Promise<ReadonlyMap<string, Row | ProviderFailure>>;
  /**
   * Columns that rows lack, for these rows and columns at once, by row id. A row that is gone is left out; a column
   * that the provider can't tell is null, and one that failed by itself is its ProviderFailure.
   */
  readonly fetchDeferred?: (
    rows: readonly Row[],
    columns: readonly string[],
    callOptions: CallOptions,
  ) => Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
}

/** A noun of one provider, as the graph asks for it: the consumer owns the interface. */
export interface ListBackend<Row extends IdentifiedRow> extends ItemBackend<Row> {
  readonly pushdown: Pushdown;
  /** Rows in the provider's order, page by page; the caller stops reading when it has enough. */
  readonly list: (request: ListRequest, callOptions: CallOptions) => AsyncIterable<Page<Row>>;
  /** Fetches columns that list rows lack and a filter needs, for all rows at once. */
  readonly fetchColumns?: (
    rows: readonly Row[],
    missing: readonly string[],
    callOptions: CallOptions,
  ) => Promise<readonly Row[]>;
  /** How its comparisons are tried out, where offers assume something of them. */
  readonly trial?: ComparisonTrial;
}
