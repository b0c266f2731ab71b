import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Context } from '../graph/request/context.js';
import type { CallOptions, Attempt } from '../transport/exchange.js';
import { createRequestCounter, type RequestCounter } from './request-counter.js';

/** What the server knows of one request while it is answered. */
export interface ServedRequest {
  /** For logs and for whoever reports an error: the client's own `x-request-id` where it sent a plain one. */
  readonly id: string;
  /** What went to the wire, when the client wants it explained. */
  readonly attempts: Attempt[] | undefined;
  /** Whether the client wants the plan and no answer. */
  readonly isPlanOnly: boolean;
  /** What went to the wire, counted. */
  readonly requestCounts: RequestCounter['counts'];
  /** Aborted when the client has gone. */
  readonly clientSignal: AbortSignal;
  /** What goes down with every call to an upstream. */
  readonly callOptions: CallOptions;
  /** From here on the client may go: what changes something is carried through. */
  readonly ignoreDisconnect: () => void;
}

/** A resolver's context, and what the server's plugins need beside it. */
export interface ServedContext extends Context {
  readonly request: ServedRequest;
}

const CLIENT_REQUEST_ID = /^[\w.:-]{8,128}$/;

/** Reads the headers that are the server's own and watches for the client's going. */
export function createServedRequest({ headers }: IncomingMessage, response: ServerResponse): ServedRequest {
  const disconnected = new AbortController();
  const listener = (): void => {
    if (!response.writableFinished) disconnected.abort(new Error('the client has gone'));
  };
  response.once('close', listener);
  const clientRequestId = headers['x-request-id'];
  const attempts: Attempt[] | undefined = headers['x-trunkline-explain'] === '1' ? [] : undefined;
  const counter = createRequestCounter();
  const bypassCache = /\bno-cache\b/i.test(headers['cache-control'] ?? '');
  return {
    id: typeof clientRequestId === 'string' && CLIENT_REQUEST_ID.test(clientRequestId) ? clientRequestId : randomUUID(),
    attempts,
    // Who says it in another way must not find that it was done.
    isPlanOnly: !['0', '', undefined].includes(headers['x-trunkline-plan']?.toString().trim()),
    requestCounts: counter.counts,
    clientSignal: disconnected.signal,
    callOptions: {
      signal: disconnected.signal,
      onAttempt: (attempt: Attempt) => {
        counter.count(attempt);
        attempts?.push(attempt);
      },
      ...(bypassCache ? { bypassCache } : {}),
    },
    ignoreDisconnect: () => void response.off('close', listener),
  };
}
