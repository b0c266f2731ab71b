import { UPLOADS } from './media/media.js';
import type { Backends } from './provider.js';

/** Mutations, and whether backends can do them. */
type Abilities = Readonly<Record<string, (backends: Partial<Backends>) => unknown>>;

const WRITES: Abilities = {
  createContact: ({ contact }) => hasAny(contact?.writes?.create),
  createContacts: ({ contact }) => hasAny(contact?.writes?.create),
  updateContact: ({ contact }) => hasAny(contact?.writes?.update),
  deleteContact: ({ contact }) => contact?.writes?.remove,
  deleteContacts: ({ contact }) => contact?.writes?.remove,
  confirmContact: ({ contact }) => contact?.writes?.confirm,
  resendConfirmationCode: ({ contact }) => contact?.writes?.resend,
  addContactToGroup: ({ contact }) => contact?.writes?.link,
  removeContactFromGroup: ({ contact }) => contact?.writes?.unlink,
  createGroup: ({ group }) => group?.writes?.create,
  updateGroup: ({ group }) => group?.writes?.update,
  deleteGroup: ({ group }) => group?.writes?.remove,
};

/** Names of the mutations that an upstream with these backends supports. */
export function writesOf(backends: Partial<Backends>): readonly string[] {
  const able = Object.entries(WRITES).flatMap(([name, can]) => (can(backends) ? [name] : []));
  return [...able, ...(backends.media?.uploads ?? []).map((noun) => UPLOADS[noun])];
}

function hasAny(table: object | undefined): boolean {
  return Object.keys(table ?? {}).length > 0;
}
