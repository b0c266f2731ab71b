import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { EMULATORS, startEmulators, type Running } from '../../src/emulators/index.js';
import { accountSettingsOf } from '../support/account-settings.js';
import { startGatewayProcess, type GatewayProcess } from './gateway-process.js';

/** Answers that a client of it gets. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: ReadonlyArray<{ readonly extensions: { readonly code: string; readonly sent?: string } }>;
}

/** A gateway in a process of its own, over five emulators in this one. */
export interface SoakedGateway extends Pick<GatewayProcess, 'measure' | 'errors' | 'isAlive'> {
  readonly upstreams: readonly Running[];
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>, signal?: AbortSignal) => Promise<Answer>;
  /** How many requests wait for their answers. */
  readonly inFlight: () => number;
  /** Changes the config and has it read; whether it was. */
  readonly reload: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

export async function startSoakedGateway(timeoutMs: number): Promise<SoakedGateway> {
  const upstreams = await startEmulators(EMULATORS, { portBase: 0 });
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-soak-'));
  const file = join(folder, 'gateway.json');
  let version = 0;
  const writeConfig = async (): Promise<void> => {
    const entries = upstreams.map((upstream, place) => {
      const { name, baseUrl } = upstream;
      // Each change replaces some upstreams and leaves others as they are.
      const cacheMs = (version + place) % 3 === 0 ? 1 : 0;
      return [name, { provider: name, baseUrl, timeoutMs, cacheMs, ...accountSettingsOf(upstream) }] as const;
    });
    const config = { idempotency: { directory: join(folder, 'data') }, upstreams: Object.fromEntries(entries) };
    await writeFile(file, JSON.stringify(config));
  };
  await writeConfig();
  const { url, reload, stop, ...gateway } = await startGatewayProcess(file);
  let inFlight = 0;
  return {
    ...gateway,
    upstreams,
    inFlight: () => inFlight,
    ask: async (query, variables = {}, signal) => {
      inFlight += 1;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, variables }),
          signal: signal ?? null,
        });
        return (await response.json()) as Answer;
      } finally {
        inFlight -= 1;
      }
    },
    reload: async () => {
      version += 1;
      await writeConfig();
      return reload();
    },
    stop: async () => {
      await stop();
      await Promise.all(upstreams.map(({ emulator }) => emulator.close()));
      await rm(folder, { recursive: true });
    },
  };
}
