import { createClock, type Clock } from '../kit/clock.js';
import { startEmulator, type Emulator } from '../kit/emulator.js';
import { CoreException } from './errors.js';
import { errorReply } from './reply.js';
import { run } from './campaign-run.js';
import { campaigns } from './campaign-table.js';
import { ENDPOINTS, TABLES } from './resources.js';
import { INSTALLATION } from './seed-installation.js';
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
  /** Milliseconds of the clock from one step of a transmission to the next; of these there are three. */
  readonly pace?: number;
}

const PACE = 2_000;

/** ICTCore 1.2 in memory; clients use its `url` + `BASE_PATH`. Moving the `clock` lets tokens expire, imports finish and transmissions go on. */
export async function startIctCore(options: Options = {}): Promise<Emulator<Seed> & { readonly clock: Clock }> {
  const clock = options.clock ?? createClock();
  const state = createState(TABLES, clock, options.pace ?? PACE);
  const server = createServer(state, ENDPOINTS);
  const behaviour = {
    name: 'ictcore',
    ...server,
    reset: (seed: Seed = SEED) => {
      const { configuration = {}, files = {}, ...tables } = seed;
      state.load({ ...INSTALLATION, ...(seed.users ? {} : DEMO_USERS), ...tables }, configuration);
      for (const [name, content] of Object.entries(files)) state.media.write(name, content);
      for (const row of state.rows(campaigns).all()) if (row['status'] === 'running') run(state, row);
    },
    replies: {
      unauthorized: errorReply(new CoreException(401, 'Invalid credentials, access is denied to contacts.'), 'json'),
      // The server itself never says 429; a proxy before it may.
      throttled: { status: 429, headers: { 'content-type': 'text/html' }, body: '<h1>Too Many Requests</h1>' },
    },
  };
  const emulator = await startEmulator(behaviour, options.port ?? 0);
  return {
    ...emulator,
    clock,
    close: async () => {
      await emulator.close();
      state.media.clear();
    },
  };
}
