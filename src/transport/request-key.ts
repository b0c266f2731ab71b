import type { UpstreamRequest } from './exchange.js';

/** A key that is equal for reads that are equal in every byte, headers and body included. */
export function requestKeyOf({ method, path, headers, body }: UpstreamRequest): string {
  const sortedHeaders = Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1));
  const bytes = typeof body === 'string' ? body : body && [body.toString('base64')];
  return JSON.stringify([method, path, sortedHeaders, bytes]);
}
