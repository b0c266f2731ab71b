import type { ListRequest } from '../../graph/listing.js';
import type { Transmission } from '../../graph/transmission/transmission.js';
import type { Page } from '../../query/select.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { paramOf } from './key.js';
import { SERVICES } from './service.js';
import { transmissionEndpoints, type TransmissionQuery, type WireTransmission } from './transmission-endpoints.js';
import { toListedTransmission } from './transmission-row.js';
import type { Way } from './way.js';

/** The server cuts every list of transmissions there, without a word. */
export const CUT = 5000;

/** Reads rows as a list gives them. */
export type ListTransmissions = (query: TransmissionQuery, asking: Asking) => Promise<Page<Transmission>>;

export function listTransmissions(way: Way): ListTransmissions {
  return async (query, asking) => pageOf(await way.call(transmissionEndpoints.list, query, asking), way);
}

/** The transmissions of one program, in rows without contact and account; undefined when it is gone. */
export async function listOfProgram(
  program: string,
  way: Way,
  asking: Asking,
): Promise<Page<Transmission> | undefined> {
  const rows = await unlessMissing(way.call(transmissionEndpoints.ofProgram, program, asking));
  return rows && pageOf(rows, way);
}

function pageOf(rows: readonly WireTransmission[], way: Way): Page<Transmission> {
  return { rows: rows.map((row) => toListedTransmission(row, way)), truncated: rows.length >= CUT };
}

/** What the list is searched by. */
export const SEARCHES: readonly string[] = [
  ...['program_id', 'contact_id', 'campaign_id', 'account_id'],
  ...['status', 'direction', 'service_flag'],
];

/** The list of transmissions: one request, whatever is selected of its rows, so that no field decides which there are. */
export function transmissionPage(list: ListTransmissions) {
  return async ({ params }: Pick<ListRequest, 'params'>, asking: Asking): Promise<Page<Transmission>> => {
    const query = Object.fromEntries(
      SEARCHES.flatMap((name) => {
        const value = paramOf(params, name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
    const page = await list(query, asking);
    const channel = SERVICES.find(([bit]) => String(bit) === query['service_flag'])?.[1];
    const known = {
      ...(channel ? { channel } : {}),
      ...(query['program_id'] === undefined ? {} : { programKey: query['program_id'] }),
      ...(query['campaign_id'] === undefined ? {} : { campaignKey: query['campaign_id'] }),
    };
    return { ...page, rows: page.rows.map((row) => Object.assign({}, row, known)) };
  };
}
