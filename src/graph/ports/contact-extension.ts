import type { Filter } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';

/** What a provider adds to ContactFilter: conditions that hold only for its own contacts. */
export interface ContactFilterExtension {
  /** The field of ContactFilter; its conditions' paths begin with it and a dot. */
  readonly field: string;
  readonly toFilter: (input: object) => Filter;
  /** They take contacts of any provider. A port names no noun, so the rows are not typed here. */
  readonly tests: RowTests<never>;
}

/** Members that a provider adds to CreateContactInput and UpdateContactInput. */
export interface ContactInputMembers {
  readonly create: readonly string[];
  readonly update: readonly string[];
}
