import { foldBy } from '../kit/comparison.js';
import { startEmulator, type Behaviour, type Emulator } from '../kit/emulator.js';
import { hasPath, matchRoute, type Call, type Reply, type Route } from '../kit/http.js';
import { contactRoutes } from './contacts.js';
import { inText, Refusal } from './refusal.js';
import { SEED } from './seed.js';
import { createState, type Seed } from './state.js';

/** The demo login, by Basic authentication; its account is `account007`. */
export const CREDENTIALS = { username: 'account007', password: 'hostway-demo' } as const;

const LOGIN = Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64');

const UNAUTHORIZED = inText(401, { 'www-authenticate': 'Basic realm="Hostway API"' });

/** Starts the address books of Hostway's mail domains; a client's base URL is `url`. */
export async function startHostway(options: { readonly port?: number } = {}): Promise<Emulator<Seed>> {
  let state = createState({});
  let fold = foldBy();
  let origin = '';
  const routes = contactRoutes(() => ({ state, origin, fold }));
  const behaviour: Behaviour<Seed> = {
    name: 'hostway',
    answer: (call) => answer(routes, call),
    reset: (seed = SEED) => {
      state = createState(seed);
      fold = foldBy(seed.compares);
    },
    replies: { unauthorized: UNAUTHORIZED.reply, throttled: inText(429).reply },
  };
  const emulator = await startEmulator(behaviour, options.port);
  origin = emulator.url;
  return emulator;
}

async function answer(
  routes: readonly Route[],
  call: Omit<Call, 'params'>,
): Promise<{ operation: string; reply: Reply }> {
  const matched = matchRoute(routes, call.method, call.path);
  const operation = matched ? `${call.method} ${matched.route.pattern}` : '';
  const handle = async (): Promise<Reply> => {
    const [, login] = /^Basic +(\S+)$/i.exec(call.headers.authorization ?? '') ?? [];
    if (login !== LOGIN) throw UNAUTHORIZED;
    if (matched) return matched.route.handle({ ...call, params: matched.params });
    throw inText(hasPath(routes, call.path) ? 405 : 404);
  };
  const reply = await handle().catch((error: unknown) => {
    if (error instanceof Refusal) return error.reply;
    throw error;
  });
  // Its examples show this header on every answer.
  return { operation, reply: { ...reply, headers: { ...reply.headers, 'access-control-allow-origin': '*' } } };
}
