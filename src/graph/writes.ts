import type { Sent, Writing } from '../operations/intent.js';
import type { JsonObject } from '../operations/record.js';
import type { Noun } from './provider.js';

/** The provider's key of what a write made or changed; null where the provider does not tell it. */
export interface Made extends JsonObject {
  readonly key: string | null;
}

/** The provider's keys of what is gone. */
export interface Removed extends JsonObject {
  readonly keys: readonly string[];
  /** Things of other nouns, or below what was asked for, that went with it. */
  readonly beside?: readonly RemovedBeside[];
}

/** Something that a deletion took along. */
export interface RemovedBeside extends JsonObject {
  readonly noun: Noun;
  readonly key: string;
}

/** Makes one thing. The input is checked before anything is sent: `Invalid` names what is wrong, by field of the input. */
export type Create<Input> = (input: Input, writing: Writing) => Promise<Sent<Made>>;
/** Changes what the change holds: a field that is undefined is kept, null clears it. */
export type Update<Change> = (key: string, change: Change, writing: Writing) => Promise<Sent<Made>>;
/** Does something to one thing by its key, which is all that it needs. */
export type Act = (key: string, writing: Writing) => Promise<Sent<Made>>;

/** Deletes one thing by its key, and tells what went with it. */
export type Remove = (key: string, writing: Writing) => Promise<void> | Promise<readonly RemovedBeside[]>;

/** How a noun of one provider is written; what the provider can't do is left out. */
export interface Writes<Input, Change> {
  readonly create?: Create<Input>;
  readonly update?: Update<Change>;
  /** A thing that is not there is a ProviderFailure of kind `missing`. */
  readonly remove?: Remove;
}
