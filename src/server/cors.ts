import type { IncomingMessage, ServerResponse } from 'node:http';

import cors from 'cors';

/** Which web pages of other origins may ask. */
export interface CorsOptions {
  /** As browsers send them; `*`: all. */
  readonly origins: readonly string[];
  readonly maxAgeSeconds: number;
  readonly credentials: boolean;
}

/** Writes what lets a page read the answer; true: the request was a preflight and is answered. */
export type AllowOrigin = (request: IncomingMessage, response: ServerResponse) => boolean;

/** What a page may read of an answer besides the headers that any page may read. */
const EXPOSED_HEADERS = ['x-request-id', 'retry-after', 'www-authenticate', 'content-disposition'];

/** Lets pages of these origins ask GraphQL, and read and write files by signed URLs. */
export function createCors({ origins, maxAgeSeconds, credentials }: CorsOptions): AllowOrigin {
  const apply = cors<IncomingMessage>({
    origin: origins.includes('*') ? '*' : [...origins],
    // HEAD needs no permission, and there is nothing else that this server answers.
    methods: ['GET', 'POST', 'PUT'],
    // Headers that are asked for are allowed: a caller's own credential may have any name in the config.
    exposedHeaders: EXPOSED_HEADERS,
    credentials,
    maxAge: maxAgeSeconds,
  });
  return (request, response) => {
    const isOptions = request.method === 'OPTIONS';
    // A page asks with this header; other clients get the answer that OPTIONS gets without `cors`.
    if (isOptions && request.headers['access-control-request-method'] === undefined) return false;
    apply(request, response, () => undefined);
    return isOptions;
  };
}
