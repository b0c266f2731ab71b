import { segment, Unsendable } from '../../wire/caller.js';
import type { Endpoint, QueryValue } from '../../wire/endpoint.js';
import type { Edit } from './edit.js';
import type { ContactsQuery } from './endpoints.js';
import type { Format } from './format.js';
import { KINDS, type Kind } from './kind.js';
import type { WireWritten } from './written.js';

interface One {
  readonly key: string;
  readonly edits: readonly Edit[];
}

interface Many {
  readonly query: ContactsQuery;
  readonly edits: readonly Edit[];
}

/** Without a condition HostTracker takes all contacts of the account, so that such a write never leaves. */
function conditions(query: ContactsQuery): Readonly<Record<string, QueryValue>> {
  const values: Readonly<Record<string, QueryValue>> = { ...query };
  // What turns a list around says nothing without one.
  const said = Object.entries(values).filter(([name, value]) => value?.toString() && !name.startsWith('exclude'));
  if (said.length === 0) throw new Unsendable('a filter must hold a condition, or it takes all contacts');
  return values;
}

/** HostTracker's writes, in one format. */
export function createWriteEndpoints({ edits: bodyOf, confirmation, written, writtenMany }: Format) {
  const create = ({ path, root }: Kind): Endpoint<readonly Edit[], WireWritten> => ({
    name: `POST /contacts/${path}`,
    method: 'POST',
    path: () => `/contacts/${path}`,
    body: (edits) => bodyOf(root, edits),
    // It makes a second contact at the same address, and sends a code there.
    effect: 'acts',
    answer: written,
  });
  const update = ({ path, root }: Kind): Endpoint<One, WireWritten> => ({
    name: `PUT /contacts/${path}/{id}`,
    method: 'PUT',
    path: ({ key }) => `/contacts/${path}/${segment(key)}`,
    body: ({ edits }) => bodyOf(root, edits),
    effect: 'replaces',
    answer: written,
  });
  const { Email, SMS, IM, VoiceCall } = KINDS;
  return {
    create: { Email: create(Email), SMS: create(SMS), IM: create(IM), VoiceCall: create(VoiceCall) },
    update: { Email: update(Email), SMS: update(SMS), IM: update(IM), VoiceCall: update(VoiceCall) },
    remove: {
      name: 'DELETE /contacts/{id}',
      method: 'DELETE',
      path: (key: string) => `/contacts/${segment(key)}`,
      effect: 'replaces',
      answer: written,
    } satisfies Endpoint<string, WireWritten>,
    confirm: {
      name: 'POST /contacts/{id}/code',
      method: 'POST',
      path: ({ key }) => `/contacts/${segment(key)}/code`,
      body: ({ key, code }) => confirmation(key, code),
      effect: 'acts',
      answer: written,
    } satisfies Endpoint<{ key: string; code: string }, WireWritten>,
    resend: {
      name: 'PATCH /contacts/{id}/code',
      method: 'PATCH',
      path: (key: string) => `/contacts/${segment(key)}/code`,
      effect: 'acts',
      answer: written,
    } satisfies Endpoint<string, WireWritten>,
    updateMany: {
      name: 'PUT /contacts',
      method: 'PUT',
      path: () => '/contacts',
      query: ({ query }) => conditions(query),
      // The document shows no body: it is named as those of the four types are.
      body: ({ edits }) => bodyOf('ContactEditableData', edits),
      effect: 'replaces',
      answer: writtenMany,
    } satisfies Endpoint<Many, readonly WireWritten[] | null>,
    removeMany: {
      name: 'DELETE /contacts',
      method: 'DELETE',
      path: () => '/contacts',
      query: conditions,
      // A second time it would take what has come to match since.
      effect: 'acts',
      answer: writtenMany,
    } satisfies Endpoint<ContactsQuery, readonly WireWritten[] | null>,
  };
}

export type WriteEndpoints = ReturnType<typeof createWriteEndpoints>;
