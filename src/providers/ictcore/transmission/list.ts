import type { ListRequest } from '../../../graph/ports/list-backend.js';
import type { Transmission } from '../../../graph/transmission/types.js';
import type { Page } from '../../../query/select.js';
import { paramOf } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { SERVICE_BITS } from '../shared/reads/service-flags.js';
import { transmissionEndpoints, type TransmissionQuery, type WireTransmission } from './endpoints.js';
import { toListedTransmission } from './columns.js';
import type { Session } from '../session.js';

/** The server cuts every list of transmissions there, without a word. */
export const SERVER_LIST_LIMIT = 5000;

/** Reads rows as a list gives them. */
export type TransmissionLister = (query: TransmissionQuery, callOptions: CallOptions) => Promise<Page<Transmission>>;

export function createTransmissionLister(session: Session): TransmissionLister {
  return async (query, callOptions) =>
    pageOf(await session.call(transmissionEndpoints.list, query, callOptions), session);
}

/** The transmissions of one program, in rows without contact and account; undefined when it is gone. */
export async function listTransmissionsOfProgram(
  program: string,
  session: Session,
  callOptions: CallOptions,
): Promise<Page<Transmission> | undefined> {
  const rows = await unlessMissing(session.call(transmissionEndpoints.listOfProgram, program, callOptions));
  return rows && pageOf(rows, session);
}

function pageOf(rows: readonly WireTransmission[], session: Session): Page<Transmission> {
  return { rows: rows.map((row) => toListedTransmission(row, session)), truncated: rows.length >= SERVER_LIST_LIMIT };
}

/** What the list is searched by. */
export const SEARCH_PARAMS: readonly string[] = [
  ...['program_id', 'contact_id', 'campaign_id', 'account_id'],
  ...['status', 'direction', 'service_flag'],
];

/** The list of transmissions: one request, whatever is selected of its rows, so that no field decides which there are. */
export function createTransmissionPageReader(list: TransmissionLister) {
  return async ({ params }: Pick<ListRequest, 'params'>, callOptions: CallOptions): Promise<Page<Transmission>> => {
    const query = Object.fromEntries(
      SEARCH_PARAMS.flatMap((name) => {
        const value = paramOf(params, name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
    const page = await list(query, callOptions);
    const channel = SERVICE_BITS.find(([bit]) => String(bit) === query['service_flag'])?.[1];
    const searchedColumns = {
      ...(channel ? { channel } : {}),
      ...(query['program_id'] === undefined ? {} : { programKey: query['program_id'] }),
      ...(query['campaign_id'] === undefined ? {} : { campaignKey: query['campaign_id'] }),
    };
    return { ...page, rows: page.rows.map((row) => Object.assign({}, row, searchedColumns)) };
  };
}
