import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startServer, type TestServer } from '../support/server.js';
import { openRaw } from './raw-http.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

let loopback: LoopbackUpstream;
let server: TestServer;
beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream]);
});
afterAll(async () => {
  await server.stop();
  await loopback.close();
});

const BODY = JSON.stringify({ query: '{ __typename }' });

async function ask(start: string, host = 'localhost', body = ''): Promise<string> {
  const raw = await openRaw(server.url);
  const type = body && 'content-type: application/json\r\n';
  raw.write(
    `${start} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n${type}content-length: ${body.length}\r\n\r\n${body}`,
  );
  return raw.closed;
}

describe('a target in absolute form', () => {
  test.each(['http://localhost', 'http://127.0.0.1:4000', 'HTTP://LOCALHOST', 'https://localhost'])(
    'is answered as its path is (%s)',
    async (origin) => {
      expect(await ask(`POST ${origin}/graphql`, 'localhost', BODY)).toContain('{"data":{"__typename":"Query"}}');
      expect(await ask(`GET ${origin}/healthz?a=http://x`)).toMatch(/^HTTP\/1.1 200/);
    },
  );

  test('may have no path', async () => {
    expect(await ask('GET http://localhost')).toMatch(/^HTTP\/1.1 404/);
  });

  test("is for the target's host, whatever the header says", async () => {
    expect(await ask('GET http://evil.example/healthz', 'localhost')).toMatch(/^HTTP\/1.1 421/);
    expect(await ask('GET http://localhost/healthz', 'evil.example')).toMatch(/^HTTP\/1.1 200/);
  });

  test('is refused where it is no URL', async () => {
    expect(await ask('GET http://[::1/healthz')).toMatch(/^HTTP\/1.1 400/);
  });
});

describe('the root', () => {
  test('leads a browser to the explorer', async () => {
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    const { status, headers: answered } = await server.fetch('/', { headers, redirect: 'manual' });
    expect([status, answered.get('location')]).toEqual([302, '/graphql']);
    const { status: page, headers: shown } = await server.fetch('/', { headers });
    expect([page, shown.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('tells a program where GraphQL is', async () => {
    const { status, errors } = await server.fetch('/', { headers: { accept: '*/*' } });
    expect(status).toBe(404);
    expect(errors?.[0]?.message).toContain('/graphql');
  });
});
