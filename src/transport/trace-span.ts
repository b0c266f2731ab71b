import {
  context as activeContext,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type TextMapSetter,
} from '@opentelemetry/api';

import type { Interceptor, UpstreamRequest } from './exchange.js';
import { ProviderFailure } from './failure.js';

export interface TracingOptions {
  /** Send the trace context on to the provider, a third party. */
  readonly propagate: boolean;
}

/** Baggage of the process is none of a provider's business. */
const SET_TRACE_HEADER: TextMapSetter<Record<string, string>> = {
  set: (headers, name, value) => {
    if (name === 'traceparent' || name === 'tracestate') headers[name] = value;
  },
};

/**
 * Opens an OpenTelemetry span for every request that passes. It belongs below `trace`, which counts the tries. Spans hold
 * neither paths nor headers nor messages: all of these may be secret or personal.
 */
export function traceSpan({
  upstream,
  origin,
  propagate,
}: TracingOptions & { readonly upstream: string; readonly origin: string }): Interceptor {
  const { hostname } = new URL(origin);
  return (next) => async (request) => {
    const { operation, method, callOptions, attemptCounts } = request;
    // Not the active one alone: a request that waited for its slot is sent while another one ends.
    const parent = callOptions.traceContext ?? activeContext.active();
    const resends = (attemptCounts?.get(operation) ?? 1) - 1;
    const attributes = {
      'http.request.method': method,
      'server.address': hostname,
      'trunkline.upstream': upstream,
      'trunkline.operation': operation,
      ...(resends > 0 ? { 'http.request.resend_count': resends } : {}),
    };
    const span = trace.getTracer('trunkline').startSpan(method, { kind: SpanKind.CLIENT, attributes }, parent);
    const spanContext = trace.setSpan(parent, span);
    try {
      const response = await activeContext.with(spanContext, () =>
        next(propagate ? withTraceHeaders(request, spanContext) : request),
      );
      span.setAttribute('http.response.status_code', response.status);
      if (response.status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
      return response;
    } catch (error) {
      span.setAttribute('error.type', error instanceof ProviderFailure ? error.kind : 'aborted');
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  };
}

/**
 * Notes below which span a call without one was made. It may wait for a slot, and is then sent by what ends another call.
 */
export function keepTraceContext(): Interceptor {
  return (next) => (request) => {
    const { callOptions } = request;
    if (callOptions.traceContext) return next(request);
    return next({ ...request, callOptions: { ...callOptions, traceContext: activeContext.active() } });
  };
}

function withTraceHeaders(request: UpstreamRequest, spanContext: Context): UpstreamRequest {
  const headers = { ...request.headers };
  propagation.inject(spanContext, headers, SET_TRACE_HEADER);
  return { ...request, headers };
}
