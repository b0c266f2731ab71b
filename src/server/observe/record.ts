import type { IncomingMessage } from 'node:http';

import type { Context as TraceContext } from '@opentelemetry/api';

import type { Principal } from '../../graph/request/principal.js';
import type { ServedResponse } from '../served-response.js';

/** What is told of one request of GraphQL once its answer has been taken. Nothing of it is personal. */
export interface RequestRecord {
  readonly requestId: string | undefined;
  /** The name of the caller's key or token. */
  readonly principal: string | undefined;
  readonly operationName: string | undefined;
  readonly operationType: string;
  readonly status: number;
  /** Codes of its errors, each once. */
  readonly codes: readonly string[];
  /** Requests that went to providers for it. */
  readonly upstreamRequests: number;
  readonly elapsedMs: number;
}

export type RecordRequest = (record: RequestRecord) => void;

/** The span of one request while it is answered. */
export interface OpenSpan {
  /** Spans of requests to providers are below this. */
  readonly traceContext: TraceContext;
  readonly end: RecordRequest;
}

/** What is found out of a request while it is answered. */
export interface Observation {
  /** The trace that it is part of, where there is tracing. */
  readonly traceContext?: TraceContext | undefined;
  /** Once its caller is known. */
  request?: { readonly id: string; readonly principal: Principal; readonly sentRequests: () => number };
  operationName?: string | undefined;
  operationType?: string;
  codes?: readonly string[];
}

export type Observe = (request: IncomingMessage, response: ServedResponse) => Observation;

/** Code of a refusal before any document was read. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'RATE_LIMITED',
  503: 'OVERLOADED',
};

/** Tells these of every request; undefined where there is nobody to tell. */
export function createObserve(
  recorders: readonly RecordRequest[],
  openSpan?: (request: IncomingMessage) => OpenSpan,
): Observe | undefined {
  if (recorders.length === 0 && !openSpan) return undefined;
  return (incoming, response) => {
    const span = openSpan?.(incoming);
    const observation: Observation = span ? { traceContext: span.traceContext } : {};
    response.atClose(() => {
      const { request, operationName, operationType = 'none', codes } = observation;
      const { statusCode: status } = response;
      const record = {
        requestId: request?.id,
        principal: request?.principal.name,
        operationName,
        operationType,
        status,
        codes: codes ?? (status < 400 ? [] : [CODE_OF_STATUS[status] ?? 'BAD_REQUEST']),
        upstreamRequests: request?.sentRequests() ?? 0,
        elapsedMs: performance.now() - response.askedAt,
      };
      for (const recordRequest of recorders) recordRequest(record);
      span?.end(record);
    });
    return observation;
  };
}
