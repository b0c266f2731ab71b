import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Mutation } from 'type-graphql';
import * as z from 'zod';

import type { Context } from '../../src/graph/request/context.js';
import { Contact } from '../../src/graph/contact/types.js';
import { NeedsScope } from '../../src/graph/request/scopes.js';
import { Arg, Ctx, ObjectType, Query, Resolver } from '../../src/graph/values/decorators.js';
import { badInput } from '../../src/graph/values/errors.js';
import { encodeId } from '../../src/graph/values/id.js';
import { defineProvider, type Provider } from '../../src/graph/ports/provider.js';
import type { CallOptions, Effect } from '../../src/transport/exchange.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import type { UpstreamConnection } from '../../src/transport/stack.js';
import type { TestUpstream } from '../support/gateway.js';

/** What no client and no log may ever see. */
export const SECRET = 'hunter2-the-password';

/** An upstream on loopback: a list of three contacts, and paths that answer when the test says so. */
export interface LoopbackUpstream {
  readonly upstream: TestUpstream;
  /** Method and path of each request, in their order. */
  readonly requests: readonly string[];
  /** Resolves when a request for this path has come. */
  readonly came: (path: string) => Promise<void>;
  /** Resolves when the requester of this path has gone before the answer. */
  readonly lost: (path: string) => Promise<void>;
  /** Answers what is held. */
  readonly release: () => void;
  /** From here on every request is answered with this status. */
  readonly fail: (status: number) => void;
  readonly close: () => Promise<void>;
}

/** Starts one; `/held…` paths wait for `release`. */
export async function startLoopbackUpstream(name = 'loopback'): Promise<LoopbackUpstream> {
  const requests: string[] = [];
  const held = new Set<ServerResponse>();
  const waiting = new Map<string, Array<() => void>>();
  const seen = new Set<string>();
  const happen = (event: string): void => {
    seen.add(event);
    for (const resolve of waiting.get(event) ?? []) resolve();
  };
  const when = (event: string): Promise<void> =>
    new Promise((resolve) => {
      if (seen.has(event)) resolve();
      else waiting.set(event, [...(waiting.get(event) ?? []), resolve]);
    });
  let status = 200;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(`${request.method ?? ''} ${path}`);
    happen(`came ${path}`);
    response.once('close', () => {
      if (!response.writableFinished) happen(`lost ${path}`);
    });
    if (path.startsWith('/held')) held.add(response);
    else response.writeHead(status, { 'content-type': 'application/json' }).end('["Anna","Bruno","Celina"]');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    upstream: { provider: loopback, name, baseUrl: `http://127.0.0.1:${port}`, settings: {} },
    requests,
    came: (path) => when(`came ${path}`),
    lost: (path) => when(`lost ${path}`),
    release: () => {
      for (const response of held) response.end('["done"]');
      held.clear();
    },
    fail: (code) => {
      status = code;
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

@ObjectType({ implements: Contact, simpleResolvers: true })
class LoopbackContact extends Contact {
  declare readonly __typename: 'LoopbackContact';
}

function cyclicError(): Error {
  const error = new Error(SECRET);
  error.cause = new Error(`of the cause with ${SECRET}`, { cause: error });
  return error;
}

async function call(
  connection: UpstreamConnection,
  path: string,
  callOptions: CallOptions,
  effect: Effect = 'reads',
): Promise<string> {
  const method = effect === 'reads' ? 'GET' : 'POST';
  const { status, body } = await connection.exchange({
    operation: path,
    method,
    path,
    headers: {},
    effect,
    callOptions,
  });
  if (status !== 200) {
    throw new ProviderFailure(connection.upstream, 'unavailable', `${path} answered ${status}`, { cause: SECRET });
  }
  return body.toString();
}

@Resolver()
class LoopbackResolver {
  @NeedsScope('read')
  @Query(() => String, { nullable: true })
  async call(@Ctx() { upstreams, callOptions }: Context, @Arg('path', () => String) path: string): Promise<string> {
    const [first] = upstreams;
    return first ? call(first.connection, path, callOptions) : '';
  }

  @NeedsScope('read')
  @Query(() => String, { nullable: true })
  broken(@Arg('how', () => String) how: string): string | null {
    const thrown: Record<string, unknown> = {
      error: new Error(`no connection with ${SECRET}`, { cause: new Error('of the cause') }),
      text: SECRET,
      nothing: undefined,
      code: Object.assign(new Error(SECRET), { extensions: { code: 'MADE_UP', detail: SECRET } }),
      getters: {
        get message(): string {
          throw new Error(SECRET);
        },
        secret: SECRET,
      },
      cycle: cyclicError(),
      input: badInput('"how" must not be "input"'),
    };
    throw thrown[how];
  }

  @NeedsScope('read')
  @Query(() => String)
  missing(): string | null {
    return null;
  }

  @NeedsScope('write')
  @Mutation(() => String)
  async actTwice(@Ctx() { upstreams, callOptions }: Context): Promise<string> {
    const [first] = upstreams;
    if (!first) return '';
    await call(first.connection, '/held/first', callOptions, 'acts');
    return call(first.connection, '/second', callOptions, 'acts');
  }
}

const loopback: Provider = defineProvider({
  name: 'loopback',
  title: 'Loopback',
  description: 'A provider of the tests.',
  settings: z.strictObject({}),
  types: [LoopbackContact],
  resolvers: [LoopbackResolver],
  open: ({ upstream, connect }) => {
    const connection = connect((next) => next, [SECRET]);
    return {
      connection,
      backends: {
        contact: {
          pushdown: { offers: {}, window: false, columns: ['id', 'name', 'email', 'phone', 'channel'] },
          list: async function* (_, callOptions) {
            const names = z.array(z.string()).parse(JSON.parse(await call(connection, '/contacts', callOptions)));
            yield {
              rows: names.map((name): LoopbackContact => ({
                __typename: 'LoopbackContact',
                id: encodeId(upstream.name, 'contact', name),
                upstream,
                upstreamId: name,
                displayName: name,
                emails: [`${name.toLowerCase()}@example.com`],
                phones: [],
                channels: ['EMAIL'],
                groupKeys: [],
              })),
            };
          },
          byKeys: async () => new Map(),
        },
      },
      costs: { nouns: {}, writes: {} },
      probe: async (callOptions) => {
        await call(connection, '/contacts', callOptions);
      },
    };
  },
});
