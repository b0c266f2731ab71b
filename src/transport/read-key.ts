import type { Request } from './exchange.js';

/** The same for reads that ask the same in every byte, headers and body included. */
export function readKeyOf({ method, path, headers, body }: Request): string {
  const named = Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1));
  const bytes = typeof body === 'string' ? body : body && [body.toString('base64')];
  return JSON.stringify([method, path, named, bytes]);
}
