import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exchangesOf, type DocumentedExchange } from '../support/exchange.js';
import type { StubReply } from '../support/stub-server.js';
import { mutateAnswer, type HostileReply } from './mutate-answer.js';
import { createRandom, type Random } from './random.js';

/** A server that answers with what a provider answered once, mostly with faults. */
export interface HostileUpstream {
  readonly url: string;
  /** From here on answers are chosen by this seed; undefined: they have no faults. */
  readonly reset: (seed: number | undefined) => void;
  /** What was asked and answered since then. */
  readonly seen: readonly string[];
  readonly close: () => Promise<void>;
}

// Node's server writes these itself.
const OWNED_BY_SERVER = ['content-length', 'transfer-encoding', 'connection'];
const FAULTY = 0.7;

export async function startHostileUpstream(folders: readonly string[]): Promise<HostileUpstream> {
  // Whoever is not let in asks for nothing more: only the log-in that succeeded is among them.
  const exchanges = folders
    .flatMap(exchangesOf)
    .filter(({ name, response }) => response.status < 400 && !name.startsWith('authenticate-'));
  const bodies = exchanges.map(({ response }) => Buffer.from(response.body));
  let random: Random | undefined;
  const seen: string[] = [];
  const answer = ({ method, url = '', headers }: IncomingMessage): HostileReply => {
    const found = findLikeliest(exchanges, [method, url, headers.accept], random);
    const reply = toReply(found, `http://${headers.host ?? ''}`);
    // Who was not let in asks for nothing: log-ins have faults too, but seldom.
    const share = /login|authenticate|token/i.test(url) ? FAULTY / 10 : FAULTY;
    const isFaulty = random?.chance(share) ?? false;
    return random && isFaulty ? mutateAnswer(random, reply, bodies) : { ...reply, body: Buffer.from(reply.body) };
  };
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      const { method = '', url = '' } = request;
      const { status, headers, body } = answer(request);
      seen.push(`${method} ${url} → ${status} ${JSON.stringify(headers)} ${body.subarray(0, 3000).toString('latin1')}`);
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    reset: (seed) => {
      random = seed === undefined ? undefined : createRandom(seed);
      seen.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** One of the exchanges whose path and format have the most in common with this one. */
function findLikeliest(
  exchanges: readonly DocumentedExchange[],
  [method, target = '', accept]: ReadonlyArray<string | undefined>,
  random: Random | undefined,
): DocumentedExchange {
  const likeness = exchanges.map(({ request }) => {
    if (request.method !== method) return -1;
    return countEqual(request.target, target) + (request.headers['accept'] === accept ? 0.5 : 0);
  });
  const most = Math.max(...likeness);
  const likeliest = exchanges.filter((_, index) => likeness[index] === most);
  const found = random ? random.pick(likeliest) : likeliest[0];
  if (!found) throw new Error('no exchange at all');
  return found;
}

function countEqual(target: string, other: string): number {
  const [parts, others] = [target, other].map((each) => (each.split('?')[0] ?? '').split('/'));
  if (!parts || parts.length !== others?.length) return 0;
  return parts.filter((part, index) => part === others[index]).length;
}

/** The recorded answer, its links to the recorded host leading here. */
function toReply({ request, response }: DocumentedExchange, origin: string): StubReply {
  const host = request.headers['host'];
  const here = (text: string): string => (host ? text.replaceAll(`https://${host}`, origin) : text);
  const headers = Object.entries(response.headers).filter(([name]) => !OWNED_BY_SERVER.includes(name));
  return {
    status: response.status,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, here(value)])),
    body: here(response.body),
  };
}
