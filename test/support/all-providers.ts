import { startEmulators, EMULATORS, type EmulatorName, type Running } from '../../src/emulators/index.js';
import { providers } from '../../src/providers/index.js';
import { accountSettingsOf } from './account-settings.js';
import type { TestUpstream } from './gateway.js';

/** The five emulators and the upstreams over them, named as the providers are. */
export interface Five {
  readonly emulators: Readonly<Record<EmulatorName, Running['emulator']>>;
  readonly upstreams: readonly TestUpstream[];
  readonly stop: () => Promise<void>;
}

export async function startFive(change: Partial<TestUpstream> = {}): Promise<Five> {
  const running = await startEmulators(EMULATORS, { portBase: 0 });
  const emulators = Object.fromEntries(running.map(({ name, emulator }) => [name, emulator]));
  return {
    emulators: emulators as Five['emulators'],
    upstreams: providers.map((provider) => {
      const found = running.find(({ name }) => name === provider.name);
      if (!found) throw new Error(`no emulator of ${provider.name}`);
      const settings = accountSettingsOf(found) as TestUpstream['settings'];
      return { provider, baseUrl: found.baseUrl, settings, ...change };
    }),
    stop: async () => {
      await Promise.all(running.map(({ emulator }) => emulator.close()));
    },
  };
}
