import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CBaggagePropagator, W3CTraceContextPropagator, CompositePropagator } from '@opentelemetry/core';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { startServer, type TestServer } from '../../support/server.js';
import { SECRET, startLoopbackUpstream, type LoopbackUpstream } from '../test-provider.js';

const exporter = new InMemorySpanExporter();
const CLIENT_TRACE = '0af7651916cd43dd8448eb211c80319c';
const CLIENT_SPAN = 'b7ad6b7169203331';
const CLIENT_HEADERS = {
  traceparent: `00-${CLIENT_TRACE}-${CLIENT_SPAN}-01`,
  tracestate: 'vendor=1',
  baggage: 'who=canary-baggage',
};

/** The headers of requests that came to the provider. */
let headersSeen: Array<Record<string, unknown>> = [];
/** How many requests are answered with 503. */
let refusals = 0;
const recorder = createServer((request, response) => {
  headersSeen.push(request.headers);
  if (refusals > 0) response.statusCode = 503;
  refusals -= 1;
  setTimeout(() => response.end('["Anna"]'), 5);
});
let loopback: LoopbackUpstream;

beforeAll(async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(
    new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
  );
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
  loopback = await startLoopbackUpstream();
  await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  recorder.close();
  await loopback.close();
  for (const api of [context, propagation, trace]) api.disable();
});
beforeEach(() => {
  exporter.reset();
  [headersSeen, refusals] = [[], 0];
});

async function withServer(
  tracing: { readonly propagate: boolean } | undefined,
  use: (server: TestServer) => Promise<void>,
  compileAtUse?: number,
): Promise<void> {
  const { port } = recorder.address() as AddressInfo;
  const upstream = { ...loopback.upstream, baseUrl: `http://127.0.0.1:${port}`, concurrency: 1 };
  const serve = { isTracing: tracing !== undefined, ...(compileAtUse === undefined ? {} : { compileAtUse }) };
  const server = await startServer([upstream], { tracing, serve });
  try {
    await use(server);
  } finally {
    await server.stop();
  }
}

const isOperation = ({ kind }: ReadableSpan): boolean => kind === SpanKind.SERVER;

async function spansOnce(operations: number): Promise<{ operations: ReadableSpan[]; upstream: ReadableSpan[] }> {
  await vi.waitFor(() => {
    expect(exporter.getFinishedSpans().filter(isOperation)).toHaveLength(operations);
  });
  const spans = exporter.getFinishedSpans();
  return { operations: spans.filter(isOperation), upstream: spans.filter((span) => !isOperation(span)) };
}

describe('traces', () => {
  it.each([
    ['Apollo Server', 0],
    ['the lane', 1],
  ])('by %s: a span for the operation, below the client’s, and one below it for what was sent', async (_, use) => {
    await withServer(
      { propagate: false },
      async (server) => {
        await server.ask('query Named { call(path: "/secret-path?token=canary") }', {
          headers: { ...CLIENT_HEADERS, 'x-request-id': 'r1' },
        });
        const { operations, upstream } = await spansOnce(1);
        const [operation] = operations;
        expect(operation).toMatchObject({ name: 'query Named', parentSpanContext: { spanId: CLIENT_SPAN } });
        expect(operation?.status.code).toBe(SpanStatusCode.UNSET);
        expect(operation?.attributes).toEqual({
          'graphql.operation.type': 'query',
          'graphql.operation.name': 'Named',
          'trunkline.request_id': 'r1',
          'http.response.status_code': 200,
        });
        expect(upstream).toHaveLength(1);
        expect(upstream[0]?.spanContext().traceId).toBe(CLIENT_TRACE);
        expect(upstream[0]?.parentSpanContext?.spanId).toBe(operation?.spanContext().spanId);
        expect(upstream[0]?.attributes).toMatchObject({
          'http.request.method': 'GET',
          'server.address': '127.0.0.1',
          'http.response.status_code': 200,
          'trunkline.upstream': 'loopback',
        });
      },
      use,
    );
  });

  it('have the right parent where requests wait for each other', async () => {
    await withServer({ propagate: false }, async (server) => {
      const names = ['A', 'B', 'C', 'D', 'E', 'F'];
      await Promise.all(names.map((name) => server.ask(`query ${name} { call(path: "/${name}") }`)));
      const { operations, upstream } = await spansOnce(names.length);
      const nameOf = new Map(operations.map((span) => [span.spanContext().spanId, span.name]));
      const pairs = upstream.map(({ attributes, parentSpanContext }) => [
        attributes['trunkline.operation'],
        nameOf.get(parentSpanContext?.spanId ?? ''),
      ]);
      expect(pairs.sort()).toEqual(names.map((name) => [`/${name}`, `query ${name}`]));
    });
  });

  it('have one for each try, which says how often it was sent before', async () => {
    await withServer({ propagate: false }, async (server) => {
      refusals = 2;
      await server.ask('{ call(path: "/x") }');
    });
    const { upstream } = await spansOnce(1);
    const tries = upstream.map(({ attributes, status }) => [
      attributes['http.response.status_code'],
      attributes['http.request.resend_count'],
      status.code,
    ]);
    expect(tries).toEqual([
      [503, undefined, SpanStatusCode.ERROR],
      [503, 1, SpanStatusCode.ERROR],
      [200, 2, SpanStatusCode.UNSET],
    ]);
  });

  it('send nothing of the trace to providers, unless that is wanted; and never baggage', async () => {
    for (const propagate of [false, true]) {
      await withServer({ propagate }, async (server) => {
        await server.ask('{ call(path: "/x") }', { headers: CLIENT_HEADERS });
      });
    }
    const { upstream } = await spansOnce(2);
    const sentIds = `00-${CLIENT_TRACE}-${upstream[1]?.spanContext().spanId ?? ''}-01`;
    expect(headersSeen.map(({ traceparent, tracestate, baggage }) => [traceparent, tracestate, baggage])).toEqual([
      [undefined, undefined, undefined],
      [sentIds, 'vendor=1', undefined],
    ]);
  });

  it('tell codes of errors, and neither messages nor credentials', async () => {
    await withServer({ propagate: false }, async (server) => {
      await server.ask('query Bad($v: String!) { broken(how: $v) }', {
        variables: { v: 'error' },
        headers: { authorization: 'Bearer canary-key', baggage: CLIENT_HEADERS.baggage },
      });
      const { operations } = await spansOnce(1);
      expect(operations[0]?.status).toEqual({ code: SpanStatusCode.ERROR });
      expect(operations[0]?.attributes['trunkline.error_codes']).toEqual(['INTERNAL']);
      const shown = operations.map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
      expect(JSON.stringify(shown)).not.toMatch(new RegExp(`canary|${SECRET}`));
    });
  });

  it('are not made unless they are wanted', async () => {
    await withServer(undefined, async (server) => {
      await server.ask('{ call(path: "/x") }', { headers: CLIENT_HEADERS });
    });
    expect(exporter.getFinishedSpans()).toEqual([]);
    expect(headersSeen[0]).not.toHaveProperty('traceparent');
  });
});
