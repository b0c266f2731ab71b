import { stringify } from 'yaml';

import { startEmulators, type EmulatorName, type Running, type StartOptions } from '../emulators/index.js';

/** Emulators that run, and the config that points a gateway at them. */
export interface Demo {
  readonly running: readonly Running[];
  /** As a config file holds it. */
  readonly config: string;
  readonly stop: () => Promise<void>;
}

interface Account {
  /** The upstream's name: what the account is for, as people name their own. */
  readonly name: string;
  /** Which of the emulator's credentials are used. */
  readonly auth: readonly string[];
  readonly more?: Readonly<Record<string, unknown>>;
}

const ACCOUNTS: Readonly<Record<EmulatorName, Account>> = {
  hosttracker: { name: 'monitoring', auth: ['login', 'password'] },
  cloudsigma: { name: 'cloud', auth: ['username', 'password'] },
  hostway: {
    name: 'mail',
    auth: ['username', 'password'],
    more: { account: 'account007', domains: ['test-domain.com', 'example.net'] },
  },
  ictcore: { name: 'pbx', auth: ['username', 'password'] },
  serwersms: { name: 'sms', auth: ['username', 'password'] },
};

/** Starts emulators and writes the config that fits them. */
export async function startDemo(names: readonly EmulatorName[], options: StartOptions = {}): Promise<Demo> {
  const running = await startEmulators(names, options);
  const upstreams = running.map(({ name: provider, baseUrl, credentials }) => {
    const { name, auth, more } = ACCOUNTS[provider];
    const chosen = Object.entries(credentials).filter(([key]) => auth.includes(key));
    return [name, { provider, baseUrl, ...more, auth: Object.fromEntries(chosen) }] as const;
  });
  return {
    running,
    config: stringify(
      { defaultCountry: 'PL', upstreams: Object.fromEntries(upstreams) },
      { flowCollectionPadding: true },
    ),
    stop: async () => {
      await Promise.all(running.map(({ emulator }) => emulator.close()));
    },
  };
}
