import { encodeSegment, UnsendableValue } from '../../../wire/caller.js';
import type { Endpoint, ListEndpoint, QueryValue } from '../../../wire/endpoint.js';
import type { BodyFormat } from '../format.js';
import type { WireField } from '../wire-fields.js';
import { CONTACT_TYPE_NAMES, type ContactTypeNames, type WireContact } from './columns.js';
import type { WireWriteAnswer } from './write-answer.js';

/** Filters of `GET contacts` by the document's names, which are case-sensitive. A list repeats its name. */
export interface ContactsQuery {
  readonly addresses?: readonly string[] | undefined;
  readonly excludeAddresses?: 'True' | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly excludeIds?: 'True' | undefined;
  readonly contactType?: string | undefined;
  readonly excludeContactTypes?: 'True' | undefined;
  readonly confirmed?: string | undefined;
  readonly overlimited?: string | undefined;
  readonly acceptBillingNotifications?: string | undefined;
}

interface ContactUpdate {
  readonly key: string;
  readonly fields: readonly WireField[];
}

interface BulkContactUpdate {
  readonly query: ContactsQuery;
  readonly fields: readonly WireField[];
}

/** Without a condition HostTracker writes to all contacts of the account, so such a write is never sent. */
function requireConditions(query: ContactsQuery): Readonly<Record<string, QueryValue>> {
  const values: Readonly<Record<string, QueryValue>> = { ...query };
  // An `exclude…` flag is no condition without its list.
  const givenConditions = Object.entries(values).filter(
    ([name, value]) => value?.toString() && !name.startsWith('exclude'),
  );
  if (givenConditions.length === 0)
    throw new UnsendableValue('a filter must hold a condition, or it takes all contacts');
  return values;
}

/** The endpoints of contacts, in one format. Paths are below the base URL, whose prefix differs by generation. */
export function createContactEndpoints({
  contacts,
  contactRow: row,
  optionalContact,
  contactBody: writeBody,
  confirmationBody,
  writeAnswer,
  writeAnswers,
}: BodyFormat) {
  const postContact = ({
    pathSegment,
    xmlRoot,
  }: ContactTypeNames): Endpoint<readonly WireField[], WireWriteAnswer> => ({
    name: `POST /contacts/${pathSegment}`,
    method: 'POST',
    path: () => `/contacts/${pathSegment}`,
    body: (fields) => writeBody(xmlRoot, fields),
    // A repetition would create a second contact at the same address, and send a code there.
    effect: 'acts',
    answer: writeAnswer,
  });
  const putContact = ({ pathSegment, xmlRoot }: ContactTypeNames): Endpoint<ContactUpdate, WireWriteAnswer> => ({
    name: `PUT /contacts/${pathSegment}/{id}`,
    method: 'PUT',
    path: ({ key }) => `/contacts/${pathSegment}/${encodeSegment(key)}`,
    body: ({ fields }) => writeBody(xmlRoot, fields),
    effect: 'replaces',
    answer: writeAnswer,
  });
  const { Email, SMS, IM, VoiceCall } = CONTACT_TYPE_NAMES;
  return {
    list: {
      name: 'GET /contacts',
      method: 'GET',
      path: () => '/contacts',
      query: (query) => ({ ...query }),
      effect: 'reads',
      answer: contacts,
      rows: { key: null, row, extract: (rows) => rows },
    } satisfies ListEndpoint<ContactsQuery, readonly WireContact[], WireContact>,
    read: {
      name: 'GET /contacts/{id}',
      method: 'GET',
      path: (id) => `/contacts/${encodeSegment(id)}`,
      effect: 'reads',
      answer: optionalContact,
    } satisfies Endpoint<string, WireContact | null>,
    create: {
      Email: postContact(Email),
      SMS: postContact(SMS),
      IM: postContact(IM),
      VoiceCall: postContact(VoiceCall),
    },
    update: { Email: putContact(Email), SMS: putContact(SMS), IM: putContact(IM), VoiceCall: putContact(VoiceCall) },
    delete: {
      name: 'DELETE /contacts/{id}',
      method: 'DELETE',
      path: (key: string) => `/contacts/${encodeSegment(key)}`,
      effect: 'replaces',
      answer: writeAnswer,
    } satisfies Endpoint<string, WireWriteAnswer>,
    confirm: {
      name: 'POST /contacts/{id}/code',
      method: 'POST',
      path: ({ key }) => `/contacts/${encodeSegment(key)}/code`,
      body: ({ key, code }) => confirmationBody(key, code),
      effect: 'acts',
      answer: writeAnswer,
    } satisfies Endpoint<{ key: string; code: string }, WireWriteAnswer>,
    resend: {
      name: 'PATCH /contacts/{id}/code',
      method: 'PATCH',
      path: (key: string) => `/contacts/${encodeSegment(key)}/code`,
      effect: 'acts',
      answer: writeAnswer,
    } satisfies Endpoint<string, WireWriteAnswer>,
    updateMany: {
      name: 'PUT /contacts',
      method: 'PUT',
      path: () => '/contacts',
      query: ({ query }) => requireConditions(query),
      // The document shows no body. Its XML root is named after those of the four types.
      body: ({ fields }) => writeBody('ContactEditableData', fields),
      effect: 'replaces',
      answer: writeAnswers,
    } satisfies Endpoint<BulkContactUpdate, readonly WireWriteAnswer[] | null>,
    deleteMany: {
      name: 'DELETE /contacts',
      method: 'DELETE',
      path: () => '/contacts',
      query: requireConditions,
      // A repetition would delete contacts that have come to match since.
      effect: 'acts',
      answer: writeAnswers,
    } satisfies Endpoint<ContactsQuery, readonly WireWriteAnswer[] | null>,
  };
}

export type ContactEndpoints = ReturnType<typeof createContactEndpoints>;
