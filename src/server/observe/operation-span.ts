import type { IncomingMessage } from 'node:http';

import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type TextMapGetter } from '@opentelemetry/api';

import type { OpenSpan } from './record.js';

/** Only these of the client's headers are read: baggage could hold anything. */
const TRACE_HEADERS = ['traceparent', 'tracestate'] as const;
const READ_TRACE_HEADER: TextMapGetter<IncomingMessage['headers']> = {
  keys: () => [...TRACE_HEADERS],
  get: (headers, name) => (TRACE_HEADERS.some((known) => known === name) ? headers[name] : undefined),
};

/** Opens the span of a request, below the client's own span if it told one. */
export function openOperationSpan({ headers }: IncomingMessage): OpenSpan {
  const parent = propagation.extract(ROOT_CONTEXT, headers, READ_TRACE_HEADER);
  const span = trace.getTracer('trunkline').startSpan('graphql', { kind: SpanKind.SERVER }, parent);
  return {
    traceContext: trace.setSpan(parent, span),
    end: ({ requestId, operationName, operationType, status, codes }) => {
      if (operationType !== 'none') {
        span.updateName(operationName === undefined ? operationType : `${operationType} ${operationName}`);
        span.setAttribute('graphql.operation.type', operationType);
      }
      if (operationName !== undefined) span.setAttribute('graphql.operation.name', operationName);
      if (requestId !== undefined) span.setAttribute('trunkline.request_id', requestId);
      span.setAttribute('http.response.status_code', status);
      if (codes.length > 0) {
        // Codes and no messages: those may repeat what the client sent.
        span.setAttribute('trunkline.error_codes', [...codes]);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
}
