import type { CallOptions } from '../../../transport/exchange.js';
import { sharePerRequest } from '../shared/reads/share-per-request.js';
import { programEndpoints } from './endpoints.js';
import type { WireListedProgram } from './columns.js';
import type { Session } from '../session.js';

/** Reads all programs once in a request to the gateway: finding the programs of transmissions and reading them share the list. */
export type ProgramListLoader = (callOptions: CallOptions) => Promise<readonly WireListedProgram[]>;

export function createProgramListLoader({ call }: Session): ProgramListLoader {
  const readAll = sharePerRequest((_key, callOptions) => call(programEndpoints.list, {}, callOptions));
  return (callOptions) => readAll('', callOptions);
}
