import type { IncomingMessage, ServerResponse } from 'node:http';

import { refuseBody, sendError, toErrorBody } from '../respond.js';
import type { CallerRefusal } from './authenticate.js';

/** Answers a caller who is not known; what it sent is not read. */
export function refuseCaller(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message }: CallerRefusal,
): void {
  if (status === 401) response.setHeader('www-authenticate', 'Bearer');
  if (request.method === 'POST') refuseBody(request, response, status, toErrorBody(code, message));
  else sendError(response, status, code, message);
}
