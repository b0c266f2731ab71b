import type { IncomingMessage, ServerResponse } from 'node:http';

import { encodeUtf8 } from '../transport/utf8.js';
import { ServedResponse } from './served-response.js';

/** Sends a whole answer. */
export function sendResponse(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer | readonly Buffer[],
): void {
  if (response.destroyed || response.headersSent) return;
  if (typeof body !== 'string' && !Buffer.isBuffer(body)) {
    const length = body.reduce((sum, part) => sum + part.length, 0);
    response.writeHead(status, listHeaders(response, headers, length));
    for (const part of body) response.write(part);
    response.end();
    return;
  }
  if (typeof body === 'string' && body.length <= SHORT_LENGTH) {
    const length = Buffer.byteLength(body);
    response.writeHead(status, listHeaders(response, headers, length));
    // It goes out in one piece with the head, and node copies it as it is if it is ASCII.
    response.write(body, body.length === length ? 'latin1' : 'utf8');
  } else {
    const bytes = typeof body === 'string' ? encodeUtf8(body) : body;
    response.writeHead(status, listHeaders(response, headers, bytes.length));
    response.write(bytes);
  }
  // After it is on its way: an end at once is a second, empty piece, and two pieces take longer to send than one.
  process.nextTick(() => response.end());
}

const SHORT_LENGTH = 2048;

/** Names and values in turn: node reads such a list without making an object of it first. */
function listHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>, length: number): string[] {
  const list = ['x-content-type-options', 'nosniff', 'content-length', String(length)];
  if (response instanceof ServedResponse && response.requestId !== undefined)
    list.push('x-request-id', response.requestId);
  for (const name in headers) list.push(name, headers[name] ?? '');
  return list;
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendResponse(response, status, JSON_HEADERS, toJsonLine(value));
}

/** An answer in the shape of a GraphQL error; `message` is one sentence for people. */
export function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  sendJson(response, status, toErrorBody(code, message));
}

export function toErrorBody(code: string, message: string): object {
  return { errors: [{ message, extensions: { code } }] };
}

/**
 * Answers a request whose body is not needed and discards the rest of it for a while: a socket that is closed with
 * unread bytes is reset, and the client would not get the answer.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse, status: number, value: object): void {
  const body = toJsonLine(value);
  const headers = { ...JSON_HEADERS, connection: 'close' };
  response.writeHead(status, listHeaders(response, headers, Buffer.byteLength(body)));
  response.write(body);
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, DISCARD_MS);
  request.once('end', end).once('close', end).resume();
}

const DISCARD_MS = 1000;
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

function toJsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
