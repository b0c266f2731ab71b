import { createClock, type Clock } from '../kit/clock.js';
import { startEmulator, type Emulator } from '../kit/emulator.js';
import { CoreException } from './errors.js';
import { errorReply } from './reply.js';
import { ENDPOINTS, TABLES } from './resources.js';
import { DEMO_USERS, SEED, type Seed } from './seed.js';
import { createServer } from './server.js';
import { createState } from './state.js';

export { BASE_PATH } from './server.js';
export type { Seed } from './seed.js';

/** The administrator, with both roles. */
export const CREDENTIALS = { username: 'admin', password: 'helloAdmin' } as const;
/** A user with the role `user` only: contacts and groups, but no providers. */
export const USER_CREDENTIALS = { username: 'user', password: 'helloUser' } as const;

export interface Options {
  readonly port?: number;
  readonly clock?: Clock;
}

/** ICTCore 1.2 in memory; clients use its `url` + `BASE_PATH`. Moving the `clock` lets tokens expire and imports finish. */
export async function startIctCore(options: Options = {}): Promise<Emulator<Seed> & { readonly clock: Clock }> {
  const clock = options.clock ?? createClock();
  const state = createState(TABLES, clock);
  const behaviour = {
    name: 'ictcore',
    answer: createServer(state, ENDPOINTS),
    reset: (seed: Seed = SEED) => {
      const { configuration = {}, ...tables } = seed;
      state.load(seed.users ? tables : { ...tables, ...DEMO_USERS }, configuration);
    },
    replies: {
      unauthorized: errorReply(new CoreException(401, 'Invalid credentials, access is denied to contacts.'), 'json'),
      // The server itself never says 429; a proxy before it may.
      throttled: { status: 429, headers: { 'content-type': 'text/html' }, body: '<h1>Too Many Requests</h1>' },
    },
  };
  return { ...(await startEmulator(behaviour, options.port ?? 0)), clock };
}
