import type { ProviderWriteResult, WriteAttempt } from '../../operations/intent.js';
import type { ListBackend } from '../ports/list-backend.js';
import type { WrittenItem, Writes } from '../ports/writes.js';
import type { User } from './types.js';
import type { CreateUserInput, UpdateUserInput } from './inputs.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly user: UserBackend;
  }
}

/** What the user room asks of a provider. */
export interface UserBackend extends ListBackend<User> {
  readonly writes?: UserWrites;
}

/** Changes something of a user: the user's key, then what. */
type ChangeUser = (
  user: string,
  given: string,
  writeAttempt: WriteAttempt,
) => Promise<ProviderWriteResult<WrittenItem>>;

/** How users are written; mistakes name the arguments of the mutation, e.g. `['roleId']`. */
export interface UserWrites extends Writes<CreateUserInput, UpdateUserInput> {
  readonly setPassword?: ChangeUser;
  /** Roles and permissions by the provider's own id. */
  readonly grantRole?: ChangeUser;
  readonly revokeRole?: ChangeUser;
  readonly grantPermission?: ChangeUser;
  readonly revokePermission?: ChangeUser;
}
