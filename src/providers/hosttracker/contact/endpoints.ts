import { encodeSegment, UnsendableValue } from '../../../wire/caller.js';
import type { Endpoint, QueryValue } from '../../../wire/endpoint.js';
import type { WireField } from '../wire-fields.js';
import type { ContactsQuery } from '../endpoints.js';
import type { BodyFormat } from '../format.js';
import { CONTACT_TYPE_NAMES, type ContactTypeNames } from '../kind.js';
import type { WireWriteAnswer } from './write-answer.js';

interface ContactUpdate {
  readonly key: string;
  readonly fields: readonly WireField[];
}

interface BulkContactUpdate {
  readonly query: ContactsQuery;
  readonly fields: readonly WireField[];
}

/** Without a condition HostTracker takes all contacts of the account, so that such a write never leaves. */
function requireConditions(query: ContactsQuery): Readonly<Record<string, QueryValue>> {
  const values: Readonly<Record<string, QueryValue>> = { ...query };
  // What turns a list around says nothing without one.
  const givenConditions = Object.entries(values).filter(
    ([name, value]) => value?.toString() && !name.startsWith('exclude'),
  );
  if (givenConditions.length === 0)
    throw new UnsendableValue('a filter must hold a condition, or it takes all contacts');
  return values;
}

/** HostTracker's writes, in one format. */
export function createWriteEndpoints({
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
    // It makes a second contact at the same address, and sends a code there.
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
      // The document shows no body: it is named as those of the four types are.
      body: ({ fields }) => writeBody('ContactEditableData', fields),
      effect: 'replaces',
      answer: writeAnswers,
    } satisfies Endpoint<BulkContactUpdate, readonly WireWriteAnswer[] | null>,
    deleteMany: {
      name: 'DELETE /contacts',
      method: 'DELETE',
      path: () => '/contacts',
      query: requireConditions,
      // A second time it would take what has come to match since.
      effect: 'acts',
      answer: writeAnswers,
    } satisfies Endpoint<ContactsQuery, readonly WireWriteAnswer[] | null>,
  };
}

export type WriteEndpoints = ReturnType<typeof createWriteEndpoints>;
