import type { Filter } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';
import { Field } from '../values/decorators.js';
import type { ProviderWriteResult, WriteAttempt } from '../../operations/intent.js';
import type { WrittenItem, UpdateItem } from '../ports/writes.js';
import type { WrittenContactItem, CreateContact, CreateManyContacts } from './backend.js';
import type { Contact } from './types.js';
import { ContactFilter } from './filter-input.js';
import { CreateContactInput, UpdateContactInput } from './inputs.js';
import type { ContactFilterExtension } from '../ports/contact-extension.js';

/** What a provider adds to ContactFilter, with the type of the rows that it tests. */
export interface TypedContactFilterExtension extends ContactFilterExtension {
  readonly tests: RowTests<Contact>;
}

/** Adds a provider's own input to ContactFilter, under a field named for the provider. */
export function extendContactFilter<Input extends object>(
  field: string,
  type: new () => Input,
  description: string,
  toFilter: (input: Input) => Filter,
  tests: RowTests<Contact>,
): TypedContactFilterExtension {
  Field(() => type, { nullable: true, description })(ContactFilter.prototype, field);
  return { field, toFilter: (input) => toFilter(input as Input), tests };
}

/** What every input of a member of CreateContactInput has. */
export interface ContactMemberInput {
  readonly upstream?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Adds a provider's own kind of contact to CreateContactInput, under this name. */
export function extendCreateContact(member: string, type: new () => ContactMemberInput, description: string): void {
  Field(() => type, { nullable: true, description })(CreateContactInput.prototype, member);
}

/** Adds a provider's own change to UpdateContactInput, under this name. */
export function extendUpdateContact(
  member: string,
  type: new () => Pick<ContactMemberInput, 'idempotencyKey'>,
  description: string,
): void {
  Field(() => type, { nullable: true, description })(UpdateContactInput.prototype, member);
}

// A function that takes an input of its own kind takes "never" too: the schema hands each member its own input.

/** Forgets the type of an input, so that the creations of all kinds of contact fit one table. */
export function eraseCreateInput(
  create: (input: never, writeAttempt: WriteAttempt) => Promise<ProviderWriteResult<WrittenContactItem>>,
): CreateContact {
  return (input, writeAttempt) => create(input as never, writeAttempt);
}

/** The same for several that go out in one request. */
export function eraseCreateManyInput(
  create: (
    inputs: never,
    writeAttempt: WriteAttempt,
  ) => Promise<ReadonlyArray<ProviderWriteResult<WrittenContactItem> | Error>>,
): CreateManyContacts {
  return (inputs, writeAttempt) => create(inputs as never, writeAttempt);
}

/** The same for a change. */
export function eraseUpdateInput(
  update: (key: string, change: never, writeAttempt: WriteAttempt) => Promise<ProviderWriteResult<WrittenItem>>,
): UpdateItem<object> {
  return (key, change, writeAttempt) => update(key, change as never, writeAttempt);
}
