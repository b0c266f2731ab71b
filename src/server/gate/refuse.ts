import type { IncomingMessage, ServerResponse } from 'node:http';

import { GraphQLError } from 'graphql';

import { refuseBody, sendJson } from '../respond.js';
import type { GateRefusal } from './gate.js';

const STATUS: Readonly<Record<GateRefusal['code'], number>> = { RATE_LIMITED: 429, OVERLOADED: 503 };

/** Answers a request that may not enter; what it sent is not read. */
export function refuseEntry(request: IncomingMessage, response: ServerResponse, refusal: GateRefusal): void {
  const { code, message, retryAfterMs } = refusal;
  response.setHeader('retry-after', toSeconds(retryAfterMs));
  const body = { errors: [{ message, extensions: { code, retryAfterMs } }] };
  if (request.method === 'POST' && !request.complete) refuseBody(request, response, STATUS[code], body);
  else sendJson(response, STATUS[code], body);
}

/** The same for an operation whose cost is known only once it is parsed. */
export function toGateError({ code, message, retryAfterMs }: GateRefusal): GraphQLError {
  const http = { status: STATUS[code], headers: new Map([['retry-after', toSeconds(retryAfterMs)]]) };
  return new GraphQLError(message, { extensions: { code, retryAfterMs, http } });
}

function toSeconds(milliseconds: number): string {
  return String(Math.ceil(milliseconds / 1000));
}
