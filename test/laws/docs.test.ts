import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { blocksOf } from '../support/markdown.js';
import { allPages, documentationPages, type Page } from '../support/pages.js';
import {
  anchorsIn,
  brokenLinks,
  errorsOf,
  configsOf,
  everySecretOf,
  providersMissingIn,
  untruths,
  withoutComments,
  type House,
} from './docs.js';
import { filesUnder, ROOT } from './imports.js';

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

const manifest = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };
const house: House = {
  operations: filesUnder('schema/operations', '.graphql').map(({ text }) => withoutComments(text)),
  scripts: Object.keys(manifest.scripts),
  main: read('src/main.ts'),
  has: (path) => existsSync(`${ROOT}${path}`),
  anchorsOf: (path) => anchorsIn(read(path)),
};
const pages = documentationPages();
const pageAt = (path: string): Page => ({ path, text: read(path) });

test.each(pages)('$path says nothing that is not so', (page) => {
  expect(untruths(page, house)).toEqual([]);
});

test.each(allPages())('every link of $path leads somewhere', (page) => {
  expect(brokenLinks(page, house)).toEqual([]);
});

test('README leads to every page of docs', () => {
  const readme = read('README.md');
  const unnamed = pages.filter(({ path }) => path !== 'README.md' && !readme.includes(`](${path})`));
  expect(unnamed.map(({ path }) => path)).toEqual([]);
});

describe('the whole config of docs/configuration.md', () => {
  const { text } = pageAt('docs/configuration.md');
  const [config = ''] = configsOf(text);

  test('has an upstream of every provider', () => {
    expect(providersMissingIn(config)).toEqual([]);
  });

  test('the law bites: a provider that no upstream is of', () => {
    expect(providersMissingIn(config.replace('provider: cloudsigma', 'provider: hostway'))).toEqual(['cloudsigma']);
  });

  test('is complained of as the page shows', () => {
    const { HOSTTRACKER_PASSWORD, ...unset } = everySecretOf(text);
    expect(HOSTTRACKER_PASSWORD).toBeDefined();
    const errors = errorsOf(config.replace('timeoutMs', 'timoutMs'), unset);
    expect(blocksOf(text).map((block) => block.text)).toContain(`${errors.join('\n')}\n`);
  });
});

test.each<[string, string, (text: string) => string, string]>([
  [
    'an operation that differs',
    'README.md',
    (text) => text.replace('orderBy: {', 'orderBy: { '),
    'stored nowhere: query Contacts {',
  ],
  ['a script that there is not', 'README.md', (text) => `${text}\nnpm run shcema\n`, 'no such script: npm run shcema'],
  [
    'a command that there is not',
    'README.md',
    (text) => `${text}\nnpx trunkline demo\n`,
    'no such command: npx trunkline demo',
  ],
  [
    'an option that there is not',
    'docs/operations.md',
    (text) => `${text}\nnpx trunkline check --out x\n`,
    'check has no option --out',
  ],
  [
    'an option behind npm',
    'README.md',
    (text) => text.replace('npm start -- --port', 'npm start -- --prot'),
    'start has no option --prot',
  ],
  [
    'a link to nowhere',
    'docs/queries.md',
    (text) => text.replace('](../schema/errors.md)', '](schema/errors.md)'),
    'no such file: docs/schema/errors.md',
  ],
  [
    'a link to a heading that is gone',
    'docs/queries.md',
    (text) => text.replace('## An outage', '## The outage'),
    'no such heading: docs/queries.md#an-outage',
  ],
  ['a picture that is gone', 'README.md', (text) => text.replace('explorer.png', 'sandbox.png'), 'docs/sandbox.png'],
  [
    'an upstream that lacks what its provider needs',
    'docs/configuration.md',
    (text) => text.replace('provider: cloudsigma', 'provider: hostway'),
    'upstreams.cloud.account: is missing',
  ],
  ['a README that grows', 'README.md', (text) => `${text}${'more\n'.repeat(250)}`, 'README has at most 250'],
])('the law bites: %s', (_, path, change, found) => {
  const { text } = pageAt(path);
  const changed = change(text);
  expect(changed).not.toBe(text);
  expect(untruths({ path, text: changed }, house).join('\n')).toContain(found);
});
