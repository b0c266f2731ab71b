import { isPromiseLike, type Eventually, type Execution, type Path } from './execution.js';
import type { FieldPlan } from './field-plan.js';
import { PendingResult } from './pending-result.js';
import type { PlaceWork } from './shared-place.js';

export type Row = Record<string, unknown>;

/**
 * An object that lacks nothing but what others wait for, too. In a long list there are many of each result: were
 * every object a promise, all these promises would take more time and memory than what they are of.
 */
export class PendingRow implements PromiseLike<Row> {
  readonly #row: Row;
  readonly #work: PlaceWork;
  readonly #execution: Execution;
  readonly #path: Path | undefined;
  #field: FieldPlan | undefined = undefined;
  #isNullable = false;

  constructor(row: Row, work: PlaceWork, execution: Execution, path: Path | undefined) {
    this.#row = row;
    this.#work = work;
    this.#execution = execution;
    this.#path = path;
  }

  /** Has the errors that make it fail handled. */
  handleErrors(field: FieldPlan, isNullable: boolean): this {
    this.#field = field;
    this.#isNullable = isNullable;
    return this;
  }

  addPendingTo(all: Set<Promise<void>>): void {
    for (const key in this.#row) {
      const value = this.#row[key];
      if (value instanceof PendingResult && value.pending) all.add(value.pending);
    }
  }

  /** Puts the results in, once they are there. */
  fill(): Eventually<unknown> {
    const row = this.#row;
    let hasPromise = false;
    let failure: { readonly error: unknown } | undefined;
    for (const key in row) {
      const value = row[key];
      if (!(value instanceof PendingResult)) continue;
      try {
        const settled = value.settle();
        row[key] = settled;
        if (isPromiseLike(settled)) hasPromise = true;
      } catch (error) {
        row[key] = null;
        // The others have come as well, and their errors are told.
        failure ??= { error };
      }
    }
    if (failure) {
      if (hasPromise) void Promise.allSettled(Object.values(row));
      return this.#handleError(failure.error);
    }
    return hasPromise ? awaitMembers(row).catch((error: unknown) => this.#handleError(error)) : row;
  }

  then<Fulfilled = Row, Rejected = never>(
    onFulfilled?: ((value: Row) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    const pending = new Set<Promise<void>>();
    this.addPendingTo(pending);
    return Promise.all(pending)
      .then(() => this.fill() as Eventually<Row>)
      .then(onFulfilled, onRejected);
  }

  #handleError(error: unknown): null {
    if (!this.#field || !this.#path) throw error;
    return this.#work.handleError(this.#execution, this.#field, error, this.#path, this.#isNullable);
  }
}

export function awaitMembers(members: Row): Promise<Row> {
  const keys = Object.keys(members);
  return Promise.all(Object.values(members)).then((values) => {
    const result: Row = {};
    for (const [index, key] of keys.entries()) result[key] = values[index];
    return result;
  });
}
