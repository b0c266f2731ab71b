import type { Asking } from '../../transport/exchange.js';
import type { Group } from '../group/group.js';
import type { Listing } from '../listing.js';
import type { Contact } from './contact.js';

/** What the contact room asks of a provider. */
export interface ContactBackend extends Listing<Contact> {
  /** Groups of these contacts, by contact id. A provider without groups leaves it out. */
  readonly groupsOf?: (contacts: readonly Contact[], asking: Asking) => Promise<ReadonlyMap<string, readonly Group[]>>;
}
