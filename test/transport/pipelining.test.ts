import { createServer, type Socket } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import { ictCore } from '../../src/providers/ictcore/index.js';
import { BASE_PATH, CREDENTIALS, startIctCore } from '../../src/emulators/ictcore/index.js';
import { openPool, type OpenPool } from '../../src/transport/undici.js';
import { startGateway } from '../support/gateway.js';
import { failureOf, request } from './scripted-exchange.js';
import { closeAll, closing, listen } from './sockets.js';

afterEach(closeAll);

interface Sent {
  /** On which connection, from 1 on. */
  readonly connection: number;
  readonly method: string;
  readonly path: string;
}

interface PipelinedServer {
  readonly pool: OpenPool;
  /** All requests, in the order in which they came. */
  readonly sent: readonly Sent[];
}

const answerTo = ({ path }: Sent): string => `HTTP/1.1 200 OK\r\ncontent-length: ${path.length}\r\n\r\n${path}`;

const answerAll = (socket: Socket, waiting: Sent[]): void => {
  socket.write(waiting.splice(0).map(answerTo).join(''));
};
const bodyOf = async (answer: ReturnType<OpenPool['send']>): Promise<string> => (await answer).body.toString();
const get = (path: string) => request({ path });
const post = (path: string) => request({ path, method: 'POST', body: 'a=b\n' });

/** A server that is told of all requests that wait on a connection each time that some have come, and answers them. */
async function startServer(answer: (socket: Socket, waiting: Sent[]) => void): Promise<PipelinedServer> {
  const sent: Sent[] = [];
  let connections = 0;
  const port = await listen(
    createServer((socket) => {
      connections += 1;
      const connection = connections;
      const waiting: Sent[] = [];
      socket.on('data', (bytes: Buffer) => {
        const requests = [...bytes.toString().matchAll(/^(GET|POST|PUT) (\S+) HTTP/gm)];
        const came = requests.map(([, method = '', path = '']) => ({ connection, method, path }));
        if (came[0]?.path === '/first') {
          answerAll(socket, came);
          return;
        }
        sent.push(...came);
        waiting.push(...came);
        answer(socket, waiting);
      });
    }),
  );
  const pool = openPool('pbx', `http://127.0.0.1:${port}`, { connections: 4, pipelining: 4 });
  closing.push(() => pool.close());
  // While none is open, each read opens a connection of its own.
  await pool.send(get('/first'));
  return { pool, sent };
}

test('reads go out behind each other on one connection, and each gets its own answer', async () => {
  const { pool, sent } = await startServer((socket, waiting) => {
    // It would wait for ever for what is sent only after an answer.
    if (waiting.length === 4) answerAll(socket, waiting);
  });
  const reads = [get('/1'), post('/2'), get('/3'), post('/4')];
  expect(await Promise.all(reads.map((read) => bodyOf(pool.send(read))))).toEqual(['/1', '/2', '/3', '/4']);
  expect(sent.map(({ connection }) => connection)).toEqual([1, 1, 1, 1]);
});

test('nothing but reads is behind another request, and no read behind anything else', async () => {
  const { pool, sent } = await startServer((socket, waiting) => {
    setTimeout(answerAll, 20, socket, waiting);
  });
  const replace = request({ path: '/replace', method: 'PUT', effect: 'replaces', body: 'x' });
  const act = request({ path: '/act', effect: 'acts' });
  const requests = [get('/1'), replace, act, get('/2'), replace, act, get('/3')];
  await Promise.all(requests.map((each) => pool.send(each)));
  const connectionsOf = (path: RegExp): number[] =>
    sent.filter((each) => path.test(each.path)).map(({ connection }) => connection);
  const reads = new Set(connectionsOf(/\d/));
  expect(reads.size).toBe(1);
  const others = connectionsOf(/replace|act/);
  expect(new Set(others).size).toBe(4);
  expect(others.filter((connection) => reads.has(connection))).toEqual([]);
});

test('a read that is given up costs none of those behind it', async () => {
  const { pool } = await startServer((socket, waiting) => {
    // What is behind the one that hangs waits.
    if (waiting.every(({ path }) => path !== '/hangs')) answerAll(socket, waiting);
  });
  const controller = new AbortController();
  const hanging = pool.send(request({ path: '/hangs', callOptions: { signal: controller.signal } }));
  const others = ['/1', '/2', '/3'].map((path) => bodyOf(pool.send(get(path))));
  setTimeout(() => {
    controller.abort(new Error('nobody waits'));
  }, 50);
  expect(await failureOf(hanging)).toMatchObject({ message: 'nobody waits' });
  expect(await Promise.all(others)).toEqual(['/1', '/2', '/3']);
});

test('a connection that breaks in the middle of an answer fails that read, and those behind it are sent again', async () => {
  let isBroken = false;
  const { pool } = await startServer((socket, waiting) => {
    if (isBroken) {
      answerAll(socket, waiting);
      return;
    }
    if (waiting.length < 3) return;
    isBroken = true;
    socket.write(
      `${answerTo({ connection: 1, method: 'GET', path: '/1' })}HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n/2`,
      () => socket.destroy(),
    );
  });
  const [first, second, third] = [pool.send(get('/1')), pool.send(get('/2')), pool.send(get('/3'))];
  expect(await bodyOf(first)).toBe('/1');
  expect(await failureOf(second)).toMatchObject({ kind: 'unavailable', sent: 'unknown' });
  expect(await bodyOf(third)).toBe('/3');
});

test('a gateway whose upstream is pipelined answers as any other', async () => {
  const contacts = Array.from({ length: 40 }, (_, index) => ({
    contact_id: index + 1,
    first_name: `P${index}`,
    address: `street ${index}`,
  }));
  const emulator = await startIctCore();
  closing.push(() => emulator.close());
  emulator.reset({ contacts });
  const upstream = { provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings: { auth: CREDENTIALS } };
  const document = '{ contacts(first: 100) { nodes { id displayName ... on IctCoreContact { address } } } }';
  const answers = await Promise.all(
    [1, 8].map(async (pipelining) => {
      const gateway = startGateway([{ ...upstream, pipelining }]);
      closing.push(() => gateway.close());
      return gateway.ask(document);
    }),
  );
  const [one, many] = answers.map(({ data, errors }) => ({ data, errors }));
  expect(many).toEqual(one);
  expect(JSON.stringify(many)).toContain('street 39');
});
