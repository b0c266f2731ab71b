import { EMULATORS, type EmulatorName } from '../../src/emulators/index.js';
import { createSchema } from '../../src/graph/schema.js';
import { DEFAULT_OPERATION_LIMITS } from '../../src/graph/cost/limits.js';
import { providers } from '../../src/providers/index.js';
import { collectIds } from './collect-ids.js';
import { startServerHere, type FuzzUpstream } from './fuzz-server.js';
import type { FuzzTarget } from './fuzz.js';
import { generateDocument } from './generate-document.js';
import { startHostileUpstream } from './hostile-upstream.js';
import { createRandom } from './random.js';

interface AccountSettings {
  readonly name: string;
  readonly exchanges: readonly string[];
  readonly basePath: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** What is refused before it is sent tries nothing. */
const LIMITS = { ...DEFAULT_OPERATION_LIMITS, rows: 1e9 };
/** Lists that lie about their length end somewhere. */
const BUDGET = { requests: 10_000, perUpstream: 1000 };

const auth = { username: 'anna@example.com', password: 'secret-of-anna' };

/** Accounts of every provider: two where it has two formats or ways in. */
const ACCOUNTS_OF: Readonly<Record<EmulatorName, readonly AccountSettings[]>> = {
  hosttracker: [
    {
      name: 'monitoring',
      exchanges: ['hosttracker'],
      basePath: '/api/web/v1',
      settings: { auth: { token: 'demo-token' } },
    },
    {
      name: 'monitoring-xml',
      exchanges: ['hosttracker'],
      basePath: '/api/web/v1',
      settings: { auth: { login: 'anna', password: 'secret-of-anna' }, format: 'xml' },
    },
  ],
  cloudsigma: [{ name: 'cloud', exchanges: ['cloudsigma'], basePath: '/api/2.0', settings: { auth } }],
  hostway: [
    {
      name: 'mail',
      exchanges: ['hostway'],
      basePath: '',
      settings: { account: 'account007', domains: ['test-domain.com'], auth },
    },
  ],
  ictcore: [
    {
      name: 'pbx',
      exchanges: ['ictcore', 'ictcore-guide'],
      basePath: '/api',
      settings: { auth: { token: 'JWT' } },
    },
    { name: 'pbx-log-in', exchanges: ['ictcore', 'ictcore-guide'], basePath: '/api', settings: { auth } },
  ],
  serwersms: [{ name: 'sms', exchanges: ['serwersms'], basePath: '', settings: { auth } }],
};
const ACCOUNTS = EMULATORS.flatMap((provider) => ACCOUNTS_OF[provider].map((account) => ({ ...account, provider })));

/** Queries to a gateway whose upstreams answer what they once answered, with faults. */
export async function startAnswerTarget(startServer = startServerHere): Promise<FuzzTarget> {
  const stubs = await Promise.all(ACCOUNTS.map(({ exchanges }) => startHostileUpstream(exchanges)));
  const upstreams = ACCOUNTS.map(({ name, provider, basePath, settings }, index): FuzzUpstream => {
    const url = stubs[index]?.url ?? '';
    // A second try would wait, and get another answer of the same kinds.
    return { name, provider, baseUrl: url + basePath, settings, retry: { tries: 1 }, timeoutMs: 3000 };
  });
  const server = await startServer(upstreams, { budget: BUDGET, limits: LIMITS });
  const names = { ids: await collectIds(server.url), upstreams: ACCOUNTS.map(({ name }) => name), misfits: 0 };
  const schema = createSchema(providers);
  const wish = { kind: 'query', share: 0.6, argumentShare: 0.05, depth: 4 } as const;
  return {
    server,
    prepare: (seed) => {
      for (const [index, stub] of stubs.entries()) stub.reset(seed * ACCOUNTS.length + index);
      return Buffer.from(JSON.stringify(generateDocument(createRandom(seed), schema, names, wish)));
    },
    describe: async () => [await server.lastLines(), ...stubs.flatMap(({ seen }) => seen)].join('\n').slice(0, 20_000),
    stop: async () => {
      await server.stop();
      await Promise.all(stubs.map((stub) => stub.close()));
    },
  };
}
