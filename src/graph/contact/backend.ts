import type { Sent, Writing } from '../../operations/intent.js';
import type { Asking } from '../../transport/exchange.js';
import type { Group } from '../group/group.js';
import type { Listing } from '../listing.js';
import type { Made, Update } from '../writes.js';
import type { Contact } from './contact.js';
import type { ContactStatus } from './payload.js';

/** What the contact room asks of a provider. */
export interface ContactBackend extends Listing<Contact> {
  /** Groups of these contacts, by contact id. A provider without groups leaves it out. */
  readonly groupsOf?: (contacts: readonly Contact[], asking: Asking) => Promise<ReadonlyMap<string, readonly Group[]>>;
  readonly writes?: ContactWrites;
}

/** A contact that was made or changed; `status` where the provider tells one. */
export interface ContactMade extends Made {
  readonly status?: ContactStatus;
}

export type CreateContact = (input: object, writing: Writing) => Promise<Sent<ContactMade>>;
/** Answers in the order of the inputs, an Error in the place of each that failed by itself. */
export type CreateContacts = (
  inputs: readonly object[],
  writing: Writing,
) => Promise<ReadonlyArray<Sent<ContactMade> | Error>>;

/** How contacts of a provider are written; what it can't do is left out. Make the tables with `creating` and `updating`. */
export interface ContactWrites {
  /** By member of CreateContactInput. */
  readonly create: Readonly<Record<string, CreateContact>>;
  /** By member too: many in one request, where the provider takes that. */
  readonly createTogether?: Readonly<Record<string, CreateContacts>>;
  /** By member of UpdateContactInput. */
  readonly update: Readonly<Record<string, Update<object>>>;
  readonly remove?: (key: string, writing: Writing) => Promise<void>;
  readonly confirm?: (key: string, code: string, writing: Writing) => Promise<Sent<ContactMade>>;
  readonly resend?: (key: string, writing: Writing) => Promise<Sent<ContactMade>>;
  /** Contact, then group: keys of the same upstream. */
  readonly link?: (contact: string, group: string, writing: Writing) => Promise<Sent<ContactMade>>;
  readonly unlink?: (contact: string, group: string, writing: Writing) => Promise<Sent<ContactMade>>;
}
