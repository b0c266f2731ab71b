import type { IncomingMessage, ServerResponse } from 'node:http';

import type { AllowOrigin } from './cors.js';
import type { SendReadiness } from './readiness.js';
import type { ServedResponse } from './served-response.js';
import { sendResponse, sendError, sendJson } from './respond.js';

/** What answers the paths of the gateway. `search` is the query with its question mark, or ''. */
export interface Handlers {
  readonly graphql: (request: IncomingMessage, response: ServedResponse, search: string) => Promise<void>;
  /** The page for people who open `/graphql` in a browser; undefined: there is none. */
  readonly explorer: ((response: ServerResponse) => void) | undefined;
  /** GraphiQL and its files: false when there is no such file. */
  readonly graphiql:
    ((request: IncomingMessage, response: ServerResponse, file: string) => Promise<boolean>) | undefined;
  /** Signed URLs: `token` is what follows `/media/`. */
  readonly media: (request: IncomingMessage, response: ServerResponse, token: string) => Promise<void>;
  /** Present where `/metrics` is on this port. */
  readonly metrics: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  readonly readiness: SendReadiness;
  readonly isDraining: () => boolean;
  /** Whether requests with this `Host` are accepted. */
  readonly servesHost: (host: string | undefined) => boolean;
  /** Present where pages of other origins may ask. */
  readonly allowOrigin: AllowOrigin | undefined;
}

/** Finds the handler of a request; every error answer is JSON. */
export async function routeRequest(
  request: IncomingMessage,
  response: ServedResponse,
  handlers: Handlers,
): Promise<void> {
  if (!handlers.servesHost(request.headers.host)) {
    const message =
      'This gateway listens on this machine only and does not answer to that host; behind a proxy, set server.publicUrl.';
    sendError(response, 421, 'BAD_REQUEST', message);
    return;
  }
  // Before any other refusal: a page can read an answer only with these headers.
  if (handlers.allowOrigin?.(request, response)) return;
  const { method = 'GET', url = '/' } = request;
  const queryStart = url.indexOf('?');
  const path = queryStart < 0 ? url : url.slice(0, queryStart);
  const search = queryStart < 0 ? '' : url.slice(queryStart);
  const isRead = method === 'GET' || method === 'HEAD';
  if (path === '/graphql') {
    if (handlers.explorer && isRead && prefersPage(request, search)) handlers.explorer(response);
    else if (method !== 'POST' && method !== 'GET') {
      response.setHeader('allow', 'GET, POST');
      sendError(response, 405, 'BAD_REQUEST', 'GraphQL is asked with POST, or with GET for queries.');
    } else if (handlers.isDraining()) {
      sendError(response, 503, 'SHUTTING_DOWN', 'The gateway is shutting down; ask again.');
    } else await handlers.graphql(request, response, search);
    return;
  }
  if (handlers.explorer && path === '/' && isRead && prefersPage(request, search)) {
    sendResponse(response, 302, { location: '/graphql' }, '');
    return;
  }
  if (path.startsWith(MEDIA)) {
    await handlers.media(request, response, path.slice(MEDIA.length));
    return;
  }
  const isGraphiQL = handlers.graphiql && (path === '/graphiql' || path.startsWith('/graphiql/'));
  const isMetrics = handlers.metrics && path === '/metrics';
  const isKnownPath = path === '/healthz' || path === '/readyz' || (isGraphiQL ?? false) || (isMetrics ?? false);
  if (isKnownPath && !isRead) {
    response.setHeader('allow', 'GET, HEAD');
    sendError(response, 405, 'BAD_REQUEST', `${path} is read with GET`);
    return;
  }
  if (path === '/healthz') sendJson(response, 200, { status: 'alive' });
  else if (path === '/readyz') await handlers.readiness(request, response, handlers.isDraining());
  else if (isMetrics) await handlers.metrics(request, response);
  else if (!isGraphiQL || !(await handlers.graphiql(request, response, path.slice('/graphiql/'.length)))) {
    sendError(response, 404, 'NOT_FOUND', 'There is nothing at this path; GraphQL is at /graphql.');
  }
}

const MEDIA = '/media/';

/** Whether a request brings a file, which may take long. */
export function isUpload({ method, url = '/' }: IncomingMessage): boolean {
  return method === 'PUT' && url.startsWith(MEDIA);
}

/** Distinguishes a browser's address bar from a client that sends a query by GET. */
function prefersPage({ headers }: IncomingMessage, search: string): boolean {
  const accept = headers.accept ?? '';
  return accept.includes('text/html') && !/[?&](query|extensions|documentId)=/.test(search);
}
