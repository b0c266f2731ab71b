import type { UpstreamRequest } from './exchange.js';

/** A key that is equal for reads that are equal in every byte, headers and body included. */
export function requestKeyOf({ method, path, headers, body }: UpstreamRequest): string {
  const bytes = typeof body === 'string' ? body : body && [body.toString('base64')];
  return `${method} ${path} ${keyOfHeaders(headers)} ${bytes === undefined ? '' : JSON.stringify(bytes)}`;
}

/** Requests without a body share the headers of their provider. */
const headerKeys = new WeakMap<UpstreamRequest['headers'], string>();

function keyOfHeaders(headers: UpstreamRequest['headers']): string {
  let key = headerKeys.get(headers);
  if (key === undefined) {
    key = JSON.stringify(Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1)));
    headerKeys.set(headers, key);
  }
  return key;
}
