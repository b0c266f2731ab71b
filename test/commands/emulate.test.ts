import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { emulate } from '../../src/commands/emulate.js';
import { readConfig } from '../../src/config/load.js';
import { EMULATORS } from '../../src/emulators/index.js';
import { providers } from '../../src/providers/index.js';
import { failureOf } from './test-context.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

it('prints a config that fits what it started', async () => {
  const { greeting: printed, stop } = await emulate({ only: ['ictcore', 'hostway'], portBase: 0 });
  const { upstreams } = readConfig(
    printed.slice(printed.indexOf('defaultCountry'), printed.lastIndexOf('\ncurl')),
    'printed',
    providers,
    {},
  );
  expect(upstreams.map(({ provider }) => provider)).toEqual(['ictcore', 'hostway']);
  for (const { origin, basePath } of upstreams) expect(printed).toContain(`${origin}${basePath}`);
  expect(printed).toContain('username admin, password helloAdmin');
  await stop();
  await expect(fetch(upstreams[0]?.origin ?? '')).rejects.toThrow();
});

it('writes the config to a new file, and over none that is there', async () => {
  const out = join(folder, 'emulators.yaml');
  const { greeting: printed, stop } = await emulate({ only: ['serwersms'], portBase: 0, out });
  expect(printed).toContain(`npm start -- --config ${out}`);
  expect(printed).not.toContain('upstreams:');
  const { upstreams } = readConfig(await readFile(out, 'utf8'), out, providers, {});
  expect(upstreams.map(({ provider }) => provider)).toEqual(['serwersms']);
  await stop();
  const mine = join(folder, 'mine.yaml');
  await writeFile(mine, 'upstreams: {}\n');
  expect(await failureOf(emulate({ only: ['serwersms'], portBase: 0, out: mine }))).toBe(
    `--out ${mine}: there is such a file already; name another, or remove it\n`,
  );
  expect(await readFile(mine, 'utf8')).toBe('upstreams: {}\n');
  expect(await failureOf(emulate({ only: ['serwersms'], portBase: 0, out: folder + '/no/such' }))).toMatch(
    /cannot be written \(ENOENT\)\n$/,
  );
});

it('knows no other names', async () => {
  expect(await failureOf(emulate({ only: ['hostway', 'hostwhy'] }))).toBe(
    `--only: no emulator "hostwhy"; there are ${EMULATORS.join(', ')}\n`,
  );
});

it('starts none when a port that was asked for is taken', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const printed = await failureOf(emulate({ only: ['hosttracker', 'cloudsigma'], portBase: port }));
  expect(printed).toMatch(new RegExp(`^port ${port} of 127.0.0.1 is taken: choose another`));
  await expect(fetch(`http://127.0.0.1:${port + 1}`)).rejects.toThrow();
  taken.close();
});
