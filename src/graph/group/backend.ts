import type { Writing } from '../../operations/intent.js';
import type { Listing } from '../listing.js';
import type { Remove, Writes } from '../writes.js';
import type { Group } from './group.js';
import type { CreateGroupInput, UpdateGroupInput } from './write-input.js';

/** What the group room asks of a provider. */
export interface GroupBackend extends Listing<Group> {
  readonly writes?: GroupWrites;
}

export interface GroupWrites extends Omit<Writes<CreateGroupInput, UpdateGroupInput>, 'remove'> {
  /** `deleteContacts`: and its contacts; where the provider can't do that it is Invalid, UNSUPPORTED. */
  readonly remove?: (key: string, deleteContacts: boolean, writing: Writing) => ReturnType<Remove>;
}
