import type { EmulatorName, Running } from '../../src/emulators/index.js';

const SETTINGS: Readonly<Record<EmulatorName, (credentials: Readonly<Record<string, string>>) => object>> = {
  hosttracker: ({ token }) => ({ auth: { token } }),
  cloudsigma: ({ username, password }) => ({ auth: { username, password } }),
  hostway: ({ username, password }) => ({
    account: 'account007',
    domains: ['test-domain.com'],
    auth: { username, password },
  }),
  ictcore: ({ username, password }) => ({ auth: { username, password } }),
  serwersms: ({ username, password }) => ({ auth: { username, password } }),
};

/** What a config says of an emulator's account, besides where it is. */
export function accountSettingsOf({ name, credentials }: Pick<Running, 'name' | 'credentials'>): object {
  return SETTINGS[name](credentials);
}
