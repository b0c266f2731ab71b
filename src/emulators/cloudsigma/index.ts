import { randomUUID } from 'node:crypto';

import { startEmulator, type Behaviour, type Emulator } from '../kit/emulator.js';
import { hasPath, matchRoute, type Call, type Reply, type Route } from '../kit/http.js';
import { contactRoutes } from './contacts.js';
import { preferenceRoutes } from './preferences.js';
import { notFound, Refusal, toReply } from './refusal.js';
import { SEED } from './seed.js';
import { createState, type Seed } from './state.js';

/** The demo account: e-mail and password, by Basic authentication. */
export const CREDENTIALS = { username: 'anna.kowalska@example.com', password: 'cloudsigma-demo' } as const;

/** What the document's examples send; base64 of a joke, and a login of the same account here. */
const DOCUMENT_LOGIN = 'SWYgeW91IGZvdW5kIHRoaXMsIGhhdmUgYSBjb29raWUsIHlvdSBkZXNlcnZlIGl0IDop';

const LOGINS: readonly string[] = [
  Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64'),
  DOCUMENT_LOGIN,
];

// The body of a 401 may be empty (seen by the published clients).
const UNAUTHORIZED: Reply = {
  status: 401,
  headers: { 'www-authenticate': 'Basic realm="users"', 'content-type': 'text/html; charset=utf-8' },
  body: '',
};

const THROTTLED = toReply(
  new Refusal(429, [{ error_type: 'concurrency', error_message: 'Too many requests', error_point: null }]),
);

/** Starts CloudSigma's notification contacts and preferences; a client's base URL is `url` + `/api/2.0`. */
export function startCloudSigma(options: { readonly port?: number } = {}): Promise<Emulator<Seed>> {
  let state = createState({});
  const routes = [...contactRoutes(() => state), ...preferenceRoutes(() => state)];
  const behaviour: Behaviour<Seed> = {
    name: 'cloudsigma',
    answer: async (call) => answer(routes, call),
    reset: (seed = SEED) => {
      state = createState(seed);
    },
    replies: { unauthorized: UNAUTHORIZED, throttled: THROTTLED },
  };
  return startEmulator(behaviour, options.port);
}

async function answer(
  routes: readonly Route[],
  call: Omit<Call, 'params'>,
): Promise<{ operation: string; reply: Reply }> {
  const matched = matchRoute(routes, call.method, call.path);
  const operation = matched ? `${call.method} ${matched.route.pattern}` : '';
  const handle = async (): Promise<Reply> => {
    const refused = refuse(call);
    if (refused) return refused;
    if (matched) return matched.route.handle({ ...call, params: matched.params });
    if (!hasPath(routes, call.path)) throw notFound('Resource does not exist');
    const message = `Method ${call.method} is not allowed`;
    return toReply(new Refusal(405, [{ error_type: 'permission', error_message: message, error_point: null }]));
  };
  const reply = await handle().catch((error: unknown) => {
    if (error instanceof Refusal) return toReply(error);
    throw error;
  });
  // Both published SDKs read this header into their logs.
  return { operation, reply: { ...reply, headers: { ...reply.headers, 'x-request-id': randomUUID() } } };
}

function refuse(call: Omit<Call, 'params'>): Reply | undefined {
  const [, login] = /^Basic +(\S+)$/i.exec(call.headers.authorization ?? '') ?? [];
  if (!login || !LOGINS.includes(login)) return UNAUTHORIZED;
  const accept = call.headers.accept;
  if (!accept || /\*\/\*|application\/(\*|json)/i.test(accept)) return undefined;
  const message = `Cannot answer as ${accept}`;
  return toReply(new Refusal(406, [{ error_type: 'validation', error_message: message, error_point: null }]));
}
