import type { Sent, Writing } from '../../operations/intent.js';
import type { Listing } from '../listing.js';
import type { Act, Made, Writes } from '../writes.js';
import type { Account } from './account.js';
import type { CreateAccountInput, UpdateAccountInput } from './write-input.js';

/** What the account room asks of a provider. */
export interface AccountBackend extends Listing<Account> {
  readonly writes?: AccountWrites;
}

/** Joins an account with something else of the same upstream: keys of both. */
type Join = (account: string, other: string, writing: Writing) => Promise<Sent<Made>>;

/** How the owner of an account may change. */
export interface OwnerChange {
  /** Even where the provider deletes the account's programs with it; else such a change is Invalid. */
  readonly deletesPrograms: boolean;
}

/** How accounts are written; mistakes name the arguments of the mutation, e.g. `['programId']`. */
export interface AccountWrites extends Writes<CreateAccountInput, UpdateAccountInput> {
  readonly subscribe?: Join;
  readonly unsubscribe?: Join;
  /** From all programs. */
  readonly clearPrograms?: Act;
  /** Account, then user. */
  readonly assign?: (account: string, user: string, options: OwnerChange, writing: Writing) => Promise<Sent<Made>>;
  readonly release?: (account: string, options: OwnerChange, writing: Writing) => Promise<Sent<Made>>;
  readonly setSetting?: (account: string, name: string, value: string, writing: Writing) => Promise<Sent<Made>>;
  readonly deleteSetting?: (account: string, name: string, writing: Writing) => Promise<Sent<Made>>;
}
