import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import type { Authenticate } from './auth/authenticate.js';
import { refuseCaller } from './auth/refuse-caller.js';
import type { Metrics } from './observe/metrics.js';
import { answerMalformedRequests } from './malformed.js';
import { sendError, sendResponse } from './respond.js';

/** Answers `/metrics` on the main port: for callers with the scope `admin`. */
export function createMetricsHandler(
  metrics: Metrics,
  authenticate: Authenticate,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const authentication = await authenticate(request);
    if (authentication.is === 'refused') refuseCaller(request, response, authentication);
    else if (!authentication.principal.scopes.has('admin')) {
      sendError(response, 403, 'FORBIDDEN', 'Metrics are for callers with the scope "admin".');
    } else await sendMetrics(metrics, response);
  };
}

/** Serves `/metrics` alone on a port of its own, which a firewall keeps to those who watch. */
export async function serveMetrics(
  metrics: Metrics,
  { host, port, servesHost }: { host: string; port: number; servesHost: (host: string | undefined) => boolean },
): Promise<Server> {
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    if (!servesHost(request.headers.host)) sendError(response, 421, 'BAD_REQUEST', 'Not the host that listens here.');
    else if (request.url !== '/metrics') sendError(response, 404, 'NOT_FOUND', 'Only /metrics is here.');
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendError(response, 405, 'BAD_REQUEST', '/metrics is read with GET');
    } else {
      sendMetrics(metrics, response).catch(() => {
        sendError(response, 500, 'INTERNAL', 'The metrics could not be read.');
      });
    }
  });
  answerMalformedRequests(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

async function sendMetrics(metrics: Metrics, response: ServerResponse): Promise<void> {
  const text = await metrics.render();
  sendResponse(response, 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }, text);
}
