import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startFive, type Five } from '../support/all-providers.js';
import { startFaultProxy, type FaultProxy, type WriteFault } from '../support/fault-proxy.js';
import { startGateway } from '../support/gateway.js';
import { CASES } from '../faults/cases.js';

const CANARY = 'canary-of-the-upstream';

/** A whole answer with its length, behind which the connection ends. */
const sendWhole =
  (status: string, contentType: string, body: string | Buffer): WriteFault =>
  (socket) => {
    socket.write(
      `HTTP/1.1 ${status}\r\ncontent-type: ${contentType}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
    );
    socket.end(body);
  };
const sendChanged =
  (change: (body: Buffer) => Buffer, type = ''): WriteFault =>
  (socket, { contentType, body }) => {
    // Where the right answer has no body, nothing can be wrong with it.
    sendWhole('200 OK', type || contentType, body.length > 0 ? change(body) : body)(socket, { contentType, body });
  };
/** The right answer, its body told in this way and its bytes changed. */
const sendAs =
  (header: (length: number) => string, change: (body: Buffer) => Buffer): WriteFault =>
  (socket, { contentType, body }) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\n${header(body.length)}\r\n\r\n`);
    socket.end(change(body));
  };
const sendBytes =
  (bytes: string): WriteFault =>
  (socket) =>
    void socket.end(bytes);

const sendDrops: WriteFault = (socket, { contentType }) => {
  socket.write(`HTTP/1.1 200 OK\r\ncontent-type: ${contentType}\r\ncontent-length: 100000\r\n\r\n`);
  const timer = setInterval(() => socket.write(' '), 10);
  socket.once('close', () => {
    clearInterval(timer);
  });
};

const sendAfterHints: WriteFault = (socket, answer) => {
  socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n');
  sendChanged((body) => body)(socket, answer);
};

const page = `<!DOCTYPE html><p>${CANARY}</p>`;
const cut = (body: Buffer): Buffer => body.subarray(0, Math.ceil(body.length / 2));
/** Half a number is a number as well: where no length is stated, as by PHP's own server, nobody can tell. */
const cutKnowably = (body: Buffer): Buffer => (/^\d+$/.test(body.toString()) ? Buffer.alloc(0) : cut(body));
const asChunk = (body: Buffer): Buffer =>
  body.length > 0 ? Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')]) : body;

const POLLUTION = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},';
const pollute = (body: Buffer): Buffer => Buffer.from(body.toString().replaceAll('{"', `{${POLLUTION}"`));

