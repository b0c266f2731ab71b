import { createHash } from 'node:crypto';

import { trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { expect, test } from 'vitest';

import { createAuthenticator } from '../../src/server/auth/create-authenticator.js';
import { createLog, createScrubber } from '../../src/server/log.js';
import { startServer } from '../../src/server/server.js';
import { startGateway } from '../support/gateway.js';
import { createWatchedStore } from '../support/watched-store.js';
import { startTokenBank } from '../support/token-bank.js';

const API_KEY = 'canary-key-Qx7Zp4Wv9Tb2';
const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJjYW5hcnkifQ.Canary-Signature-0';
const HEADER = 'canary-caller-Rj5Lm8Kd3Hs6';
const CONFIGURED = 'canary-config-Yg1Nc7Fe4Vu0';
const SPELLINGS: ReadonlyArray<(secret: string) => string> = [
  (secret) => secret,
  (secret) => Buffer.from(secret).toString('hex'),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join(''),
  (secret) => secret.replace(/./g, (character) => `&#${character.charCodeAt(0)};`),
];

test('T13 no canary is in answers, plans, explanations, metrics, logs, spans or the store, whatever goes wrong', async () => {
  const own = await startTokenBank();
  const shared = await startTokenBank({
    name: 'shared',
    callerHeader: undefined,
    settings: { auth: { token: CONFIGURED } },
  });
  const { store, stored } = createWatchedStore();
  const lines: string[] = [];
  const scrub = createScrubber([{ name: 'sms' }, { name: 'shared' }]);
  const log = createLog(scrub, (line) => lines.push(line));
  const warn = (details: Readonly<Record<string, unknown>>, message: string): void => {
    log.warn(details, message);
  };
  const gateway = startGateway([own.upstream, shared.upstream], undefined, {
    store,
    warn,
    tracing: { propagate: false },
  });
  const spans = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
  const sha256 = createHash('sha256').update(API_KEY).digest('hex');
  const scopes = ['read', 'write', 'send', 'admin'] as const;
  const authenticate = createAuthenticator({
    keys: [{ name: 'web', sha256, scopes, upstreams: undefined }],
    jwt: undefined,
  });
  const serving = {
    host: '127.0.0.1',
    port: 0,
    log,
    scrub,
    authenticate,
    accessLog: true,
    metrics: {},
    isTracing: true,
  };
  const server = await startServer(gateway, serving);
  const answers: string[] = [];
  const ask = async (query: string, more: Record<string, string> = {}): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-api-key': API_KEY, 'x-sms-token': HEADER, ...more };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    answers.push(JSON.stringify([...answer.headers]), await answer.text());
  };
  const groups =
    '{ groups { nodes { name } sources { error { message } } } upstreams { state lastError { message } } }';
  const add = (upstream: string, name = 'New'): string =>
    `mutation { createGroup(input: { upstream: "${upstream}", name: "${name}" }) { userErrors { message } } }`;
  try {
    for (const bank of [own, shared]) {
      let spelling = 0;
      let listed = 0;
      bank.intercept = ({ authorization, action }) => {
        // A creation lists what is there first: every other time it comes to be sent.
        if (action.startsWith('/groups/index') && (listed += 1) % 2 === 0) return undefined;
        const spell = SPELLINGS[(spelling += 1) % SPELLINGS.length] ?? String;
        const message = `we got ${spell(authorization.replace(/^Bearer /, ''))} from you`;
        return { status: 400, body: JSON.stringify({ error: { code: 2002, type: 'X', message } }) };
      };
    }
    for (const named of SPELLINGS.keys()) {
      for (const headers of [{ 'x-trunkline-explain': '1' }, { 'x-trunkline-plan': '1' }]) await ask(groups, headers);
      await ask(add('sms', `New ${named}`));
      await ask(add('shared', `New ${named}`));
    }
    for (const bank of [own, shared]) bank.intercept = () => 'reset';
    await ask(groups, { 'x-trunkline-explain': '1' });
    await ask(add('sms'));
    await ask(groups, { 'x-api-key': '', authorization: `Bearer ${JWT}` });
    await ask(`{ operations { nodes { id state } } }`);
    const metrics = await fetch(`${server.url}/metrics`, { headers: { 'x-api-key': API_KEY } });
    answers.push(await metrics.text());
  } finally {
    await server.stop(0);
    await Promise.all([own.close(), shared.close()]);
  }
  const spanTexts = spans
    .getFinishedSpans()
    .map(({ name, attributes, events, status }) => JSON.stringify({ name, attributes, events, status }));
  trace.disable();
  const shown = [...answers, ...lines, ...stored, ...spanTexts].join('\n');
  // The check bites: providers repeated what they got, writes were stored, and requests were logged.
  expect(shown.split('***').length).toBeGreaterThan(10);
  expect(spanTexts.length).toBeGreaterThan(20);
  expect(stored.length).toBeGreaterThan(5);
  expect(lines.length).toBeGreaterThan(10);
  const hits = [API_KEY, JWT, HEADER, CONFIGURED].flatMap((secret) =>
    SPELLINGS.map((spell) => spell(secret)).filter((spelled) => shown.includes(spelled)),
  );
  expect(hits).toEqual([]);
});
