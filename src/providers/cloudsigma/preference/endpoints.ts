import type { Endpoint, ListEndpoint } from '../../../wire/endpoint.js';
import { arrayOf, record } from '../../../wire/structure-readers.js';
import { either } from '../../../wire/value-readers.js';
import { readableObjects, readListPart, toWindowQuery, type ListPart, type ListWindow } from '../endpoints.js';
import { preferenceRow, type WirePreference } from './columns.js';

const preferencesAnswer = either(
  record({ objects: arrayOf(preferenceRow) }),
  either(preferenceRow, arrayOf(preferenceRow)),
);

export const preferenceEndpoints = {
  list: {
    name: 'GET notification_preferences/',
    method: 'GET',
    path: () => '/notification_preferences/',
    query: toWindowQuery,
    effect: 'reads',
    answer: readListPart(preferenceRow),
    rows: { key: 'objects', row: preferenceRow, extract: (part) => readableObjects(part) },
  } satisfies ListEndpoint<ListWindow, ListPart<WirePreference>, WirePreference>,

  // One setting is sent as an object and several as a bare array, not under `objects`.
  setMany: {
    name: 'PUT notification_preferences/',
    method: 'PUT',
    path: () => '/notification_preferences/',
    body: (settings) => (settings.length === 1 ? settings[0] : settings),
    effect: 'replaces',
    answer: preferencesAnswer,
  } satisfies Endpoint<ReadonlyArray<Readonly<Record<string, string | boolean>>>, unknown>,
};
