import type { IncomingMessage } from 'node:http';

import { sendError } from './respond.js';
import { isUpload } from './router.js';
import type { ServedResponse } from './served-response.js';

export interface BodyTimeouts {
  /** Called once a response is over: its body may still be on its way, and node reads it to its end. */
  readonly watchRest: (response: ServedResponse) => void;
  readonly stop: () => void;
}

/**
 * Ends requests whose body takes longer than this, from its beginning to its end, with a 408; uploads have a limit of their
 * own. Node's own limit is the same for all requests: it would either cut long uploads or let a small body take hours. All are
 * looked at together now and then, which costs less than a timer for each.
 */
export function createBodyTimeouts(
  openResponses: Iterable<ServedResponse>,
  { totalMs, checkIntervalMs }: { readonly totalMs: number; readonly checkIntervalMs: number },
): BodyTimeouts {
  const answered = new Set<ServedResponse>();
  const check = (): void => {
    const oldest = performance.now() - totalMs;
    for (const response of openResponses)
      if (response.askedAt <= oldest && !isUpload(response.req)) expire(response.req, response);
    for (const response of answered) {
      if (response.askedAt <= oldest && !response.req.complete) response.req.destroy();
      if (response.req.complete || response.req.destroyed) answered.delete(response);
    }
  };
  const timer = setInterval(check, checkIntervalMs).unref();
  return {
    watchRest: (response) => {
      const { req: request } = response;
      if (!request.complete && !request.destroyed && !isUpload(request)) answered.add(response);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}

/**
 * Ends an upload with a 408 that stands still for so long. The timer is the socket's own, which every received byte restarts,
 * whether it is read or not.
 */
export function limitIdleUpload(request: IncomingMessage, response: ServedResponse, idleMs: number): void {
  const { socket } = request;
  request.setTimeout(idleMs, () => {
    expire(request, response);
  });
  const stopTimer = (): void => void socket.setTimeout(0);
  request.once('end', stopTimer).once('close', stopTimer);
}

function expire(request: IncomingMessage, response: ServedResponse): void {
  if (request.complete || request.destroyed || response.isOverdue) return;
  response.isOverdue = true;
  if (response.headersSent) {
    request.destroy();
    return;
  }
  response.setHeader('connection', 'close');
  // Readers of the body must get an error, because the rest does not come.
  response.once('finish', () => request.destroy());
  sendError(response, 408, 'BAD_REQUEST', 'The request took too long to arrive.');
}
