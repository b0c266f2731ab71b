import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startDemo, type Demo } from '../../src/commands/demo.js';
import { builtGateway } from '../support/built-path.js';

const MAIN = builtGateway();
const MB = 1024 * 1024;
const SIZE_MB = 200;
const MOST_GROWTH_MB = 60;
const isLinux = process.platform === 'linux';

let demo: Demo;
let folder: string;
let gateway: ChildProcess;
let url: string;

// The gateway is a process of its own, so that its memory is measured alone.
beforeAll(async () => {
  demo = await startDemo(['ictcore'], { portBase: 0 });
  folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const config = join(folder, 'gateway.yaml');
  await writeFile(config, `idempotency: { directory: ${JSON.stringify(join(folder, 'data'))} }\n${demo.config}`);
  gateway = spawn(process.execPath, [MAIN, 'start', '--config', config, '--port', '0']);
  url = await new Promise((resolve, reject) => {
    let out = '';
    gateway.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const [, found] = /(http:\S+)\/graphql$/m.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    gateway.once('close', () => {
      reject(new Error(`the gateway ended: ${out}`));
    });
  });
});
afterAll(async () => {
  const ended = once(gateway, 'close');
  gateway.kill('SIGTERM');
  await ended;
  await demo.stop();
  await rm(folder, { recursive: true });
});

async function ask(query: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data } = (await response.json()) as { data: Record<string, unknown> };
  return data;
}

/** So many MB, each another one, and none of them kept. */
async function* sound(megabytes: number, hash: Hash): AsyncGenerator<Buffer> {
  for (let index = 0; index < megabytes; index += 1) {
    const piece = Buffer.alloc(MB, `piece ${index} `);
    hash.update(piece);
    yield piece;
  }
}

async function send(target: string, megabytes: number): Promise<string> {
  const hash = createHash('sha256');
  const headers = { 'content-type': 'audio/wav', 'content-length': String(megabytes * MB) };
  const upload = request(target, { method: 'PUT', headers });
  const answered = once(upload, 'response') as Promise<[IncomingMessage]>;
  await pipeline(Readable.from(sound(megabytes, hash)), upload);
  const [answer] = await answered;
  answer.resume();
  expect(answer.statusCode).toBe(200);
  return hash.digest('hex');
}

async function receive(target: string): Promise<{ readonly digest: string; readonly bytes: number }> {
  const [answer] = (await once(get(target), 'response')) as [IncomingMessage];
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of answer) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { digest: hash.digest('hex'), bytes };
}

function memoryMb(): number {
  const [, kilobytes = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${gateway.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

test.skipIf(!isLinux)(
  'a recording of 200 MB goes up and comes down byte for byte, and the gateway holds none of it',
  async () => {
    const data = await ask('{ messages(filter: { kind: RECORDING }) { nodes { id ... on Recording { mediaUrl } } } }');
    const [recording] = (data as { messages: { nodes: Array<{ id: string; mediaUrl: string }> } }).messages.nodes;
    if (!recording) throw new Error('no recording');
    const signed = await ask(`mutation { createMediaUpload(messageId: "${recording.id}") { url method } }`);
    const { url: target } = (signed as { createMediaUpload: { url: string } }).createMediaUpload;
    // What a first transfer takes for good is not what a large one takes.
    await send(target, 8);
    await receive(recording.mediaUrl);
    const before = memoryMb();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, memoryMb())), 20);
    try {
      const sent = await send(target, SIZE_MB);
      expect(await receive(recording.mediaUrl)).toEqual({ digest: sent, bytes: SIZE_MB * MB });
    } finally {
      clearInterval(watch);
    }
    expect(most).toBeGreaterThan(0);
    expect(most - before).toBeLessThan(MOST_GROWTH_MB);
  },
  60_000,
);
