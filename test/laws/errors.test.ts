import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { ErrorCode } from '../../src/graph/values/errors.js';
import { ROOT } from './imports.js';

const documented = (text: string): string[] =>
  [...text.matchAll(/^\| `([A-Z_]+)` *\|/gm)].map(([, code]) => code ?? '');

test('every error code is documented in schema/errors.md, and every documented code exists', () => {
  expect(documented(readFileSync(`${ROOT}schema/errors.md`, 'utf8')).sort()).toEqual(Object.keys(ErrorCode).sort());
});

test('the law bites: a row less is seen', () => {
  expect(documented('| `INTERNAL` | a | b |\n')).not.toEqual(Object.keys(ErrorCode));
});
