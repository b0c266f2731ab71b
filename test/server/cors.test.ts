import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { BASE_PATH, CREDENTIALS, startIctCore } from '../../src/emulators/ictcore/index.js';
import { encodeId } from '../../src/graph/values/id.js';
import { ictCore } from '../../src/providers/ictcore/index.js';
import { openBrowser } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';

const RECORDING = encodeId('ictcore', 'message', 'recording/1');
const PAGE_TIMEOUT_MS = 60_000;
const CREATE = 'mutation { createGroup(input: { upstream: "ictcore", name: "of a page" }) { group { name } } }';
const UPLOAD_URL = `mutation { createMediaUpload(messageId: "${RECORDING}") { url } }`;

let emulator: Awaited<ReturnType<typeof startIctCore>>;
/** Serves an empty page: the origin that asks. */
let site: Server;
let origin: string;
let open: TestServer;
let closed: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  emulator = await startIctCore();
  site = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const upstreams = [{ provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings: { auth: { ...CREDENTIALS } } }];
  open = await startServer(upstreams, {
    serve: { cors: { origins: ['https://app.example.com', origin], maxAgeSeconds: 60, credentials: false } },
  });
  closed = await startServer(upstreams);
  browser = await openBrowser();
}, PAGE_TIMEOUT_MS);

afterAll(async () => {
  await browser.close();
  await Promise.all([open.stop(), closed.stop()]);
  await emulator.close();
  site.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(origin);
});
afterEach(() => page.close());

/** What a page of the other origin gets: the text of the answer, or that the browser refused. */
function fetchInPage(url: string, init: { method: string; headers?: Record<string, string>; body?: string }) {
  return page.evaluate<string>(
    `fetch(${JSON.stringify(url)}, ${JSON.stringify(init)})
      .then(async (answer) => answer.status + ' ' + (await answer.text()), () => 'refused by the browser')`,
  );
}

function post(server: TestServer, query: string) {
  const headers = { 'content-type': 'application/json', 'x-request-id': 'of-the-page' };
  return fetchInPage(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
}

describe('a page on another origin, in Chromium', () => {
  it(
    'asks, writes and uploads a file where cors names its origin',
    async () => {
      expect(await post(open, '{ groups(first: 1) { nodes { name } } }')).toMatch(/^200 .*"nodes":\[\{/);
      expect(await post(open, CREATE)).toMatch(/^200 .*"of a page"/);
      const signed = JSON.parse((await post(open, UPLOAD_URL)).slice(4)) as {
        data: { createMediaUpload: { url: string } };
      };
      const { url } = signed.data.createMediaUpload;
      const put = await fetchInPage(url, { method: 'PUT', headers: { 'content-type': 'audio/wav' }, body: 'RIFF' });
      expect(put).toContain('"stored":true');
      const read = await post(open, `{ node(id: "${RECORDING}") { ... on Recording { mediaUrl } } }`);
      const [, mediaUrl = ''] = /"mediaUrl":"([^"]+)"/.exec(read) ?? [];
      expect(await fetchInPage(mediaUrl, { method: 'GET' })).toBe('200 RIFF');
    },
    PAGE_TIMEOUT_MS,
  );

  it(
    'gets nothing without cors, and nothing is written',
    async () => {
      const idle = emulator.requests.length;
      expect(await post(closed, '{ groups(first: 1) { nodes { name } } }')).toBe('refused by the browser');
      expect(await post(closed, CREATE)).toBe('refused by the browser');
      expect(emulator.requests.length).toBe(idle);
      const { data } = await closed.ask(UPLOAD_URL);
      const { url } = (data as { createMediaUpload: { url: string } }).createMediaUpload;
      const sent = emulator.requests.length;
      expect(await fetchInPage(url, { method: 'PUT', headers: { 'content-type': 'audio/wav' }, body: 'YYYY' })).toBe(
        'refused by the browser',
      );
      expect(emulator.requests.length).toBe(sent);
    },
    PAGE_TIMEOUT_MS,
  );

  it('reads the headers that it needs, and the answers of refusals', async () => {
    const seen = await page.evaluate<unknown>(
      `fetch('${open.url}/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: 'no JSON' })
        .then(async (answer) => [answer.status, answer.headers.has('x-request-id'), await answer.json()])`,
    );
    expect(seen).toMatchObject([400, true, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  });
});

describe('a preflight', () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-own' };

  it('is answered with methods, headers and time, and varies by origin', async () => {
    const { status, headers, text } = await open.fetch('/graphql', {
      method: 'OPTIONS',
      headers: { origin, ...preflight },
    });
    expect([status, text]).toEqual([204, '']);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-methods')).toBe('GET,POST,PUT');
    expect(headers.get('access-control-allow-headers')).toBe('content-type,x-own');
    expect(headers.get('access-control-max-age')).toBe('60');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toContain('Origin');
  });

  it.each(['https://evil.example', 'http://127.0.0.1:1', 'null', 'https://app.example.com.evil.example'])(
    'of %s gets no permission',
    async (other) => {
      const { headers } = await open.fetch('/graphql', { method: 'OPTIONS', headers: { origin: other, ...preflight } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('vary')).toContain('Origin');
    },
  );

  it('without cors, and OPTIONS that is none, are refused in JSON', async () => {
    const without = await closed.fetch('/graphql', { method: 'OPTIONS', headers: { origin, ...preflight } });
    expect([without.status, without.headers.get('access-control-allow-origin')]).toEqual([405, null]);
    const none = await open.fetch('/graphql', { method: 'OPTIONS' });
    expect([none.status, none.errors?.[0]?.extensions]).toEqual([405, { code: 'BAD_REQUEST' }]);
  });
});
