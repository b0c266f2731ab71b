import type { GraphQLResolveInfo } from 'graphql';

import { ProviderFailure } from '../../transport/failure.js';
import type { Context } from './context.js';
import type { DeferredBatch } from './deferred-batch.js';
import { pathOf, type FailureCollector } from './failures.js';
import type { Noun } from '../ports/backends.js';
import type { PartialRow } from './partial-row.js';

/**
 * A column that a row may lack. What is there is given as it is; the rest is asked for all rows and columns of one
 * upstream at once, so that the provider can choose the cheapest way. A failure is reported and costs only this value.
 */
export function deferredColumn<Row extends PartialRow, Column extends keyof Row & string>(
  noun: Noun,
  row: Row,
  column: Column,
  context: Context,
  info: GraphQLResolveInfo,
): Row[Column] | null | PromiseLike<Row[Column] | null> {
  const present = row[column];
  if (present !== undefined) return present;
  return loadColumn(noun, row, column, context, info) as PromiseLike<Row[Column] | null>;
}

/** A column that a row lacks. */
export function loadColumn(
  noun: Noun,
  row: PartialRow,
  column: string,
  { loaders, failures }: Context,
  info: GraphQLResolveInfo,
): PromiseLike<unknown> {
  return new DeferredValue(loaders.deferred.batchOf(noun, row, column), row, column, failures, info);
}

/**
 * The value of a column that is asked for. A compiled operation waits for its batch once, and then reads the values of
 * all rows: there may be thousands, and each promise takes several times the memory of this.
 */
class DeferredValue implements PromiseLike<unknown> {
  readonly #from: DeferredBatch;
  readonly #row: PartialRow;
  readonly #column: string;
  readonly #failures: FailureCollector;
  readonly #info: GraphQLResolveInfo;

  constructor(
    from: DeferredBatch,
    row: PartialRow,
    column: string,
    failures: FailureCollector,
    info: GraphQLResolveInfo,
  ) {
    this.#from = from;
    this.#row = row;
    this.#column = column;
    this.#failures = failures;
    this.#info = info;
  }

  /** What it waits for. */
  get batch(): Promise<void> {
    return this.#from.ended;
  }

  /** The value, once that has ended. */
  read(): unknown {
    try {
      return this.#from.valueOf(this.#row, this.#column);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      this.#failures.report(error, pathOf(this.#info));
      return null;
    }
  }

  then<Fulfilled = unknown, Rejected = never>(
    onFulfilled?: ((value: unknown) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.batch.then(() => this.read()).then(onFulfilled, onRejected);
  }
}