/** What a read and a write that creates get by it: `same` and `done` as without it. */
const FAULTS: ReadonlyArray<readonly [string, WriteFault, string, 'unknown' | 'refused' | 'done']> = [
  ['U5 bytes that drip', sendDrops, 'UPSTREAM_TIMEOUT', 'unknown'],
  [
    'U7 less than its length',
    sendAs(
      (length) => `content-length: ${length + 1}`,
      (body) => body,
    ),
    'UPSTREAM_UNAVAILABLE',
    'unknown',
  ],
  [
    'U7 chunks without the last',
    sendAs(() => 'transfer-encoding: chunked', asChunk),
    'UPSTREAM_UNAVAILABLE',
    'unknown',
  ],
  [
    'U8 a half that ends with its connection',
    sendAs(() => 'connection: close', cutKnowably),
    'UPSTREAM_PROTOCOL',
    'unknown',
  ],
  [
    'a whole that ends with its connection',
    sendAs(
      () => 'connection: close',
      (body) => body,
    ),
    'same',
    'done',
  ],
  ['U9 a page of HTML', sendWhole('200 OK', 'text/html', page), 'UPSTREAM_PROTOCOL', 'unknown'],
  [
    'U9 a page of HTML that is called JSON',
    sendWhole('200 OK', 'application/json', page),
    'UPSTREAM_PROTOCOL',
    'unknown',
  ],
  ['U9 an empty body', sendWhole('200 OK', 'application/json', ''), 'UPSTREAM_PROTOCOL', 'unknown'],
  ['U9 null', sendWhole('200 OK', 'application/json', 'null'), 'UPSTREAM_PROTOCOL', 'unknown'],
  [
    'U9 a 204 with a body',
    sendWhole('204 No Content', 'application/json', `{"a":"${CANARY}"}`),
    'UPSTREAM_UNAVAILABLE',
    'unknown',
  ],
  ['U9 the right body as another type', sendChanged((body) => body, 'text/html'), 'UPSTREAM_PROTOCOL', 'unknown'],
  ['U9 a byte order mark', sendChanged((body) => Buffer.concat([Buffer.from('\uFEFF'), body])), 'same', 'done'],
  [
    'U9 UTF-16',
    sendChanged((body) => Buffer.from(`\uFEFF${body.toString()}`, 'utf16le')),
    'UPSTREAM_PROTOCOL',
    'unknown',
  ],
  [
    'U9 Latin-2',
    sendChanged((body) => Buffer.concat([body, Buffer.from(' \xb3', 'latin1')])),
    'UPSTREAM_PROTOCOL',
    'unknown',
  ],
  ['T16 members that are called as what objects inherit', sendChanged(pollute), 'same', 'done'],
  ['U19 a 500', sendWhole('500 Error', 'text/html', page), 'UPSTREAM_UNAVAILABLE', 'unknown'],
  ['U19 a 502', sendWhole('502 Bad Gateway', 'text/html', page), 'UPSTREAM_UNAVAILABLE', 'unknown'],
  ['U19 a 504', sendWhole('504 Gateway Timeout', 'text/html', page), 'UPSTREAM_UNAVAILABLE', 'unknown'],
  [
    'U20 a 202 for what is done later',
    sendWhole('202 Accepted', 'application/json', ''),
    'UPSTREAM_PROTOCOL',
    'unknown',
  ],
  ['U21 a 103 before the answer', sendAfterHints, 'same', 'done'],
  ['U21 a 304', sendBytes('HTTP/1.1 304 Not Modified\r\n\r\n'), 'UPSTREAM_PROTOCOL', 'unknown'],
  ['U21 a 407', sendWhole('407 Proxy Authentication Required', 'text/html', page), 'UPSTREAM_REJECTED', 'refused'],
  ['U21 a 418', sendWhole("418 I'm a teapot", 'text/html', page), 'UPSTREAM_REJECTED', 'refused'],
  ['U21 a 451', sendWhole('451 Unavailable', 'text/html', page), 'UPSTREAM_REJECTED', 'refused'],
  ['U21 a 999', sendWhole('999 Request denied', 'text/html', page), 'UPSTREAM_UNAVAILABLE', 'unknown'],
  [
    'U21 NUL in a header',
    sendBytes('HTTP/1.1 200 OK\r\nx: a\0b\r\ncontent-length: 2\r\n\r\n[]'),
    'UPSTREAM_PROTOCOL',
    'unknown',
  ],
  [
    'U21 a header within a header',
    sendBytes('HTTP/1.1 200 OK\r\nx: a\rset-cookie: b\r\ncontent-length: 2\r\n\r\n[]'),
    'UPSTREAM_PROTOCOL',
    'unknown',
  ],
  [
    'U21 a header of 40 KB',
    sendBytes(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(40_000)}\r\ncontent-length: 2\r\n\r\n[]`),
    'UPSTREAM_PROTOCOL',
    'unknown',
  ],
  [
    'U21 two lengths',
    sendBytes('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n[]'),
    'UPSTREAM_UNAVAILABLE',
    'unknown',
  ],
  ['U21 no HTTP', sendBytes(`SSH-2.0-${CANARY}\r\n`), 'UPSTREAM_PROTOCOL', 'unknown'],
];

const READ = '{ contacts(first: 5) { totalCount nodes { id } sources { ok error { code } } } }';

let five: Five;
const proxies = new Map<string, FaultProxy>();
beforeAll(async () => {
  five = await startFive();
  for (const { provider, baseUrl } of five.upstreams)
    proxies.set(provider.name, await startFaultProxy(new URL(baseUrl).origin));
});
afterAll(async () => {
  await Promise.all([...proxies.values()].map((each) => each.close()));
  await five.stop();
});

const CREATIONS = CASES.filter(({ name }) => name === 'createContact');

describe.each(CREATIONS)('$provider', (write) => {
  test.each(FAULTS)('%s', async (_, fault, reading, writing) => {
    const proxy = proxies.get(write.provider);
    const upstream = five.upstreams.find(({ provider }) => provider.name === write.provider);
    if (!proxy || !upstream) throw new Error(`no ${write.provider}`);
    const emulator = five.emulators[write.provider];
    emulator.reset();
    proxy.set(undefined);
    const baseUrl = upstream.baseUrl.replace(/^http:\/\/[^/]+/, proxy.url);
    const gateway = startGateway([
      { ...upstream, baseUrl, timeoutMs: fault === sendDrops ? 500 : 5000, retry: { tries: 1 } },
    ]);
    const right = await gateway.ask(READ);

    proxy.set(fault);
    const read = await gateway.ask(READ);
    if (reading === 'same') expect([read.data, read.errors]).toEqual([right.data, []]);
    else {
      const sources = [{ ok: false, error: { code: reading } }];
      expect(read.data).toEqual({ contacts: { totalCount: null, nodes: [], sources } });
      expect(read.errors).toMatchObject([{ extensions: { code: reading, upstream: write.provider } }]);
    }

    proxy.set(fault, write.method, write.path);
    const written = await gateway.ask(write.mutation, { key: randomUUID() });
    const it = written.data?.['write'] as { readonly contact: object | null; readonly userErrors: readonly object[] };
    // Hostway answers a creation with an empty body, which is right; HostTracker's list tells what was created.
    const needsNoBody = ['hostway', 'hosttracker'].includes(write.provider);
    const isRight = writing === 'done' || (needsNoBody && it.contact !== null);
    expect([it.contact !== null, it.userErrors.length > 0]).toEqual([isRight, writing === 'refused']);
    if (writing === 'unknown' && !isRight)
      expect(written.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
    else expect(written.errors).toEqual([]);
    // Whatever was answered, it was done once.
    expect(emulator.requests.flatMap(({ effects }) => effects)).toHaveLength(1);
    expect(JSON.stringify([read, written])).not.toContain(CANARY);
    expect({}).not.toHaveProperty('polluted');
    await gateway.close();
  });
});

describe.each(CREATIONS)('a list of $provider', ({ provider: name }) => {
  test.each([
    ['100,000 lists in each other', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['numbers that none can hold', `[${'1e400,'.repeat(9_999)}-1e400]`],
    ['an object of 10,000 members', `{${Array.from({ length: 10_000 }, (_, at) => `"${at}":{}`).join()}}`],
  ])('U11 that is %s is told as unreadable, as a whole or row by row', async (_, body) => {
    const upstream = five.upstreams.find(({ provider }) => provider.name === name);
    const proxy = proxies.get(name);
    if (!proxy || !upstream) throw new Error(`no ${name}`);
    const gateway = startGateway([
      { ...upstream, baseUrl: upstream.baseUrl.replace(/^http:\/\/[^/]+/, proxy.url), retry: { tries: 1 } },
    ]);
    proxy.set(undefined);
    await gateway.ask(READ);
    proxy.set(sendWhole('200 OK', 'application/json', body));
    const { data, errors } = await gateway.ask(READ);
    expect(data).toMatchObject({ contacts: { nodes: [] } });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
    await gateway.close();
  });
});
