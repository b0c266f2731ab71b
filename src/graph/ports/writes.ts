import type { ProviderWriteResult, WriteAttempt } from '../../operations/intent.js';
import type { JsonObject } from '../../operations/record.js';
import type { Noun } from './backends.js';

/** The provider's key of what a write made or changed; null where the provider does not tell it. */
export interface WrittenItem extends JsonObject {
  readonly key: string | null;
}

/** The provider's keys of what is gone. */
export interface DeletedItems extends JsonObject {
  readonly keys: readonly string[];
  /** Things of other nouns, or below what was asked for, that went with it. */
  readonly beside?: readonly AlsoDeleted[];
}

/** Something that a deletion took along. */
export interface AlsoDeleted extends JsonObject {
  readonly noun: Noun;
  readonly key: string;
}

/** Makes one thing. The input is checked before anything is sent: `Invalid` names what is wrong, by field of the input. */
export type CreateItem<Input> = (input: Input, writeAttempt: WriteAttempt) => Promise<ProviderWriteResult<WrittenItem>>;
/** Changes what the change holds: a field that is undefined is kept, null clears it. */
export type UpdateItem<Change> = (
  key: string,
  change: Change,
  writeAttempt: WriteAttempt,
) => Promise<ProviderWriteResult<WrittenItem>>;
/** Does something to one thing by its key, which is all that it needs. */
export type PerformAction = (key: string, writeAttempt: WriteAttempt) => Promise<ProviderWriteResult<WrittenItem>>;

/** Deletes one thing by its key, and tells what went with it. */
export type DeleteItem = (key: string, writeAttempt: WriteAttempt) => Promise<void> | Promise<readonly AlsoDeleted[]>;

/** How a noun of one provider is written; what the provider can't do is left out. */
export interface Writes<Input, Change> {
  readonly create?: CreateItem<Input>;
  readonly update?: UpdateItem<Change>;
  /** A thing that is not there is a ProviderFailure of kind `missing`. */
  readonly remove?: DeleteItem;
}
