import type { Filter } from '../../query/filter.js';
import type { Tests } from '../../query/residual.js';
import { Field } from '../decorators.js';
import type { Contact } from './contact.js';
import { ContactFilter } from './input.js';

/** What a provider adds to ContactFilter: conditions that hold only for its own contacts. */
export interface ContactFilterExtension {
  /** The field of ContactFilter; its conditions' paths begin with it and a dot. */
  readonly field: string;
  readonly toFilter: (input: object) => Filter;
  readonly tests: Tests<Contact>;
}

/** Adds a provider's own input to ContactFilter, under a field named for the provider. */
export function extendContactFilter<Input extends object>(
  field: string,
  type: new () => Input,
  description: string,
  toFilter: (input: Input) => Filter,
  tests: Tests<Contact>,
): ContactFilterExtension {
  Field(() => type, { nullable: true, description })(ContactFilter.prototype, field);
  return { field, toFilter: (input) => toFilter(input as Input), tests };
}
