import type { Endpoint } from '../../../wire/endpoint.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue } from '../../../wire/reader.js';
import { statisticsColumns } from './columns.js';

const counters = record(statisticsColumns.readers);

export const statisticsEndpoints = {
  read: {
    name: 'GET /statistics',
    method: 'GET',
    path: () => '/statistics',
    effect: 'reads',
    answer: counters,
  } satisfies Endpoint<object, ReadValue<typeof counters>>,
};
