import type { ListRequest } from '../../graph/listing.js';
import type { Transmission } from '../../graph/transmission/transmission.js';
import type { Page } from '../../query/select.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { paramOf, readEach } from './key.js';
import { programEndpoints } from './program-endpoints.js';
import { toListedProgram } from './program-row.js';
import { flagsOf, SERVICES } from './service.js';
import { transmissionEndpoints, type TransmissionQuery, type WireTransmission } from './transmission-endpoints.js';
import { toListedTransmission } from './transmission-row.js';
import type { Way } from './way.js';

/** The server cuts every list of transmissions there, without a word. */
export const CUT = 5000;

/** Reads rows as a list gives them; `partial` when the list was cut. */
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
  return { rows: rows.map((row) => toListedTransmission(row, way)), partial: rows.length >= CUT };
}

/** Lists of these narrow parameters are short: what they lack is cheaper to complete than to list by program. */
export const NARROW = ['program_id', 'contact_id', 'campaign_id'];
/** What a program's own list does not embed. */
export const EMBEDDED = ['contact', 'account'];

/** The list of transmissions, program by program where the program is selected: rows do not tell theirs. */
export function transmissionPage(way: Way) {
  const list = listTransmissions(way);
  return async ({ params, wanted }: ListRequest, asking: Asking): Promise<Page<Transmission>> => {
    const query = Object.fromEntries(
      [...NARROW, 'account_id', 'status', 'direction', 'service_flag'].flatMap((name) => {
        const value = paramOf(params, name);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
    const read = async (): Promise<Page<Transmission>> => {
      const { program_id: program, ...rest } = query;
      if (program !== undefined && !Object.keys(rest).length && !EMBEDDED.some((column) => wanted.includes(column))) {
        const page = await listOfProgram(program, way, asking);
        // Of a program that was deleted only the list finds them.
        if (page) return page;
      }
      const byProgram = wanted.includes('program') && !NARROW.some((name) => name in query);
      return byProgram ? listByProgram(way, list, query, asking) : list(query, asking);
    };
    const [page, others] = await Promise.all([read(), carriedOtherwise(list, query, asking)]);
    const channel = SERVICES.find(([bit]) => String(bit) === query['service_flag'])?.[1];
    const rows = page.rows.filter(({ id }) => !others.has(id));
    const known = {
      ...(channel ? { channel } : {}),
      ...(query['program_id'] === undefined ? {} : { programKey: query['program_id'] }),
      ...(query['campaign_id'] === undefined ? {} : { campaignKey: query['campaign_id'] }),
    };
    return { ...page, rows: rows.map((row) => Object.assign({}, row, known)) };
  };
}

/** Beyond so many programs a list for each of them costs more than what it spares. */
export const MOST_PROGRAMS = 25;

/**
 * One list for each program, so that its rows are known to be its. Whose programs were deleted is in none of these
 * lists, so nobody can tell how many there are. Installations with a program for each fax get the plain list, and its
 * rows are told their programs afterwards: some more requests, but never one for each program.
 */
async function listByProgram(
  { call, upstream }: Way,
  list: ListTransmissions,
  query: TransmissionQuery,
  asking: Asking,
): Promise<Page<Transmission>> {
  const programs = (await call(programEndpoints.listPrograms, {}, asking)).map((row) => toListedProgram(row, upstream));
  if (programs.length > MOST_PROGRAMS) return list(query, asking);
  const pages = await readEach(
    programs.map(({ upstreamId }) => upstreamId),
    (program, together) => list({ ...query, program_id: program }, together),
    asking,
  );
  const rows = programs.flatMap((programRow) => {
    const programKey = programRow.upstreamId;
    return (pages.get(programKey)?.rows ?? []).map((row) => Object.assign({}, row, { programKey, programRow }));
  });
  return { rows, partial: true };
}

/** What a `service_flag` finds too although an earlier channel carries it: no server sets two bits, but may be sent them. */
async function carriedOtherwise(
  list: ListTransmissions,
  query: TransmissionQuery,
  asking: Asking,
): Promise<ReadonlySet<string>> {
  const [, channel] = SERVICES.find(([bit]) => String(bit) === query['service_flag']) ?? [];
  const without = (channel && flagsOf(channel)?.without) ?? [];
  const pages = await Promise.all(without.map((flag) => list({ ...query, service_flag: flag }, asking)));
  return new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id)));
}
