import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import type { GraphQLFormattedError, OperationDefinitionNode } from 'graphql';

import type { Context } from '../graph/request/context.js';
import type { Principal } from '../graph/request/principal.js';
import { CancelToken, type CancelSignal } from '../transport/cancel-token.js';
import { createCallOptions, type CallOptions, type Attempt } from '../transport/exchange.js';
import { copyAttempt } from '../transport/trace.js';
import type { Observation } from './observe/record.js';
import type { ServedResponse } from './served-response.js';
import { createRequestCounter, type RequestCounter } from './request-counter.js';

/** A result that Apollo Server does not encode, since others should have their turn meanwhile. */
export interface LongAnswer {
  readonly result: AnswerResult;
  readonly operation: OperationDefinitionNode | undefined;
}

/** What the server knows of one request while it is answered. */
export interface ServedRequest {
  /** For logs and error reports: the client's own `x-request-id`, if it sent a valid one. */
  readonly id: string;
  /** Who asks. */
  readonly principal: Principal;
  /** What went to the wire, if the client requested an explanation. */
  readonly attempts: Attempt[] | undefined;
  /** Whether the client requested the plan only. */
  readonly isPlanOnly: boolean;
  /** What is found out of it, where somebody is told. */
  readonly observation: Observation | undefined;
  /** How many requests went to the wire. */
  readonly sentRequests: () => number;
  /** What went to the wire, counted. */
  readonly requestCounts: RequestCounter['counts'];
  /** Aborted when the client disconnects. */
  readonly clientSignal: CancelSignal;
  /** Passed to every call to an upstream. */
  readonly callOptions: CallOptions;
  /** From here on the client may disconnect: a write is completed anyway. */
  readonly ignoreDisconnect: () => void;
  /** Present where Apollo Server does not encode the answer. */
  longAnswer?: LongAnswer;
}

/** A resolver's context, with what the server's plugins need in addition. */
export interface ServedContext extends Context {
  readonly request: ServedRequest;
  /** Present where the caller sent a document to ask for it by its hash later. */
  readonly registerDocument?: (() => void) | undefined;
}

/** The members of an answer, before they become text. */
export interface AnswerResult {
  data?: unknown;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Readonly<Record<string, unknown>>;
}

const CLIENT_IS_GONE = new Error('the client has gone');
const CLIENT_REQUEST_ID = /^[\w.:-]{1,128}$/;

/** Reads the server's own headers and watches for the client to disconnect. */
export function createServedRequest(
  { headers }: IncomingMessage,
  response: ServedResponse,
  principal: Principal,
  observation?: Observation,
): ServedRequest {
  const disconnected = new CancelToken();
  let heedsDisconnect = true;
  response.atClose(() => {
    if (heedsDisconnect && !response.writableFinished) disconnected.abort(CLIENT_IS_GONE);
  });
  const clientRequestId = headers['x-request-id'];
  const attempts: Attempt[] | undefined = headers['x-trunkline-explain'] === '1' ? [] : undefined;
  const counter = createRequestCounter();
  const { 'cache-control': cacheControl } = headers;
  const bypassCache = cacheControl !== undefined && /\bno-cache\b/i.test(cacheControl);
  const request: ServedRequest = {
    id: typeof clientRequestId === 'string' && CLIENT_REQUEST_ID.test(clientRequestId) ? clientRequestId : randomUUID(),
    principal,
    attempts,
    // Any other value counts as a plan too: a client that spelt it differently must not find that the operation ran.
    isPlanOnly: !['0', '', undefined].includes(headers['x-trunkline-plan']?.toString().trim()),
    observation,
    sentRequests: counter.sent,
    requestCounts: counter.counts,
    clientSignal: disconnected,
    callOptions: createCallOptions({
      signal: disconnected,
      onAttempt: (attempt: Attempt) => {
        counter.count(attempt);
        attempts?.push(copyAttempt(attempt));
      },
      traceContext: observation?.traceContext,
      bypassCache,
    }),
    ignoreDisconnect: () => {
      heedsDisconnect = false;
    },
  };
  if (observation) observation.request = request;
  return request;
}
