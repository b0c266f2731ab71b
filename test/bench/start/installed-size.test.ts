import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { CHECKOUT } from '../compare/places.js';
import { bytesIn, measureInstalled } from './installed-size.js';

it('counts the files of a package, and those of packages within it by themselves', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'lib'));
  await mkdir(join(folder, 'node_modules', 'other'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{}');
  await writeFile(join(folder, 'lib', 'index.js'), '12345');
  await writeFile(join(folder, 'node_modules', 'other', 'index.js'), 'many more');
  expect(bytesIn(folder)).toBe(7);
});

it('counts what the gateway needs to run, and nothing that only its development needs', () => {
  const { packages, bytes } = measureInstalled(CHECKOUT);
  expect(packages).toBeGreaterThan(20);
  expect(bytes).toBeLessThan(200 * 1024 * 1024);
});
