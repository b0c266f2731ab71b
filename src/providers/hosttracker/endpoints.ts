import { encodeSegment } from '../../wire/caller.js';
import type { Endpoint, ListEndpoint } from '../../wire/endpoint.js';
import type { BodyFormat } from './format.js';
import type { WireContact } from './contact/columns.js';

/** Filters of `GET contacts` in the document's words, which are case-sensitive; a list repeats its name. */
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

/** HostTracker's reads, in one format; paths are below the base URL, whose prefix differs by its generation. */
export function createEndpoints({ texts, wholeNumbers, contacts, contactRow: row, optionalContact }: BodyFormat) {
  const read = <Answer>(path: string, answer: Endpoint<undefined, Answer>['answer']): Endpoint<undefined, Answer> => ({
    name: `GET ${path}`,
    method: 'GET',
    path: () => path,
    effect: 'reads',
    answer,
  });
  return {
    contacts: {
      name: 'GET /contacts',
      method: 'GET',
      path: () => '/contacts',
      query: (query: ContactsQuery) => ({ ...query }),
      effect: 'reads',
      answer: contacts,
      rows: { key: null, row, extract: (rows) => rows },
    },
    contact: {
      name: 'GET /contacts/{id}',
      method: 'GET',
      path: (id: string) => `/contacts/${encodeSegment(id)}`,
      effect: 'reads',
      answer: optionalContact,
    },
    listContactTypes: read('/contacts/types', texts),
    listAlertDelays: read('/contacts/delays', wholeNumbers),
    listSmsGateways: read('/contacts/sms/gateways', texts),
    listImGateways: read('/contacts/im/gateways', texts),
  } satisfies Record<string, Endpoint<never, unknown> | ListEndpoint<never, readonly WireContact[], WireContact>>;
}

export type Endpoints = ReturnType<typeof createEndpoints>;
