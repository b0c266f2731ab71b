import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { filesUnder, ROOT } from './imports.js';

/** Folders of tests without a source folder of the same path, and why there is none. */
const OWN_FOLDERS: ReadonlyArray<{ readonly folder: string; readonly because: string }> = [
  { folder: 'test/laws', because: 'a law holds for the whole of the sources' },
  { folder: 'test/reliability', because: 'a case is tried through the whole gateway' },
  { folder: 'test/faults', because: 'a fault is tried on every provider and every effect' },
  { folder: 'test/support', because: 'it is what tests of many folders share' },
  { folder: 'test/bench', because: 'it measures the built gateway and runs by a command of its own' },
  { folder: 'test/load', because: 'it loads a gateway in a process of its own, by a command of its own' },
  {
    folder: 'test/soak',
    because: 'it soaks a gateway in a process of its own, shortly as a test and for long by a command',
  },
  { folder: 'test/fuzz', because: 'random documents and answers go through the whole gateway' },
  { folder: 'test/exchanges', because: 'it holds recorded facts, and no tests' },
  { folder: 'test/providers/conformance', because: 'one suite holds for every provider' },
];

/** A file of the tests whose folder mirrors no folder of the sources, as a sentence. */
function misplaced(path: string, isSourceFolder: (folder: string) => boolean): string[] {
  const folder = dirname(path);
  if (OWN_FOLDERS.some((own) => folder === own.folder || folder.startsWith(`${own.folder}/`))) return [];
  const source = folder.replace(/^test/, 'src');
  return isSourceFolder(source) ? [] : [`${path}: there is no ${source}, so nobody looks for its test here`];
}

const isSourceFolder = (folder: string): boolean => existsSync(join(ROOT, folder));

test('every test lies at the path of what it tests', () => {
  expect(filesUnder('test').flatMap(({ path }) => misplaced(path, isSourceFolder))).toEqual([]);
});

test('every folder that is an exception is there, and mirrors nothing', () => {
  const needless = OWN_FOLDERS.filter(
    ({ folder }) => !existsSync(join(ROOT, folder)) || isSourceFolder(folder.replace(/^test/, 'src')),
  );
  expect(needless).toEqual([]);
});

test.each([
  'test/providers/made-up/contact/writes.test.ts',
  'test/graph/contacts/list.test.ts',
  'test/unit/list.test.ts',
])('the law bites: %s', (path) => {
  expect(misplaced(path, isSourceFolder)).toHaveLength(1);
});
