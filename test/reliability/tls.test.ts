import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { builtGateway } from '../support/built-path.js';
import { AUTHORITY, EXPIRED, GOOD, KEY, OTHER, SELF_SIGNED } from '../support/certificates.js';
import { closeAll, listen } from '../transport/sockets.js';

const MAIN = builtGateway();
const LIST = '{"meta":{"limit":0,"offset":0,"total_count":0},"objects":[]}';

/** What reached each server, decrypted. */
const heard = new Map<string, string>();
let folder: string;
let gateway: ChildProcess;
let url: string;

/** A server with this certificate. */
function serveTls(name: string, cert: string, options: TlsOptions = {}): Promise<number> {
  return listen(
    createTlsServer({ key: KEY, cert, ...options }, (socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (bytes: Buffer) => {
        heard.set(name, (heard.get(name) ?? '') + bytes.toString());
        socket.write(
          `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${LIST.length}\r\n\r\n${LIST}`,
        );
      });
    }).on('tlsClientError', () => undefined),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trunkline-tls-'));
  const ports: Readonly<Record<string, number>> = {
    good: await serveTls('good', GOOD),
    expired: await serveTls('expired', EXPIRED),
    other: await serveTls('other', OTHER),
    selfSigned: await serveTls('selfSigned', SELF_SIGNED),
    old: await serveTls('old', GOOD, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    plain: await listen(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'))),
    silent: await listen(createServer()),
  };
  const origins = {
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, `https://127.0.0.1:${port}`])),
    rebound: `https://localhost:${ports['good'] ?? 0}`,
    refused: 'https://127.0.0.1:9',
    nameless: 'https://nobody.invalid',
  };
  const auth = { username: 'anna@example.com', password: 'secret-of-anna' };
  const upstreams = Object.entries<string>(origins).map(([name, origin]) => [
    name,
    { provider: 'cloudsigma', baseUrl: `${origin}/api/2.0`, auth, timeoutMs: name === 'silent' ? 300 : 5000 },
  ]);
  await writeFile(join(folder, 'authority.pem'), AUTHORITY);
  await writeFile(
    join(folder, 'gateway.json'),
    JSON.stringify({
      idempotency: { directory: join(folder, 'data') },
      upstreams: Object.fromEntries(upstreams) as object,
    }),
  );
  gateway = spawn(process.execPath, [MAIN, 'start', '--config', join(folder, 'gateway.json'), '--port', '0'], {
    env: {
      ...process.env,
      NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
      // Whoever sets this for the sake of another program must not open this one.
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    },
  });
  let out = '';
  url = await new Promise<string>((resolve, reject) => {
    gateway.stdout?.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      const [, found] = /^ {2}(http:\S+\/graphql)$/m.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    gateway.once('exit', () => {
      reject(new Error('the gateway did not start'));
    });
  });
});
afterAll(async () => {
  gateway.kill('SIGKILL');
  await once(gateway, 'exit');
  await closeAll();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors?: ReadonlyArray<{ readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }>;
}

async function ask(query: string): Promise<Answer> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json' };
  return (await (await fetch(url, { method: 'POST', headers, body })).json()) as Answer;
}

const read = (upstream: string) => ask(`{ contacts(upstreams: ["${upstream}"]) { nodes { id } } }`);
const write = (upstream: string) =>
  ask(`mutation { createContact(input: { cloudSigma: { upstream: "${upstream}", email: "a@example.com", name: "A",
    idempotencyKey: "a-key-for-this-${upstream}" } }) { contact { id } userErrors { code } } }`);

it('T12 a server that proves its name by an authority that Node is told of is spoken to', async () => {
  expect(await read('good')).toEqual({ data: { contacts: { nodes: [] } } });
  expect(heard.get('good')).toContain('authorization: Basic ');
});

it.each([
  ['T12 U1 whose certificate has expired', 'expired', 'no secure connection'],
  ['T12 U1 whose certificate is for another name', 'other', 'no secure connection'],
  ['T12 U1 whose certificate nobody has signed', 'selfSigned', 'no secure connection'],
  ['T12 U1 that speaks TLS 1.1', 'old', 'no secure connection'],
  ['T12 U1 that speaks no TLS', 'plain', 'no secure connection'],
  ['T11 to which DNS leads, though its certificate is not for that name', 'rebound', 'no secure connection'],
  ['U1 that is not there', 'refused', 'the connection was refused'],
  ['U1 whose name nobody knows', 'nameless', 'could not be resolved'],
])('a server %s is told nothing, and a write with the same key may come again', async (_, upstream, message) => {
  heard.delete('good');
  const answer = await read(upstream);
  expect(answer.data).toEqual({ contacts: { nodes: [] } });
  expect(answer.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream } }]);
  expect(answer.errors?.[0]?.message).toContain(message);
  for (let sent = 0; sent < 2; sent += 1) {
    const written = await write(upstream);
    expect(written.errors).toMatchObject([
      { extensions: { code: 'UPSTREAM_UNAVAILABLE', sent: 'no', retryable: true } },
    ]);
  }
  expect([heard.get(upstream), heard.get('good')]).toEqual([undefined, undefined]);
});

it('U1 a connection that never comes about ends at the deadline, and nothing was sent', async () => {
  expect((await read('silent')).errors).toMatchObject([{ extensions: { code: 'UPSTREAM_TIMEOUT' } }]);
  for (let sent = 0; sent < 2; sent += 1) {
    expect((await write('silent')).errors).toMatchObject([{ extensions: { sent: 'no', retryable: true } }]);
  }
});
