import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { blocksOf } from '../support/markdown.js';
import { filesUnder, ROOT } from './imports.js';
import { complaintsOf, configOf, everySecretOf, untruths, withoutComments, type House } from './readme.js';

const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };
const house: House = {
  operations: filesUnder('schema/operations', '.graphql').map(({ text }) => withoutComments(text)),
  scripts: Object.keys(manifest.scripts),
  main: read('src/main.ts'),
  has: (path) => existsSync(`${ROOT}${path}`),
};

test('README says nothing that is not so', () => {
  expect(untruths(readme, house)).toEqual([]);
});

test('README shows what the config check says', () => {
  const { HOSTTRACKER_PASSWORD, ...unset } = everySecretOf(readme);
  expect(HOSTTRACKER_PASSWORD).toBeDefined();
  const complaints = complaintsOf(configOf(readme).replace('timeoutMs', 'timoutMs'), unset);
  expect(blocksOf(readme).map(({ text }) => text)).toContain(`${complaints.join('\n')}\n`);
});

test.each<[string, (text: string) => string, string]>([
  [
    'an operation that differs',
    (text) => text.replace('orderBy: {', 'orderBy: { '),
    'stored nowhere: query Contacts {',
  ],
  [
    'an operation that is not shown',
    (text) => text.replace(/^query Groups \{/m, 'query G {'),
    'not shown: query Groups {',
  ],
  ['a script that there is not', (text) => `${text}\nnpm run shcema\n`, 'no such script: npm run shcema'],
  ['a command that there is not', (text) => `${text}\nnpx trunkline demo\n`, 'no such command: npx trunkline demo'],
  ['an option that there is not', (text) => `${text}\nnpx trunkline check --out x\n`, 'check has no option --out'],
  [
    'an option behind npm',
    (text) => text.replace('npm start -- --port', 'npm start -- --prot'),
    'start has no option --prot',
  ],
  ['a link to nowhere', (text) => text.replace('](src/README.md)', '](src/READ.md)'), 'no such file: src/READ.md'],
  [
    'a folder that is not on the map',
    (text) => text.replace(/^src\/wire\/ /m, 'src/wires/ '),
    'no such file: src/wires/',
  ],
  [
    'an upstream that lacks what its provider needs',
    (text) => text.replace('provider: cloudsigma', 'provider: hostway'),
    'upstreams.cloud.account: is missing',
  ],
  ['a config that is none', (text) => text.replace(/^upstreams:/m, 'upstream:'), 'expected a map'],
])('the law bites: %s', (_, change, told) => {
  const changed = change(readme);
  expect(changed).not.toBe(readme);
  expect(untruths(changed, house).join('\n')).toContain(told);
});

test('the law bites: a provider that no upstream is of', () => {
  const less = configOf(readme).replace(/^ {2}cloud:\n( {4}.*\n)+/m, '');
  expect(complaintsOf(less, everySecretOf(readme))).toEqual(['the config has no upstream of cloudsigma']);
});
