import { expect } from 'vitest';

import { BASE_PATH, CREDENTIALS } from '../../../src/emulators/ictcore/index.js';
import { ictCore } from '../../../src/providers/ictcore/index.js';
import { CAPTURES } from '../../emulators/ictcore/replay.js';
import { exchangesOf, type DocumentedExchange } from '../../support/exchange.js';
import { startGateway } from '../../support/gateway.js';
import { startStub, type StubReply, type StubRequest } from '../../support/stub-server.js';
import { idOf } from './run-mutation.js';

const recorded = exchangesOf('ictcore');
const authenticate = recorded.find(({ name }) => name === 'authenticate');
const guide = exchangesOf('ictcore-guide');

function login({ method, target }: StubRequest): StubReply | undefined {
  return method === 'POST' && target === authenticate?.request.target ? authenticate.response : undefined;
}

/** A line of the recording of a real server, as an exchange of its own. */
function captured(capture: number): DocumentedExchange | undefined {
  const found = CAPTURES[capture - 1];
  if (!found) return undefined;
  const { request, response } = found;
  const lower = (headers: ReadonlyArray<readonly [string, string]>): Record<string, string> =>
    Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
  return {
    provider: 'ictcore',
    name: String(capture),
    source: `capture ${capture}`,
    given: undefined,
    config: {},
    query: undefined,
    data: undefined,
    request: {
      ...request,
      target: request.path,
      headers: lower(Object.entries(request.headers)),
      body: request.body ?? '',
    },
    response: { ...response, headers: lower(response.headers) },
  };
}

/** One write: the exchanges that it must meet, in order, and what GraphQL answers to it. */
export type WireCase = readonly [
  /** Names of files, numbers of captures, or what is given beside them. */
  exchanges: ReadonlyArray<string | number | DocumentedExchange>,
  field: string,
  args: string,
  data?: object,
];

/** A case under the name of its test. */
export function titled(wired: WireCase): { readonly title: string; readonly wired: WireCase } {
  const [names, field] = wired;
  const title = names.map((name) => (typeof name === 'object' ? name.name : name)).join(', ');
  return { title: `${field} (${title})`, wired };
}

/** Sends one write to a server that knows these exchanges only: each must be met as it was recorded or documented. */
export async function expectOnWire(folder: 'real' | 'guide', [names, field, args, data = {}]: WireCase): Promise<void> {
  const files = folder === 'guide' ? guide : recorded;
  const exchanges = names.flatMap((name) => {
    if (typeof name === 'object') return name;
    const found = typeof name === 'number' ? captured(name) : files.find((each) => each.name === name);
    return found ?? [];
  });
  expect(exchanges).toHaveLength(names.length);
  // Real answers were recorded with other credentials than ours.
  const headers = folder === 'guide' ? ['accept', 'content-type', 'authorization'] : ['accept', 'content-type'];
  const stub = await startStub(exchanges, { login, headers });
  const auth = folder === 'guide' ? { token: 'JWT' } : CREDENTIALS;
  const gateway = startGateway([{ provider: ictCore, baseUrl: stub.url + BASE_PATH, settings: { auth } }]);
  try {
    const selection = ['userErrors { code field }', ...Object.keys(data).filter((name) => name !== 'userErrors')];
    const document = `mutation { done: ${field}(${args}) { ${selection.map(selected).join(' ')} } }`;
    const answer = await gateway.ask(document);
    expect(stub.strays).toEqual([]);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ done: { userErrors: [], ...data } });
    expect(stub.met).toEqual(exchanges.map(({ name }) => name));
  } finally {
    await gateway.close();
    await stub.close();
  }
}

const NODES: readonly string[] = ['contact', 'group', 'trunk', 'account', 'user'];

function selected(name: string): string {
  return NODES.includes(name) ? `${name} { upstreamId }` : name;
}

/** An argument with a global id, e.g. `id: "…"`. */
export function arg(noun: string, key: number, name = 'id'): string {
  return `${name}: "${idOf(noun, key)}"`;
}

/** What a deletion of this thing answers. */
export function deleted(noun: string, key: number): object {
  return { deletedIds: [idOf(noun, key)] };
}
