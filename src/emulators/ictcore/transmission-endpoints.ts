import { CoreException } from './errors.js';
import { makeProgram } from './program-making.js';
import { programs } from './program-table.js';
import { programResource } from './programs.js';
import { create, endpointsOf, load } from './resource.js';
import { value, type Context, type Endpoint } from './route.js';
import { scheduleEndpoint, unscheduleEndpoint } from './schedules.js';
import { send, trySending } from './sending.js';
import { searchResults, searchSpools, toSpoolRow } from './spools.js';
import type { State } from './state.js';
import { toInteger, type Row, type Values } from './table.js';
import { transmissions } from './transmission-table.js';
import { searchTransmissions, toBareRow, toFullRow, transmissionResource } from './transmissions.js';

const SERVICES = { faxes: '2', calls: '1', smses: '4', emails: '8' } as const;
const ONE = '/transmissions/:id';

export const transmissionEndpoints: readonly Endpoint[] = [
  ...endpointsOf(transmissionResource),
  ...Object.entries(SERVICES).map(([path, service_flag]): Endpoint => ({
    method: 'GET',
    pattern: `/${path}`,
    access: ['transmission_list'],
    // Their query never reaches the search (capture 229).
    answer: ({ state }) => value(searchTransmissions(state, { service_flag }).map((row) => toFullRow(state, row))),
  })),
  ...['send', 'retry'].map((word): Endpoint => ({
    method: 'POST',
    pattern: `${ONE}/${word}`,
    access: ['transmission_send'],
    answer: (context) => {
      const row = findWhole(context);
      const spool = send(context.state, row);
      context.did(`transmission.send ${row['transmission_id'] ?? ''}`);
      return value(spool);
    },
  })),
  {
    method: 'GET',
    pattern: `${ONE}/clone`,
    access: ['transmission_create'],
    answer: (context) => {
      const { state, userId, did } = context;
      const fresh = { status: 'pending', response: '', try_done: 0, last_run: null, is_deleted: 0 };
      const copy = {
        ...findWhole(context),
        ...fresh,
        transmission_id: null,
        user_id: userId,
        date_created: state.seconds(),
      };
      const { transmission_id } = state.rows(transmissions).insert(copy);
      did(`transmission.create ${transmission_id ?? ''}`);
      return value(Number(transmission_id));
    },
  },
  {
    method: 'GET',
    pattern: `${ONE}/status`,
    access: ['transmission_read'],
    answer: (context) => value(findWhole(context)['status']),
  },
  ...['detail', 'logs', 'spools'].map((word): Endpoint => ({
    method: 'GET',
    pattern: `${ONE}/${word}`,
    access: ['spool_read'],
    answer: (context) => value(searchSpools(context.state, asked(context)).map(toSpoolRow)),
  })),
  ...['result', 'results'].map((word): Endpoint => ({
    method: 'GET',
    pattern: `${ONE}/${word}`,
    access: ['result_read'],
    // Those of the last attempt.
    answer: (context) => {
      const { transmission_id = null } = find(context);
      const last = searchSpools(context.state, { transmission_id: transmission_id ?? '' }).at(-1);
      if (!last) return value([]);
      return value(searchResults(context.state, { spool_id: last['spool_id'] ?? '', ...context.query }));
    },
  })),
  scheduleEndpoint('PUT', `${ONE}/schedule`, transmissionResource, ({ state }, id) => {
    const row = state.rows(transmissions).find(toInteger(id));
    if (row) trySending(state, row);
  }),
  // Nothing is deleted (research notes).
  unscheduleEndpoint(`${ONE}/schedule`, transmissionResource, ['task_delete'], () => undefined),
  {
    method: 'GET',
    pattern: '/programs/:id/transmissions',
    access: [],
    answer: ({ state, params }) => {
      const { program_id } = load(programResource, state, params['id']);
      return value(searchTransmissions(state, { program_id: String(program_id) }).map(toBareRow));
    },
  },
  {
    method: 'POST',
    pattern: '/programs/:id/transmissions',
    access: ['transmission_create'],
    // Whatever the path names, a new program is made: its type is all that is taken from there (captures 183 to 185).
    answer: (context) => {
      const { program_data, transmission_data } = context.data;
      if (!isObject(transmission_data)) throw new CoreException(412, 'Transmission data is missing');
      const type = typeNamed(context.state, context.params['id'] ?? '');
      const program_id = makeProgram(context, type, isObject(program_data) ? program_data : {});
      return value(create(transmissionResource, { ...context, data: { ...transmission_data, program_id } }));
    },
  },
];

function find({ state, params }: Context): Row {
  const row = state.rows(transmissions).find(toInteger(params['id'] ?? ''));
  if (!row) throw new CoreException(404, 'Transmission not found');
  return row;
}

/** As everything but attempts and results finds it: with its account and its contact, or not at all. */
function findWhole(context: Context): Row {
  const row = find(context);
  load(transmissionResource, context.state, row['transmission_id'] ?? '');
  return row;
}

function asked(context: Context): Context['query'] {
  return { transmission_id: find(context)['transmission_id'] ?? '', ...context.query };
}

function typeNamed(state: State, name: string): string {
  return /^\d+$/.test(name) ? (state.rows(programs).find(toInteger(name))?.['type'] ?? '') : name;
}

function isObject(given: unknown): given is Values {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
