import { trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { expect, test } from 'vitest';

import { BASE_PATH, CREDENTIALS, startIctCore } from '../../src/emulators/ictcore/index.js';
import { encodeId } from '../../src/graph/values/id.js';
import { ictCore } from '../../src/providers/ictcore/index.js';
import { createLog, createScrubber } from '../../src/server/log.js';
import { startServer } from '../../src/server/server.js';
import { startGateway } from '../support/gateway.js';
import { createWatchedStore } from '../support/watched-store.js';

const RECORDING = encodeId('ictcore', 'message', 'recording/1');
const GROUP = encodeId('ictcore', 'group', '1');
const URLS = `mutation { file: createMediaUpload(messageId: "${RECORDING}") { url } group: createGroupImport(groupId: "${GROUP}") { url } }`;
const READ = `{ node(id: "${RECORDING}") { ... on Recording { mediaUrl } } }`;

test('T13 no signed URL is in logs, spans, metrics, explanations, errors or the store, whatever becomes of its file', async () => {
  const emulator = await startIctCore();
  const { store, stored } = createWatchedStore();
  const lines: string[] = [];
  const scrub = createScrubber([{ name: 'ictcore' }]);
  const log = createLog(scrub, (line) => lines.push(line));
  const warn = (details: Readonly<Record<string, unknown>>, message: string): void => {
    log.warn(details, message);
  };
  const gateway = startGateway(
    [{ provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings: { auth: { ...CREDENTIALS } } }],
    undefined,
    { store, warn, tracing: { propagate: false } },
  );
  const spans = new InMemorySpanExporter();
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
  const serving = { host: '127.0.0.1', port: 0, log, scrub, accessLog: true, metrics: {}, isTracing: true };
  const server = await startServer(gateway, serving);
  const urls: string[] = [];
  const shown: string[] = [];
  const ask = async (query: string): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-trunkline-explain': '1' };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data, ...rest } = (await answer.json()) as { data: unknown };
    urls.push(...(JSON.stringify(data).match(/http:[^"]+\/media\/[^"]+/g) ?? []));
    shown.push(JSON.stringify(rest), JSON.stringify([...answer.headers]));
  };
  const open = async (url: string, init: RequestInit): Promise<void> => {
    const answer = await fetch(url, init);
    shown.push(JSON.stringify([...answer.headers]), await answer.text());
  };
  const csv = { method: 'PUT', body: '+48500111222\n', headers: { 'content-type': 'text/csv' } };
  const sound = { method: 'PUT', body: 'abc', headers: { 'content-type': 'audio/wav' } };
  const use = async (): Promise<void> => {
    const [reading = '', file = '', group = ''] = urls.slice(-3);
    await open(reading, {});
    await open(file, sound);
    await open(file, { ...sound, headers: { 'content-type': 'text/html' } });
    await open(group, { ...csv, body: 'a,b\n' });
    await open(group, csv);
    await open(group, csv);
    await open(`${file}x`, sound);
    await open(reading, sound);
    await open(`${reading}?${reading}`, { method: 'DELETE' });
    // In the wrong places.
    await open(`${server.url}/graphql?query=${encodeURIComponent(reading)}`, {});
    await ask(`{ node(id: "${reading}") { id } }`);
  };
  try {
    await ask(READ);
    await ask(URLS);
    await use();
    await ask(READ);
    await ask(URLS);
    await emulator.close();
    await use();
    await ask('{ operations { nodes { id state } } }');
    shown.push(await (await fetch(`${server.url}/metrics`)).text());
  } finally {
    await server.stop(0);
    trace.disable();
  }
  const endedSpans = spans
    .getFinishedSpans()
    .map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
  const everything = [...shown, ...lines, ...stored, JSON.stringify(endedSpans)].join('\n');
  expect([urls.length, stored.length > 2, lines.length > 3, endedSpans.length > 8]).toEqual([6, true, true, true]);
  const tokens = urls.map((url) => url.replace(/^.*\/media\//, ''));
  const parts = tokens.flatMap((token) => [
    ...token.split('.'),
    Buffer.from(token.split('.')[0] ?? '', 'base64url').toString(),
  ]);
  expect(parts.filter((part) => everything.includes(part))).toEqual([]);
});
