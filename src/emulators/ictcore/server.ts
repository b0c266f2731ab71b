import type { IncomingHttpHeaders } from 'node:http';

import { matchRoute, type Call, type Reply, type Route } from '../kit/http.js';
import { userOf } from './authenticate.js';
import { decodeBody } from './body.js';
import { CoreException } from './errors.js';
import type { Query } from './filters.js';
import { emptyReply, errorReply, formatOf, isFormat, toReply } from './reply.js';
import type { Endpoint } from './route.js';
import { withErrors, withoutDatabase } from './sickness.js';
import type { State } from './state.js';
import { mayDo } from './users.js';

/** Where the API lives on its host. */
export const BASE_PATH = '/api';

export interface Answered {
  readonly operation: string;
  readonly reply: Reply;
}

export interface Server {
  readonly answer: (call: Omit<Call, 'params'>) => Promise<Answered>;
  readonly streams: (method: string, path: string) => boolean;
}

/** What the server does with every request, whatever it asks for. */
export function createServer(state: State, endpoints: readonly Endpoint[]): Server {
  const routes = endpoints.map(
    (endpoint) => ({ ...endpoint, handle: () => ({ status: 200 }) }) satisfies Route & Endpoint,
  );
  return {
    answer: async (call) => {
      await state.tokens.ready;
      state.settle();
      const cors = corsHeaders(state, call.headers);
      const configuration = state.configuration();
      const { operation, reply: healthy } = await answer(call);
      const reply = withErrors(healthy, configuration);
      return { operation, reply: { ...reply, headers: { ...reply.headers, ...cors } } };
    },
    streams: (method, path) => matchRoute(routes, method, split(path).path)?.route.streams === true,
  };

  async function answer(call: Omit<Call, 'params'>): Promise<Answered> {
    if (!call.path.startsWith(`${BASE_PATH}/`)) {
      return { operation: '', reply: { ...emptyReply(404), body: '<h1>Not Found</h1>' } };
    }
    if (call.method === 'OPTIONS' && state.configuration()['website:cors']) {
      return { operation: 'OPTIONS', reply: emptyReply(200) };
    }
    if (state.configuration().database) return { operation: '', reply: withoutDatabase(state.configuration()) };
    const { path, suffix } = split(call.path);
    const query: Query = Object.fromEntries(call.query);
    const format = formatOf(query, suffix, call.headers);
    const method = methodOf(call.method, call.headers, query);
    const matched = matchRoute(routes, method, path);
    const endpoint = endpoints.find(
      ({ method, pattern }) => method === matched?.route.method && pattern === matched.route.pattern,
    );
    try {
      // A path with another method is as unknown as no path at all, and both are found out before the login.
      if (!matched || !endpoint) throw new CoreException(404, 'Not Found');
      const userId = admit(endpoint, call.headers, path);
      const mime = (call.headers['content-type'] ?? '').toLowerCase();
      const answered = await endpoint.answer({
        state,
        userId,
        params: matched.params,
        query,
        data: decodeBody(call.text, mime),
        body: call.text,
        stream: call.stream,
        mime,
        did: call.recordEffect,
      });
      return { operation: `${endpoint.method} ${endpoint.pattern}`, reply: toReply(answered, format) };
    } catch (error) {
      return { operation: endpoint ? `${endpoint.method} ${endpoint.pattern}` : '', reply: errorReply(error, format) };
    }
  }

  function admit({ access }: Endpoint, headers: IncomingHttpHeaders, path: string): string | null {
    if (access === 'everyone') return null;
    const userId = userOf(state, headers)?.['user_id'];
    if (!userId) throw new CoreException(401, `Invalid credentials, access is denied to ${path.slice(1)}.`);
    if (!access.every((permission) => mayDo(state, userId, permission))) {
      throw new CoreException(403, 'User not permitted to perform required action');
    }
    return userId;
  }
}

/** The route's path, and the format that a suffix asks for. */
function split(path: string): { readonly path: string; readonly suffix: string | undefined } {
  const asked = path.slice(BASE_PATH.length);
  const [, bare = '', suffix] = /^(.*)\.(\w+)$/.exec(asked) ?? [];
  // An e-mail address at the end of a path has no format for its domain.
  return suffix !== undefined && isFormat(suffix) ? { path: bare, suffix } : { path: asked, suffix: undefined };
}

/** A POST may be any of these in disguise. */
function methodOf(method: string, headers: IncomingHttpHeaders, query: Query): string {
  const header = headers['x-http-method-override'];
  const wanted = (typeof header === 'string' ? header : (query['method'] ?? '')).toUpperCase();
  return method === 'POST' && ['PUT', 'DELETE', 'PATCH'].includes(wanted) ? wanted : method;
}

/** Of an answer to a page of another origin, where the installation allows that (captures 24 to 26). */
function corsHeaders(state: State, { origin }: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const allowed =
    state
      .configuration()
      ['website:cors']?.split(',')
      .map((one) => one.trim()) ?? [];
  if (!origin || !(allowed.includes('*') || allowed.includes(origin))) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET,POST,PUT,DELETE,OPTIONS',
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers':
      'X-Requested-With, content-type, access-control-allow-origin, access-control-allow-methods, access-control-allow-headers, Authorization',
    'access-control-expose-headers': 'Content-Type, Content-Length, Content-Disposition',
  };
}
