import type { Sent, Writing } from '../../operations/intent.js';
import type { Listing } from '../listing.js';
import type { Made, Writes } from '../writes.js';
import type { User } from './user.js';
import type { CreateUserInput, UpdateUserInput } from './write-input.js';

/** What the user room asks of a provider. */
export interface UserBackend extends Listing<User> {
  readonly writes?: UserWrites;
}

/** Changes something of a user: the user's key, then what. */
type Change = (user: string, given: string, writing: Writing) => Promise<Sent<Made>>;

/** How users are written; mistakes name the arguments of the mutation, e.g. `['roleId']`. */
export interface UserWrites extends Writes<CreateUserInput, UpdateUserInput> {
  readonly setPassword?: Change;
  /** Roles and permissions by the provider's own id. */
  readonly grantRole?: Change;
  readonly revokeRole?: Change;
  readonly grantPermission?: Change;
  readonly revokePermission?: Change;
}
