import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { LOCAL_PRINCIPAL } from '../../../src/graph/request/principal.js';
import type { Authenticate } from '../../../src/server/auth/authenticate.js';
import { startServer, type TestServer } from '../../support/server.js';
import { SECRET, startLoopbackUpstream, type LoopbackUpstream } from '../test-provider.js';

let loopback: LoopbackUpstream;
let server: TestServer;

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream], { serve: { metrics: {}, accessLog: true } });
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

const textOf = async (): Promise<string> => (await server.fetch('/metrics')).text;
const logged = () => server.lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('metrics', () => {
  it('count requests by kind and outcome, and what went to providers', async () => {
    await server.ask('query Named { contacts { totalCount } }', { headers: { 'x-request-id': 'q1' } });
    await server.ask('{ nothing }');
    await server.ask('{ broken(how: "input") }');
    await server.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'no JSON',
    });
    await vi.waitFor(async () => {
      const text = await textOf();
      expect(text).toContain('trunkline_requests_total{type="query",code="OK"} 1');
      expect(text).toContain('trunkline_requests_total{type="query",code="BAD_USER_INPUT"} 1');
      expect(text).toContain('code="GRAPHQL_VALIDATION_FAILED"} 1');
      expect(text).toContain('trunkline_requests_total{type="none",code="BAD_REQUEST"} 1');
      expect(text).toContain(
        'trunkline_upstream_requests_total{upstream="loopback",operation="/contacts",outcome="2xx",attempt="1"} 1',
      );
      expect(text).toContain('trunkline_upstream_state{upstream="loopback",state="UNKNOWN"} 1');
      expect(text).toContain('trunkline_request_duration_seconds_count{type="query"} 2');
      expect(text).toMatch(/trunkline_requests_in_flight 0/);
      expect(text).toMatch(/trunkline_heap_used_bytes \d+/);
      expect(text).toMatch(/trunkline_event_loop_lag_seconds \d/);
      expect(text).not.toContain(SECRET);
    });
    // Asked again, it counts nothing twice.
    const again = await textOf();
    expect(again).toContain('trunkline_requests_total{type="query",code="OK"} 1');
    expect(again).toContain('operation="/contacts",outcome="2xx",attempt="1"} 1');
  });

  it('are read with GET only, and are not there unless they are wanted', async () => {
    expect((await server.fetch('/metrics', { method: 'POST' })).status).toBe(405);
    const without = await startServer([loopback.upstream]);
    const answer = await without.fetch('/metrics');
    expect([answer.status, answer.errors?.[0]?.extensions]).toEqual([404, { code: 'NOT_FOUND' }]);
    await without.stop();
  });

  it('are for callers with the scope admin, where callers are known', async () => {
    const authenticate: Authenticate = ({ headersDistinct }) => {
      const [scope] = headersDistinct['x-scope'] ?? [];
      if (scope === undefined) return { is: 'refused', status: 401, code: 'UNAUTHENTICATED', message: 'Who are you?' };
      return {
        is: 'known',
        principal: { ...LOCAL_PRINCIPAL, scopes: new Set([scope === 'admin' ? 'admin' : 'read']) },
      };
    };
    const guarded = await startServer([loopback.upstream], { authenticate, serve: { metrics: {} } });
    const statusFor = async (headers: Record<string, string>) => (await guarded.fetch('/metrics', { headers })).status;
    expect([
      await statusFor({}),
      await statusFor({ 'x-scope': 'read' }),
      await statusFor({ 'x-scope': 'admin' }),
    ]).toEqual([401, 403, 200]);
    await guarded.stop();
  });

  it('have a port of their own, and then are not on the main one', async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    const apart = await startServer([loopback.upstream], { serve: { metrics: { port } } });
    expect((await apart.fetch('/metrics')).status).toBe(404);
    const own = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect([own.status, await own.text()]).toEqual([200, expect.stringContaining('trunkline_requests_in_flight')]);
    expect((await fetch(`http://127.0.0.1:${port}/graphql`)).status).toBe(404);
    await apart.stop();
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });
});

describe('the access log', () => {
  it('tells who asked what by name, how it ended and what it took, and no values', async () => {
    await server.ask('query Two { contacts(filter: { email: { eq: "anna@example.com" } }) { totalCount } }', {
      headers: { 'x-request-id': 'r' },
    });
    await vi.waitFor(() => {
      expect(logged()).toContainEqual({
        level: 'info',
        time: expect.any(String) as string,
        requestId: 'r',
        principal: '',
        operation: 'Two',
        type: 'query',
        status: 200,
        codes: [],
        upstreamRequests: 1,
        ms: expect.any(Number) as number,
        msg: 'request',
      });
    });
    expect(server.lines.join('')).not.toContain('anna@example.com');
  });

  it('is off unless it is wanted', async () => {
    const quiet = await startServer([loopback.upstream]);
    await quiet.ask('{ __typename }');
    await quiet.stop();
    expect(quiet.lines).toEqual([]);
  });
});
