import type { IncomingMessage, ServerResponse } from 'node:http';

import { sendError } from './respond.js';

/** How long a body may take, in milliseconds: from its beginning to its end, or from one piece of it to the next. */
export type BodyTimeout = { readonly totalMs: number } | { readonly idleMs: number };

/**
 * Ends a request whose body comes too slowly with a 408. Node's own limit is the same for all requests: it would either
 * cut long uploads or let a small body take hours.
 */
export function enforceBodyTimeout(request: IncomingMessage, response: ServerResponse, timeout: BodyTimeout): void {
  const expire = (): void => {
    if (request.complete || request.destroyed) return;
    if (response.headersSent) {
      request.destroy();
      return;
    }
    response.setHeader('connection', 'close');
    // Readers of the body must get an error, because the rest does not come.
    response.once('finish', () => request.destroy());
    sendError(response, 408, 'BAD_REQUEST', 'The request took too long to arrive.');
  };
  const stopTimer =
    'totalMs' in timeout ? startTotalTimer(timeout.totalMs, expire) : startIdleTimer(request, timeout.idleMs, expire);
  request.once('end', stopTimer).once('close', stopTimer);
}

function startTotalTimer(totalMs: number, expire: () => void): () => void {
  const timer = setTimeout(expire, totalMs);
  return () => {
    clearTimeout(timer);
  };
}

/** The socket's own timer, which every received byte restarts, whether it is read or not. */
function startIdleTimer(request: IncomingMessage, idleMs: number, expire: () => void): () => void {
  const { socket } = request;
  request.setTimeout(idleMs, expire);
  return () => {
    socket.setTimeout(0);
  };
}
