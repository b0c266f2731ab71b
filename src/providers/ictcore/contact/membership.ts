import type { ContactBackend, ContactWrites } from '../../../graph/contact/backend.js';
import type { Group } from '../../../graph/group/types.js';
import type { WriteAttempt } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { LinkKeys } from '../shared/writes/write-endpoints.js';

/** What contacts need of groups. The folder of groups implements it: groups import contacts, and contacts no groups. */
export interface Membership {
  /** Groups by contact key, of all contacts that are in any. */
  readonly groupsByContact: (callOptions: CallOptions) => Promise<ReadonlyMap<string, readonly Group[]>>;
  readonly groupsOf: NonNullable<ContactBackend['groupsOf']>;
  /** Whether there is such a group. */
  readonly isGroup: (key: string, callOptions: CallOptions) => Promise<boolean>;
  /** Puts a contact into a group; one that is in it already stays in it. */
  readonly linkContact: (keys: LinkKeys, writeAttempt: WriteAttempt) => Promise<void>;
  readonly writes: Required<Pick<ContactWrites, 'link' | 'unlink'>>;
}
