import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { sendError, toErrorBody } from './respond.js';

const ANSWERS: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.'],
};

/** Answers what reaches no handler, in JSON like all other answers; Node by itself would answer without a body. */
export function answerMalformedRequests(server: Server): void {
  server.on('clientError', (error: Error & { readonly code?: string }, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const [status, message] = ANSWERS[error.code ?? ''] ?? ['400 Bad Request', 'This is not an HTTP request.'];
    endWithError(socket, status, message);
  });
  server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    response.setHeader('connection', 'close');
    sendError(response, 417, 'BAD_REQUEST', 'Of the expectations, only 100-continue is met.');
  });
  server.on('connect', (_: IncomingMessage, socket: Duplex) => {
    endWithError(socket, '405 Method Not Allowed', 'This server is no proxy.');
  });
}

function endWithError(socket: Duplex, status: string, message: string): void {
  const body = `${JSON.stringify(toErrorBody('BAD_REQUEST', message))}\n`;
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  // A client that resets the connection now must not end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
