import type { FieldPlan, ReadsPlainFields } from './field-plan.js';
import { countPlainFields, generateRowReader, type ReadRow } from './row-code.js';

/** The first fields of a selection set that are properties of its objects, which generated code reads once there are many. */
export class PlainFields implements ReadsPlainFields {
  readonly count: number;
  readonly #fields: readonly FieldPlan[];
  readonly #generateAtRow: number;
  #rows = 0;
  #read: ReadRow | undefined;

  constructor(fields: readonly FieldPlan[], generateAtRow: number) {
    this.count = countPlainFields(fields);
    this.#fields = fields;
    this.#generateAtRow = generateAtRow;
  }

  read(source: unknown): Record<string, unknown> | undefined {
    if (this.#read === undefined) {
      this.#rows += 1;
      if (this.count === 0 || this.#rows < this.#generateAtRow) return undefined;
      this.#read = generateRowReader(this.#fields.slice(0, this.count));
    }
    return typeof source === 'object' && source !== null ? this.#read(source) : undefined;
  }
}
