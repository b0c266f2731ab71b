import type { WriteAttempt } from '../../operations/intent.js';
import type { ListBackend } from '../ports/list-backend.js';
import type { DeleteItem, Writes } from '../ports/writes.js';
import type { Group } from './types.js';
import type { CreateGroupInput, UpdateGroupInput } from './inputs.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly group: GroupBackend;
  }
}

/** What the group room asks of a provider. */
export interface GroupBackend extends ListBackend<Group> {
  readonly writes?: GroupWrites;
}

export interface GroupWrites extends Omit<Writes<CreateGroupInput, UpdateGroupInput>, 'remove'> {
  /** `deleteContacts`: and its contacts; where the provider can't do that it is Invalid, UNSUPPORTED. */
  readonly remove?: (key: string, deleteContacts: boolean, writeAttempt: WriteAttempt) => ReturnType<DeleteItem>;
}
