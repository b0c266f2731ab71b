import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { providers } from '../../src/providers/index.js';
import { ROOT } from './imports.js';

const folders = readdirSync(join(ROOT, 'src/providers'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What a provider's folder owes and has not, as it is looked up by `has`. */
function owed(name: string, has: (path: string) => boolean): string[] {
  return [
    `src/providers/${name}/index.ts`,
    `src/providers/${name}/settings.ts`,
    `src/providers/${name}/README.md`,
    `src/emulators/${name}/index.ts`,
    `src/emulators/${name}/README.md`,
    `test/providers/${name}/conformance.test.ts`,
    `test/emulators/${name}/index.test.ts`,
  ].filter((path) => !has(path));
}

describe.each(folders)('%s', (name) => {
  test('has what every provider has', () => {
    expect(owed(name, (path) => existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('stands in the registry, once', () => {
    expect(providers.filter((provider) => provider.name === name)).toHaveLength(1);
  });

  test('passes the conformance suite', () => {
    expect(readFileSync(join(ROOT, `test/providers/${name}/conformance.test.ts`), 'utf8')).toMatch(/\btestProvider\(/);
  });
});

test('the registry holds folders only', () => {
  expect(providers.map(({ name }) => name).sort()).toEqual([...folders].sort());
});

test('the law bites: a folder without its documents is told so', () => {
  expect(owed('made-up', (path) => !path.endsWith('README.md'))).toHaveLength(2);
});

/** Titles of providers that a page does not name. */
const unnamedIn = (page: string): string[] =>
  providers.filter(({ title }) => !page.includes(title)).map(({ title }) => title);

test.each(['README.md', 'docs/providers.md'])('%s names every provider', (path) => {
  expect(unnamedIn(readFileSync(join(ROOT, path), 'utf8'))).toEqual([]);
});

test('the law bites: a page without a provider', () => {
  expect(unnamedIn(providers.map(({ title }) => title.replace('Hostway', '')).join())).toEqual(['Hostway']);
});
