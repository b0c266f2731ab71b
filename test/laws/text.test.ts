import { describe, expect, test } from 'vitest';

import { filesUnder, type SourceFile } from './imports.js';

interface Law {
  readonly says: string;
  readonly where: RegExp;
  readonly broken: (text: string) => boolean;
  readonly breach: SourceFile;
}

const LONGEST = 250;
// Words are put together here, so that this file does not break its own laws.
const MARKS = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X'].join(''));
const ONLY = new RegExp(['\\.on', 'ly\\(|\\.sk', 'ip\\('].join(''));

const LAWS: readonly Law[] = [
  {
    says: `no file is longer than ${LONGEST} lines`,
    where: /^(src|test)\//,
    broken: (text) => text.split('\n').length > LONGEST + 1,
    breach: { path: 'src/graph/made-up.ts', text: '\n'.repeat(LONGEST + 2) },
  },
  {
    says: 'nothing is typed any',
    where: /^(src|test)\//,
    broken: (text) => /(:|<|\bas) *any\b/.test(withoutComments(text)),
    breach: { path: 'src/wire/made-up.ts', text: 'const x = JSON.parse(y) as ' + 'any;' },
  },
  {
    says: 'providers read, they do not cast',
    where: /^src\/providers\//,
    broken: (text) => /[\w)\]}] as (?!const\b)[A-Z{(]/.test(withoutComments(text).replace(/^import .*$/gm, '')),
    breach: { path: 'src/providers/hostway/made-up.ts', text: 'const row = body as WireContact;' },
  },
  {
    says: 'a column holds whole numbers that Int holds: int32, and not wholeNumber',
    where: /^src\/providers\/.*columns\.ts$/,
    broken: (text) => /\bwholeNumber\b/.test(withoutComments(text)),
    breach: { path: 'src/providers/hostway/made-up/columns.ts', text: 'read: optional(wholeNumber)' },
  },
  {
    says: 'nothing is left to do later',
    where: /^(src|test)\//,
    broken: (text) => MARKS.test(text),
    breach: { path: 'src/graph/made-up.ts', text: '// TO' + 'DO: later' },
  },
  {
    says: 'every test runs',
    where: /^test\//,
    broken: (text) => ONLY.test(text),
    breach: { path: 'test/made-up.test.ts', text: 'test.on' + "ly('x', () => {});" },
  },
  {
    says: 'the environment is read by the config alone',
    where: /^src\/(?!config\/)/,
    broken: (text) => /process\.env\b/.test(text),
    breach: { path: 'src/server/made-up.ts', text: "process.env['PORT']" },
  },
  {
    says: 'the compiler and the linter are not silenced without a reason',
    where: /^src\//,
    broken: (text) => /eslint-disable(?!.* -- )|@ts-(ignore|expect-error|nocheck)/.test(text),
    breach: { path: 'src/graph/made-up.ts', text: '// @ts-' + 'ignore' },
  },
];

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'[^'\n]*'|`[^`]*`/g, "''");
}

const files = [...filesUnder('src'), ...filesUnder('test')].filter(({ path }) => path !== 'test/support/operations.ts');

describe.each(LAWS)('$says', ({ where, broken, breach }) => {
  test('everywhere', () => {
    expect(files.filter(({ path, text }) => where.test(path) && broken(text)).map(({ path }) => path)).toEqual([]);
  });

  test('and a breach is seen', () => {
    expect(where.test(breach.path) && broken(breach.text)).toBe(true);
  });
});
