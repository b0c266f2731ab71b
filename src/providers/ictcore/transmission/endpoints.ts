import { encodeSegment } from '../../../wire/caller.js';
import type { Endpoint } from '../../../wire/endpoint.js';
import { either, json, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue, Reader } from '../../../wire/reader.js';
import { listedAccount } from '../account/columns.js';
import { statusAnswer } from '../attempt/endpoints.js';
import { listedContact } from '../contact/endpoints.js';
import { orAbsent, rowList } from '../shared/reads/column-readers.js';
import { allRows, defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import { createdKeyOrNull, defineScheduleEndpoint } from '../shared/writes/schedule.js';
import {
  createdKey,
  defineCreateEndpoint,
  defineDeleteEndpoint,
  type WriteAnswer,
} from '../shared/writes/write-endpoints.js';
import { transmissionColumns } from './columns.js';

const PATH = '/transmissions';

/** Reads a whole thing inside a row: absent is `undefined`, and one without an id, or an empty list, is gone. */
function embedded<T>(id: string, reader: Reader<T>): Reader<T | null | undefined> {
  return (value, at) => {
    if (value === undefined) return undefined;
    const [, key] = Object.entries(value ?? {}).find(([name]) => name === id) ?? [];
    return key === undefined || key === null ? null : reader(value, at);
  };
}

const embeddedContact = embedded('contact_id', listedContact);
const embeddedAccount = embedded('account_id', listedAccount);
const listedTransmission = record({
  transmission_id: text,
  ...transmissionColumns.readers,
  account: embeddedAccount,
  contact: embeddedContact,
});
const transmissionItem = record({
  transmission_id: orAbsent(text),
  ...transmissionColumns.readers,
  oAccount: embeddedAccount,
  oContact: embeddedContact,
});

export type WireTransmission = ReadValue<typeof listedTransmission>;

/** What GET /transmissions is searched by, of what filters ask. */
export const TRANSMISSION_SEARCHES = [
  'program_id',
  'contact_id',
  'campaign_id',
  'account_id',
  'status',
  'direction',
  'service_flag',
] as const;

/** Searches of GET /transmissions, in its own words. */
export type TransmissionQuery = Readonly<Record<string, string | undefined>>;

/** `send` and `retry` do the same; each is the documented one for its purpose. */
function defineSendEndpoint(word: 'send' | 'retry'): Endpoint<string, string | null> {
  return {
    name: `POST ${PATH}/{id}/${word}`,
    method: 'POST',
    path: (key) => `${PATH}/${encodeSegment(key)}/${word}`,
    effect: 'acts',
    answer: createdKeyOrNull('spool_id'),
  };
}

export const transmissionEndpoints = {
  list: defineListEndpoint(PATH, listedTransmission, (query: TransmissionQuery) => query),
  read: defineItemEndpoint(PATH, transmissionItem),
  listOfProgram: {
    ...defineItemEndpoint('/programs', rowList(listedTransmission), PATH),
    rows: allRows(listedTransmission),
  },
  readStatus: defineItemEndpoint(PATH, statusAnswer, '/status'),
  // The guide answers a `text_id`, which is a slip.
  create: {
    ...defineCreateEndpoint(PATH, 'transmission_id'),
    answer: either(createdKey('transmission_id'), createdKey('text_id')),
  },
  // Never repeated by itself: a repeat that arrives late would end what was begun meanwhile.
  setStatus: {
    name: `PUT ${PATH}/{id}`,
    method: 'PUT',
    path: ({ key }) => `${PATH}/${encodeSegment(key)}`,
    body: ({ status }) => ({ status }),
    effect: 'acts',
    answer: orAbsent(json),
  } satisfies Endpoint<{ readonly key: string; readonly status: string }, WriteAnswer>,
  delete: defineDeleteEndpoint(PATH),
  // A GET that makes something: it has no other method.
  clone: {
    name: `GET ${PATH}/{id}/clone`,
    method: 'GET',
    path: (key) => `${PATH}/${encodeSegment(key)}/clone`,
    effect: 'acts',
    answer: createdKey('transmission_id'),
  } satisfies Endpoint<string, string>,
  send: defineSendEndpoint('send'),
  retry: defineSendEndpoint('retry'),
  schedule: defineScheduleEndpoint('PUT', PATH, '/schedule'),
  cancelSchedule: defineDeleteEndpoint(PATH, '/schedule'),
};
