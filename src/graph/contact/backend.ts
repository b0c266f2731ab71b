import type { ProviderWriteResult, WriteAttempt } from '../../operations/intent.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { Group } from '../group/types.js';
import type { ListBackend } from '../ports/list-backend.js';
import type { WrittenItem, UpdateItem } from '../ports/writes.js';
import type { Contact, ContactStatus } from './types.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly contact: ContactBackend;
  }
}

/** What the contact room asks of a provider. */
export interface ContactBackend extends ListBackend<Contact> {
  /** Groups of these contacts, by contact id. A provider without groups leaves it out. */
  readonly groupsOf?: (
    contacts: readonly Contact[],
    callOptions: CallOptions,
  ) => Promise<ReadonlyMap<string, readonly Group[]>>;
  readonly writes?: ContactWrites;
}

/** A contact that was made or changed; `status` where the provider tells one. */
export interface WrittenContactItem extends WrittenItem {
  readonly status?: ContactStatus;
}

export type CreateContact = (
  input: object,
  writeAttempt: WriteAttempt,
) => Promise<ProviderWriteResult<WrittenContactItem>>;
/** Answers in the order of the inputs, an Error in the place of each that failed by itself. */
export type CreateManyContacts = (
  inputs: readonly object[],
  writeAttempt: WriteAttempt,
) => Promise<ReadonlyArray<ProviderWriteResult<WrittenContactItem> | Error>>;

/** How contacts of a provider are written; what it can't do is left out. Make the tables with `creating` and `updating`. */
export interface ContactWrites {
  /** By member of CreateContactInput. */
  readonly create: Readonly<Record<string, CreateContact>>;
  /** By member too: many in one request, where the provider takes that. */
  readonly createMany?: Readonly<Record<string, CreateManyContacts>>;
  /** By member of UpdateContactInput. */
  readonly update: Readonly<Record<string, UpdateItem<object>>>;
  readonly remove?: (key: string, writeAttempt: WriteAttempt) => Promise<void>;
  readonly confirm?: (
    key: string,
    code: string,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenContactItem>>;
  readonly resend?: (key: string, writeAttempt: WriteAttempt) => Promise<ProviderWriteResult<WrittenContactItem>>;
  /** Contact, then group: keys of the same upstream. */
  readonly link?: (
    contact: string,
    group: string,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenContactItem>>;
  readonly unlink?: (
    contact: string,
    group: string,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenContactItem>>;
}
