import type { Socket } from 'node:net';

import type { ServedResponse } from './served-response.js';

const queuedOf = new WeakMap<Socket, Set<ServedResponse>>();

/**
 * Ends a response that waits behind another one on its connection (pipelining) as soon as the connection ends. Node 20 tells
 * that only to the response whose turn it is: the others would count as requests in flight for ever.
 */
export function endWithConnection(response: ServedResponse, connection: Socket): void {
  const hasItsTurn = response.socket !== null;
  if (hasItsTurn) return;
  const queued = queuedOf.get(connection) ?? watchConnection(connection);
  queued.add(response);
  response.once('socket', () => queued.delete(response));
}

/** One listener for all that wait: there may be many. */
function watchConnection(connection: Socket): Set<ServedResponse> {
  const queued = new Set<ServedResponse>();
  queuedOf.set(connection, queued);
  connection.once('close', () => {
    for (const response of queued) {
      response.destroyed = true;
      if (!response.isOver) response.emit('close');
    }
    queued.clear();
  });
  return queued;
}
