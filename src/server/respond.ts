import type { IncomingMessage, ServerResponse } from 'node:http';

/** Sends a whole answer. */
export function sendResponse(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer | readonly Buffer[],
): void {
  if (response.destroyed || response.headersSent) return;
  const isWhole = typeof body === 'string' || Buffer.isBuffer(body);
  const length = isWhole ? Buffer.byteLength(body) : body.reduce((sum, part) => sum + part.length, 0);
  response.writeHead(status, { ...headers, ...SECURITY_HEADERS, 'content-length': String(length) });
  if (isWhole) {
    response.write(body, encodingOf(body, length));
    // After it is on its way: an end at once is a second, empty piece, and two pieces take longer to send than one.
    process.nextTick(() => response.end());
    return;
  }
  for (const part of body) response.write(part);
  response.end();
}

/** A text without other characters than those of ASCII is copied as it is. */
function encodingOf(part: string | Buffer, bytes: number | undefined): 'latin1' | 'utf8' {
  return part.length === bytes ? 'latin1' : 'utf8';
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
  response.writeHead(status, {
    ...JSON_HEADERS,
    ...SECURITY_HEADERS,
    connection: 'close',
    'content-length': String(Buffer.byteLength(body)),
  });
  response.write(body);
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, DISCARD_MS);
  request.once('end', end).once('close', end).resume();
}

const DISCARD_MS = 1000;
const SECURITY_HEADERS = { 'x-content-type-options': 'nosniff' };
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

function toJsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
