import { afterAll, beforeAll, beforeEach } from 'vitest';

import { CREDENTIALS, PREFIX, startHostTracker } from '../../../src/emulators/hosttracker/index.js';
import type {
  HostTrackerEmulator,
  HostTrackerOptions,
  HostTrackerSeed,
} from '../../../src/emulators/hosttracker/index.js';
import { hostTracker } from '../../../src/providers/hosttracker/index.js';
import { startGateway, type Answer, type TestGateway, type TestUpstream } from '../../support/gateway.js';

const { token, login, password } = CREDENTIALS;

export const TOKEN = { auth: { token } };
export const LOGIN = { auth: { login, password } };

/** A gateway over the emulator; both are closed by the caller. */
export function over(
  emulator: HostTrackerEmulator,
  settings: Readonly<Record<string, unknown>> = TOKEN,
  more: Pick<TestUpstream, 'defaultCountry'> = {},
): TestGateway {
  return startGateway([{ provider: hostTracker, baseUrl: emulator.url + PREFIX, settings, ...more }]);
}

export interface Harness {
  readonly emulator: () => HostTrackerEmulator;
  readonly ask: (document: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** Ids of contacts at the provider that a filter finds, and the query of the one request that asked for them. */
  readonly find: (filter: unknown) => Promise<{ ids: string[]; query: string[] | undefined; source: unknown }>;
  /** Methods, paths below the prefix and decoded queries of what the emulator saw since the last `reset`. */
  readonly seen: () => string[];
  readonly reset: (contacts?: HostTrackerSeed['contacts']) => void;
  /** Methods, paths below the prefix and bodies of what could have changed anything since the last `reset`. */
  readonly written: () => string[];
}

/** An emulator and a gateway over it for all tests of a file, with the shipped rows before each. */
export function harness(
  options: HostTrackerOptions = {},
  settings: Readonly<Record<string, unknown>> = TOKEN,
): Harness {
  let emulator: HostTrackerEmulator;
  let gateway: TestGateway;
  beforeAll(async () => {
    emulator = await startHostTracker(options);
    gateway = over(emulator, settings);
  });
  beforeEach(() => {
    emulator.reset();
  });
  afterAll(async () => {
    await gateway.close();
    await emulator.close();
  });
  const seen = (): string[] => seenBy(emulator);
  return {
    emulator: () => emulator,
    ask: (document, variables) => gateway.ask(document, variables),
    find: async (filter) => {
      const before = emulator.requests.length;
      const { data, errors } = await gateway.ask(
        `query ($filter: ContactFilter) {
          contacts(first: 1000, filter: $filter) { nodes { upstreamId } sources { fetched matched pushedDown residual } }
        }`,
        { filter },
      );
      if (errors.length) throw new Error(JSON.stringify(errors));
      const { nodes, sources } = data?.['contacts'] as { nodes: Array<{ upstreamId: string }>; sources: unknown[] };
      const [request] = emulator.requests.slice(before);
      return {
        ids: nodes.map(({ upstreamId }) => upstreamId),
        query: request && [...new URLSearchParams(request.query)].map((pair) => pair.join('=')),
        source: sources[0],
      };
    },
    seen,
    reset: (contacts) => {
      emulator.reset(contacts && { contacts });
    },
    written: () => writtenTo(emulator),
  };
}

export function seenBy({ requests }: HostTrackerEmulator): string[] {
  return requests.map(
    ({ method, path, query }) => `${method} ${path.slice(PREFIX.length)}${decodeURIComponent(query)}`,
  );
}

export function writtenTo({ requests }: HostTrackerEmulator): string[] {
  return requests
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/users/token'))
    .map(
      ({ method, path, query, body }) =>
        `${method} ${path.slice(PREFIX.length)}${decodeURIComponent(query)}${body && ` ${body}`}`,
    );
}

/** The gateway's id of a contact with this id at the provider. */
export function idOf(key: string, noun = 'contact'): string {
  return Buffer.from(`hosttracker:${noun}:${key}`).toString('base64url');
}
