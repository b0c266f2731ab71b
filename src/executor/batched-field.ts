import type { BatchedValue, Eventually, Execution, Path } from './execution.js';
import type { FieldPlan } from './field-plan.js';
import { PendingResult } from './pending-result.js';

/** Completes a value that is there now, and handles the errors of its field. */
export type CompleteBatched = (
  execution: Execution,
  field: FieldPlan,
  value: BatchedValue,
  path: Path | undefined,
  parentPath: Path | undefined,
) => Eventually<unknown>;

/** A field of one row whose value comes together with those of others. */
export class BatchedField extends PendingResult {
  readonly #complete: CompleteBatched;
  readonly #execution: Execution;
  readonly #field: FieldPlan;
  readonly #value: BatchedValue;
  readonly #path: Path | undefined;
  readonly #parentPath: Path | undefined;

  constructor(
    complete: CompleteBatched,
    execution: Execution,
    field: FieldPlan,
    value: BatchedValue,
    path: Path | undefined,
    parentPath: Path | undefined,
  ) {
    super();
    this.#complete = complete;
    this.#execution = execution;
    this.#field = field;
    this.#value = value;
    this.#path = path;
    this.#parentPath = parentPath;
  }

  get pending(): Promise<void> {
    return this.#value.batch;
  }

  settle(): Eventually<unknown> {
    return this.#complete(this.#execution, this.#field, this.#value, this.#path, this.#parentPath);
  }
}
