import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';

import { stringify } from 'yaml';

import type { Command } from './pinned-process.js';
import { CHECKOUT, ENGINE_FLAGS, type Place } from './places.js';

/** Compiles what is measured. */
export function buildTrunkline(): void {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: CHECKOUT, stdio: 'inherit' });
  if (status !== 0) throw new Error('npm run build failed');
}

/** Trunkline as it is built and started for real, over the stubbed upstreams; nothing is cached, all else is as it comes. */
export function trunklineCommand(
  environment: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
  /** Of each upstream. */
  settings: object = {},
): (place: Place) => Promise<Command> {
  return async (place) => {
    const config = `${place.folder}/trunkline-${place.port}.yaml`;
    await writeFile(config, configFor(place, settings));
    const args = [...ENGINE_FLAGS, ...flags, 'dist/main.js', 'start', '--config', config, '--port', String(place.port)];
    return { program: process.execPath, args, folder: CHECKOUT, environment };
  };
}

function configFor({ folder, port, firstUpstreamPort }: Place, settings: object): string {
  const upstream = (provider: string, place: number, path: string, more: object) => ({
    provider,
    baseUrl: `http://127.0.0.1:${firstUpstreamPort + place}${path}`,
    cacheMs: 0,
    ...settings,
    ...more,
  });
  const mail = { account: 'account007', domains: ['test-domain.com'] };
  return stringify({
    defaultCountry: 'PL',
    idempotency: { directory: `${folder}/store-${port}` },
    upstreams: {
      monitoring: upstream('hosttracker', 0, '/api/web/v1', { auth: { token: 'token-monitoring' } }),
      cloud: upstream('cloudsigma', 1, '/api/2.0', {
        auth: { username: 'ops@example.com', password: 'password-cloud' },
      }),
      mail: upstream('hostway', 2, '', { auth: { username: 'account007', password: 'password-mail' }, ...mail }),
      pbx: upstream('ictcore', 3, '/api', { auth: { token: 'token-pbx' } }),
      sms: upstream('serwersms', 4, '', { auth: { token: 'token-sms' } }),
    },
  });
}
