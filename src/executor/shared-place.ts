import {
  isPromiseLike,
  SharedResult,
  type Eventually,
  type Execution,
  type Path,
  type SharedResults,
} from './execution.js';
import type { SelectionPlan } from './field-plan.js';
import { Suspended } from './suspended.js';

type Row = Record<string, unknown>;

/** One place of an object in an answer, and what makes its result there. */
export interface Place {
  readonly execution: Execution;
  readonly selection: SelectionPlan;
  readonly source: unknown;
  readonly path: Path | undefined;
  readonly execute: (
    execution: Execution,
    selection: SelectionPlan,
    source: unknown,
    path: Path | undefined,
  ) => Eventually<Row>;
}

/** The result of an object, made at the first place where it stands. What has errors is made anew at each. */
export function executeOnce(shared: SharedResults, place: Place): Eventually<Row> {
  const { selection, source, execution } = place;
  let results = shared.bySelection.get(selection);
  if (!results) shared.bySelection.set(selection, (results = new Map<unknown, SharedResult>()));
  const known = results.get(source);
  if (known === undefined) {
    const result = new SharedResult(execution.within);
    results.set(source, result);
    return keep(result, place.execute({ ...execution, within: result }, selection, source, place.path));
  }
  return known.pending ? new SharedPlace(known, shared, place) : repeat(known, shared, place);
}

/** Keeps what the work on a result comes to. Before it does, and where it fails, there is nothing to share. */
function keep(result: SharedResult, completed: Eventually<Row>): Eventually<Row> {
  const settle = (value: Row): void => {
    result.pending = undefined;
    if (!result.hasErrors) result.value = value;
  };
  if (!isPromiseLike(completed)) {
    settle(completed);
    return completed;
  }
  if (completed instanceof Suspended) return (completed as Suspended<Row>).continue((value) => keep(result, value));
  const promise = Promise.resolve(completed);
  result.pending = promise.then(settle, () => {
    result.pending = undefined;
  });
  return promise;
}

function repeat({ value, things }: SharedResult, { mayRepeat }: SharedResults, place: Place): Eventually<Row> {
  const { execution, selection, source, path, execute } = place;
  if (value === undefined || (things > 0 && !mayRepeat(execution.contextValue, things)))
    return execute(execution, selection, source, path);
  if (things > 0) execution.within?.noteThings(things);
  return value;
}

/** A further place of an object whose result is on its way. */
export class SharedPlace implements PromiseLike<Row> {
  readonly #result: SharedResult;
  readonly #shared: SharedResults;
  readonly #place: Place;
  #recover: ((error: unknown) => unknown) | undefined;

  constructor(result: SharedResult, shared: SharedResults, place: Place) {
    this.#result = result;
    this.#shared = shared;
    this.#place = place;
  }

  /** What its result waits for, if anything. */
  get pending(): Promise<void> | undefined {
    return this.#result.pending;
  }

  /** The same, which comes to this where it would fail. */
  recoverWith(recover: (error: unknown) => unknown): this {
    this.#recover = recover;
    return this;
  }

  /** What stands here, once the result is no more on its way. */
  settle(): Eventually<unknown> {
    try {
      const value = repeat(this.#result, this.#shared, this.#place);
      return isPromiseLike(value) && this.#recover ? value.then(undefined, this.#recover) : value;
    } catch (error) {
      if (!this.#recover) throw error;
      return this.#recover(error);
    }
  }

  then<Fulfilled = Row, Rejected = never>(
    onFulfilled?: ((value: Row) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return Promise.resolve(this.pending)
      .then(() => this.settle() as Eventually<Row>)
      .then(onFulfilled, onRejected);
  }
}
