import { stringify } from 'yaml';

import { startEmulators, type EmulatorName, type Running, type StartOptions } from '../emulators/index.js';

/** Emulators that run, and the config that points a gateway at them. */
export interface Demo {
  readonly emulators: readonly Running[];
  /** The text of a config file. */
  readonly config: string;
  readonly stop: () => Promise<void>;
}

interface DemoAccount {
  /** The name of the upstream, after the purpose of the account. */
  readonly name: string;
  /** Which of the emulator's credentials are used. */
  readonly auth: readonly string[];
  readonly extraSettings?: Readonly<Record<string, unknown>>;
}

const ACCOUNTS: Readonly<Record<EmulatorName, DemoAccount>> = {
  hosttracker: { name: 'monitoring', auth: ['login', 'password'] },
  cloudsigma: { name: 'cloud', auth: ['username', 'password'] },
  hostway: {
    name: 'mail',
    auth: ['username', 'password'],
    extraSettings: { account: 'account007', domains: ['test-domain.com', 'example.net'] },
  },
  ictcore: { name: 'pbx', auth: ['username', 'password'] },
  serwersms: { name: 'sms', auth: ['username', 'password'] },
};

/** Starts emulators and writes the config that fits them. */
export async function startDemo(names: readonly EmulatorName[], options: StartOptions = {}): Promise<Demo> {
  const emulators = await startEmulators(names, options);
  const upstreams = emulators.map(({ name: provider, baseUrl, credentials }) => {
    const { name, auth, extraSettings } = ACCOUNTS[provider];
    const selectedCredentials = Object.entries(credentials).filter(([key]) => auth.includes(key));
    return [name, { provider, baseUrl, ...extraSettings, auth: Object.fromEntries(selectedCredentials) }] as const;
  });
  return {
    emulators: emulators,
    config: stringify(
      { defaultCountry: 'PL', upstreams: Object.fromEntries(upstreams) },
      { flowCollectionPadding: true },
    ),
    stop: async () => {
      await Promise.all(emulators.map(({ emulator }) => emulator.close()));
    },
  };
}
