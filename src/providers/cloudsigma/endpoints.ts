import { encodeSegment } from '../../wire/caller.js';
import type { Endpoint, ListEndpoint } from '../../wire/endpoint.js';
import {
  either,
  flag,
  arrayOf,
  ignoredBody,
  optional,
  record,
  readableRowsByPosition,
  text,
  wholeNumber,
  type ReadValue,
  type Reader,
} from '../../wire/value-readers.js';

/** Which rows of a list: begin behind `offset` of them and stop after `limit`; a limit of 0 is all. */
export interface ListWindow {
  readonly offset: number;
  readonly limit: number;
}

/** A part of a list, and how many rows the whole has. */
export interface ListPart<Row> {
  readonly meta: {
    readonly total_count: number;
    /** How many rows are before the part; null where that is not told. */
    readonly offset: number | null;
  };
  /** Undefined in the place of one that could not be read. */
  readonly objects: ReadonlyArray<Row | undefined>;
}

const contact = record({
  uuid: text,
  email: optional(text),
  // True for one contact; the others have null or false.
  main: optional(flag),
  name: optional(text),
  phone: optional(text),
  resource_uri: optional(text),
});

const preference = record({ contact: optional(text), medium: text, type: text, value: flag });

export type WireContact = ReadValue<typeof contact>;
export type WirePreference = ReadValue<typeof preference>;

/** The columns of a contact that can be written; '' is none. */
export interface WritableColumns {
  readonly email: string;
  readonly name: string;
  readonly phone: string;
}

/** A contact that is to be: the phone may be left out. */
export type NewContact = Omit<WritableColumns, 'phone'> & Partial<WritableColumns>;

/** A preference as it is set: its contact by path. */
export interface PreferenceSetting {
  readonly contact: string;
  readonly medium: string;
  readonly type: string;
  readonly value: boolean;
}

const contactList = record({ objects: arrayOf(contact) });
// A PUT is answered flat and a POST under `objects`; all that is wanted of a PUT is that it speaks of contacts.
const updateAnswer = either(contact, contactList);
const preferencesAnswer = either(record({ objects: arrayOf(preference) }), either(preference, arrayOf(preference)));

/** What is asked of CloudSigma. Every path ends with a slash: without it nothing is there. */
export const endpoints = {
  listContacts: {
    name: 'GET notification_contacts/',
    method: 'GET',
    path: () => '/notification_contacts/',
    query: toWindowQuery,
    effect: 'reads',
    answer: readListPart(contact),
    rows: { key: 'objects', row: contact, extract: ({ objects }) => objects.filter((each) => each !== undefined) },
  } satisfies ListEndpoint<ListWindow, ListPart<WireContact>, WireContact>,

  readContact: {
    name: 'GET notification_contacts/{uuid}/',
    method: 'GET',
    path: (uuid) => `/notification_contacts/${encodeSegment(uuid)}/`,
    effect: 'reads',
    answer: contact,
  } satisfies Endpoint<string, WireContact>,

  listPreferences: {
    name: 'GET notification_preferences/',
    method: 'GET',
    path: () => '/notification_preferences/',
    query: toWindowQuery,
    effect: 'reads',
    answer: readListPart(preference),
  } satisfies Endpoint<ListWindow, ListPart<WirePreference>>,

  createContacts: {
    name: 'POST notification_contacts/',
    method: 'POST',
    path: () => '/notification_contacts/',
    body: (objects) => ({ objects }),
    effect: 'acts',
    answer: contactList,
  } satisfies Endpoint<readonly NewContact[], { readonly objects: readonly WireContact[] }>,

  // What is left out is kept: the document's example leaves out the phone.
  updateContact: {
    name: 'PUT notification_contacts/{uuid}/',
    method: 'PUT',
    path: ({ uuid }) => `/notification_contacts/${encodeSegment(uuid)}/`,
    body: ({ columns }) => columns,
    effect: 'replaces',
    answer: updateAnswer,
  } satisfies Endpoint<{ readonly uuid: string; readonly columns: Partial<WritableColumns> }, unknown>,

  deleteContact: {
    name: 'DELETE notification_contacts/{uuid}/',
    method: 'DELETE',
    path: (uuid) => `/notification_contacts/${encodeSegment(uuid)}/`,
    effect: 'replaces',
    answer: ignoredBody,
  } satisfies Endpoint<string, undefined>,

  // One goes as an object and several as a bare array, not under `objects`.
  setPreferences: {
    name: 'PUT notification_preferences/',
    method: 'PUT',
    path: () => '/notification_preferences/',
    body: (settings) => (settings.length === 1 ? settings[0] : settings),
    effect: 'replaces',
    answer: preferencesAnswer,
  } satisfies Endpoint<readonly PreferenceSetting[], unknown>,
};

// Without a limit a list stops after 20 rows.
function toWindowQuery({ offset, limit }: ListWindow): Readonly<Record<string, number | undefined>> {
  return { limit, offset: offset === 0 ? undefined : offset };
}

function readListPart<Row>(row: Reader<Row>): Reader<ListPart<Row>> {
  return record({
    meta: record({ total_count: wholeNumber, offset: optional(wholeNumber) }),
    objects: readableRowsByPosition(row),
  });
}
