import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { ROOT } from '../laws/imports.js';

interface Case {
  readonly id: string;
  /** What stands behind the arrow. */
  readonly place: string;
}

const LINE = /^- \*\*([ATUML]\d+)\*\* .* → (.+)$/;

function listCases(): Case[] {
  const lines = readFileSync(join(ROOT, 'test/reliability.md'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, id = '', place = ''] = LINE.exec(line) ?? [];
    return id === '' ? [] : [{ id, place }];
  });
}

/** What is wrong with the place of a case, as sentences. */
function findFaults({ id, place }: Case, read: (path: string) => string | undefined): string[] {
  if (place === 'open' || /^not here: .{20,}/.test(place)) return [];
  const paths = [...place.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
  if (paths.length === 0) return [`${id}: neither a test nor a reason stands behind the arrow`];
  return paths.flatMap((path) => {
    const text = read(path);
    if (text === undefined) return [`${id}: there is no ${path}`];
    return new RegExp(`\\b${id}\\b`).test(text) ? [] : [`${id}: no test in ${path} has it in its name`];
  });
}

const readTest = (path: string): string | undefined =>
  existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : undefined;

test('every case names tests that have its id, or the reason why it is not tried', () => {
  const cases = listCases();
  expect(cases.length).toBeGreaterThan(90);
  expect(cases.flatMap((each) => findFaults(each, readTest))).toEqual([]);
});

test.each([
  ['A1', 'somewhere'],
  ['A1', '`test/reliability/none.test.ts`'],
  ['A99', '`test/reliability/cases.test.ts` and more'],
  ['A1', 'not here: hard'],
])('the check bites: %s at %s', (id, place) => {
  expect(findFaults({ id, place }, (path) => (path.includes('none') ? undefined : 'A1'))).toHaveLength(1);
});
