import { CoreException } from './errors.js';
import { applyFilters, bitmask, contains, exact, number, type Query } from './filters.js';
import { value, type Endpoint } from './route.js';
import type { State } from './state.js';
import { toInteger, type Row } from './table.js';
import { spoolResults, spools } from './transmission-table.js';

/** The attempts of a transmission; a `transmission_id` among the filters wins over the path's. */
export function searchSpools(state: State, query: Query): Row[] {
  return applyFilters(state.rows(spools).all(), query, {
    spool_id: number('spool_id'),
    account_id: number('account_id'),
    transmission_id: number('transmission_id'),
    status: exact('status'),
    response: exact('response'),
    service_flag: bitmask('service_flag'),
  });
}

/** Their times are not among what is sent. */
export function toSpoolRow({ spool_id, account_id, transmission_id, status, response }: Row): unknown {
  return { spool_id, account_id, transmission_id, status, response };
}

export function searchResults(state: State, query: Query): Row[] {
  return applyFilters(state.rows(spoolResults).all(), query, {
    spool_result_id: number('spool_result_id'),
    spool_id: number('spool_id'),
    application_id: number('application_id'),
    type: exact('type'),
    name: exact('name'),
    data: contains('data'),
  });
}

export const spoolEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    pattern: '/spools/:id/status',
    access: ['spool_read'],
    answer: ({ state, params }) => {
      const row = state.rows(spools).find(toInteger(params['id'] ?? ''));
      if (!row) throw new CoreException(404, 'Spool not found');
      return value(row['status']);
    },
  },
  ...['result', 'results'].map((word): Endpoint => ({
    method: 'GET',
    pattern: `/spools/:id/${word}`,
    access: ['result_read'],
    // Nobody asks whether there is such a spool (capture 205).
    answer: ({ state, params, query }) => value(searchResults(state, { spool_id: params['id'] ?? '', ...query })),
  })),
];
