import type { ListRequest } from '../../../graph/ports/list-backend.js';
import type { Transmission } from '../../../graph/transmission/types.js';
import type { Page } from '../../../query/select.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { ListEndpoint } from '../../../wire/endpoint.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Session } from '../session.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { searchParams } from '../shared/reads/search-params.js';
import { searchedCells, toTransmission } from './columns.js';
import {
  TRANSMISSION_SEARCHES,
  transmissionEndpoints,
  type TransmissionQuery,
  type WireTransmission,
} from './endpoints.js';

/** The server cuts every list of transmissions after so many rows, without saying so. */
export const SERVER_LIST_LIMIT = 5000;

/** Reads rows as a list holds them. */
export type TransmissionLister = (query: TransmissionQuery, callOptions: CallOptions) => Promise<Page<Transmission>>;

export function createTransmissionLister(session: Session): TransmissionLister {
  return async (query, callOptions) => readPage(session, transmissionEndpoints.list, query, callOptions);
}

/** The transmissions of one program, in rows without contact and account; undefined when it is gone. */
export function listTransmissionsOfProgram(
  program: string,
  session: Session,
  callOptions: CallOptions,
): Promise<Page<Transmission> | undefined> {
  return unlessMissing(readPage(session, transmissionEndpoints.listOfProgram, program, callOptions));
}

async function readPage<Input>(
  session: Session,
  endpoint: ListEndpoint<Input, WireTransmission[], WireTransmission>,
  input: Input,
  callOptions: CallOptions,
): Promise<Page<Transmission>> {
  const toListed = (row: WireTransmission): Transmission =>
    toTransmission(row, row.transmission_id, 'list', row, session);
  const rows = await collectRows(listInPages(session, endpoint, input, toListed, callOptions));
  return { rows, truncated: rows.length >= SERVER_LIST_LIMIT };
}

/** Reads the list of transmissions in one request, whatever is selected of its rows: no field decides which rows there are. */
export function createTransmissionPageReader(list: TransmissionLister) {
  return async ({ params }: Pick<ListRequest, 'params'>, callOptions: CallOptions): Promise<Page<Transmission>> => {
    const query = searchParams(params, TRANSMISSION_SEARCHES);
    const page = await list(query, callOptions);
    const cells = searchedCells(query);
    return { ...page, rows: page.rows.map((row) => Object.assign({}, row, cells)) };
  };
}
