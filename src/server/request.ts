import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Context } from '../graph/context.js';
import type { Asking, Attempt } from '../transport/exchange.js';
import { createCounter, type Counter } from './tally.js';

/** What the server knows of one request while it is answered. */
export interface ServedRequest {
  /** For logs and for whoever reports an error: the client's own `x-request-id` where it sent a plain one. */
  readonly id: string;
  /** What went to the wire, when the client wants it explained. */
  readonly attempts: Attempt[] | undefined;
  /** Whether the client wants the plan and no answer. */
  readonly isPlanned: boolean;
  /** What went to the wire, counted. */
  readonly tally: Counter['tally'];
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
  /** What goes down with every call to an upstream. */
  readonly asking: Asking;
  /** From here on the client may go: what changes something is carried through. */
  readonly keepGoing: () => void;
}

/** A resolver's context, and what the server's plugins need beside it. */
export interface ServedContext extends Context {
  readonly request: ServedRequest;
}

const PLAIN_ID = /^[\w.:-]{8,128}$/;

/** Reads the headers that are the server's own and watches for the client's going. */
export function createRequest({ headers }: IncomingMessage, response: ServerResponse): ServedRequest {
  const gone = new AbortController();
  const listener = (): void => {
    if (!response.writableFinished) gone.abort(new Error('the client has gone'));
  };
  response.once('close', listener);
  const given = headers['x-request-id'];
  const attempts: Attempt[] | undefined = headers['x-trunkline-explain'] === '1' ? [] : undefined;
  const counter = createCounter();
  const fresh = /\bno-cache\b/i.test(headers['cache-control'] ?? '');
  return {
    id: typeof given === 'string' && PLAIN_ID.test(given) ? given : randomUUID(),
    attempts,
    // Who says it in another way must not find that it was done.
    isPlanned: !['0', '', undefined].includes(headers['x-trunkline-plan']?.toString().trim()),
    tally: counter.tally,
    gone: gone.signal,
    asking: {
      signal: gone.signal,
      note: (attempt: Attempt) => {
        counter.note(attempt);
        attempts?.push(attempt);
      },
      ...(fresh ? { fresh } : {}),
    },
    keepGoing: () => void response.off('close', listener),
  };
}
