import type { CallOptions } from '../../../transport/exchange.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { sharePerRequest } from '../shared/reads/share-per-request.js';
import { programEndpoints } from './endpoints.js';
import type { WireListedProgram } from './columns.js';
import type { Session } from '../session.js';

/** Reads all programs once in a request to the gateway: finding the programs of transmissions and reading them share the list. */
export type ProgramListLoader = (callOptions: CallOptions) => Promise<readonly WireListedProgram[]>;

export function createProgramListLoader(session: Session): ProgramListLoader {
  const asListed = (wire: WireListedProgram): WireListedProgram => wire;
  const readAll = sharePerRequest((_key, callOptions) =>
    collectRows(listInPages(session, programEndpoints.list, {}, asListed, callOptions)),
  );
  return (callOptions) => readAll('', callOptions);
}
