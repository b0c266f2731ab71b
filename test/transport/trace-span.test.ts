import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { withAuthorization } from '../../src/transport/access-token.js';
import { createConnect } from '../../src/transport/stack.js';
import { flushImmediate, request, response } from './scripted-exchange.js';

const exporter = new InMemorySpanExporter();
beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
});
afterAll(() => {
  context.disable();
  trace.disable();
});

test('a call that waited for its slot is below the span in which it was made, not below that of the call before it', async () => {
  const { exchange } = createConnect({
    tracing: { propagate: false },
    openPool: () => ({
      send: async () => {
        await flushImmediate();
        return response();
      },
      close: async () => undefined,
    }),
  })({
    upstream: 'pbx',
    origin: 'http://pbx',
    timeoutMs: 60_000,
    concurrency: 1,
    authorize: withAuthorization((each) => each),
  });
  const makers = ['/1', '/2'].map((path) => {
    const span = trace.getTracer('test').startSpan(path);
    const call = context.with(trace.setSpan(context.active(), span), () =>
      exchange(request({ path, operation: path })),
    );
    return { span, call };
  });
  await Promise.all(makers.map(({ call }) => call));
  const parents = exporter.getFinishedSpans().map((span) => span.parentSpanContext?.spanId);
  expect(parents).toEqual(makers.map(({ span }) => span.spanContext().spanId));
});
