import type { ServerResponse } from 'node:http';

/**
 * Cuts the connection of a client that does not read its answer: after this time without one byte being taken. Until then the
 * whole answer is in memory, and with it whatever else the client has asked for on this connection.
 */
export function cutSlowReader(response: ServerResponse, idleMs: number): void {
  // Most answers are taken at once, and then no timer is needed.
  response.once('prefinish', () => {
    if (response.writableLength === 0) return;
    // The timer of the socket: each byte that is taken restarts it.
    response.setTimeout(idleMs, () => response.destroy());
  });
}
