import type { Asking } from '../../transport/exchange.js';
import { once } from './once.js';
import { programEndpoints } from './program-endpoints.js';
import type { WireListedProgram } from './program-row.js';
import type { Way } from './way.js';

/** All programs, read once in a request to the gateway: transmissions are told theirs by them, and then read them. */
export type ListPrograms = (asking: Asking) => Promise<readonly WireListedProgram[]>;

export function listPrograms({ call }: Way): ListPrograms {
  const readAll = once((_key, asking) => call(programEndpoints.listPrograms, {}, asking));
  return (asking) => readAll('', asking);
}
