import {
  isPromiseLike,
  SharedResult,
  type Eventually,
  type Execution,
  type Path,
  type SharedResults,
} from './execution.js';
import type { FieldPlan, SelectionPlan } from './field-plan.js';
import { PendingResult } from './pending-result.js';
import { Suspended } from './suspended.js';

type Row = Record<string, unknown>;

/** How an object is executed, and its errors are handled, where it stands. */
export interface PlaceWork {
  readonly execute: (
    execution: Execution,
    selection: SelectionPlan,
    source: unknown,
    path: Path | undefined,
  ) => Eventually<Row>;
  readonly handleError: (
    execution: Execution,
    field: FieldPlan,
    error: unknown,
    path: Path,
    isNullable: boolean,
  ) => null;
}

/** The result of an object, made at the first place where it stands. What has errors is made anew at each. */
export function executeOnce(
  work: PlaceWork,
  shared: SharedResults,
  execution: Execution,
  selection: SelectionPlan,
  source: unknown,
  path: Path | undefined,
): Eventually<Row> {
  let results = shared.bySelection.get(selection);
  if (!results) shared.bySelection.set(selection, (results = new Map<unknown, SharedResult>()));
  const known = results.get(source);
  if (known === undefined) {
    const result = new SharedResult(execution.within);
    results.set(source, result);
    return keep(result, work.execute({ ...execution, within: result }, selection, source, path));
  }
  const place = new SharedPlace(known, work, shared, execution, selection, source, path);
  return known.pending ? place : place.repeat();
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

/** A further place of an object whose result is on its way. There may be thousands: it holds what it needs and no closures. */
export class SharedPlace extends PendingResult<Row> {
  readonly #result: SharedResult;
  readonly #work: PlaceWork;
  readonly #shared: SharedResults;
  readonly #execution: Execution;
  readonly #selection: SelectionPlan;
  readonly #source: unknown;
  readonly #path: Path | undefined;
  #field: FieldPlan | undefined = undefined;
  #isNullable = false;

  constructor(
    result: SharedResult,
    work: PlaceWork,
    shared: SharedResults,
    execution: Execution,
    selection: SelectionPlan,
    source: unknown,
    path: Path | undefined,
  ) {
    super();
    this.#result = result;
    this.#work = work;
    this.#shared = shared;
    this.#execution = execution;
    this.#selection = selection;
    this.#source = source;
    this.#path = path;
  }

  /** What its result waits for, if anything. */
  get pending(): Promise<void> | undefined {
    return this.#result.pending;
  }

  /** Has the errors of this place handled. */
  handleErrors(field: FieldPlan, isNullable: boolean): this {
    this.#field = field;
    this.#isNullable = isNullable;
    return this;
  }

  /** The result, which is no more on its way; made here where it can't be shared. */
  repeat(): Eventually<Row> {
    const { value, things } = this.#result;
    const execution = this.#execution;
    if (value === undefined || (things > 0 && !this.#shared.mayRepeat(execution.contextValue, things)))
      return this.#work.execute(execution, this.#selection, this.#source, this.#path);
    if (things > 0) execution.within?.noteThings(things);
    return value;
  }

  /** The same, with its errors handled. */
  settle(): Eventually<unknown> {
    try {
      const value = this.repeat();
      return isPromiseLike(value) ? value.then(undefined, (error: unknown) => this.#handleError(error)) : value;
    } catch (error) {
      return this.#handleError(error);
    }
  }

  #handleError(error: unknown): null {
    if (!this.#field || !this.#path) throw error;
    return this.#work.handleError(this.#execution, this.#field, error, this.#path, this.#isNullable);
  }
}
