import { basename, dirname } from 'node:path';

import { describe, expect, test } from 'vitest';

import { nouns } from '../../src/graph/ports/backends.js';
import { filesUnder } from './imports.js';
import {
  MOST_FILES,
  NOUN_DUTIES,
  OWN_DUTIES,
  OWN_FOLDERS,
  REQUIRED,
  ROOT_DUTIES,
  type Duties,
} from './provider-layout.js';

/** Paths below `src/providers`, e.g. `hostway/contact/backend.ts`. */
const paths = [...filesUnder('src/providers'), ...filesUnder('src/providers', '.md')]
  .map(({ path }) => path.replace('src/providers/', ''))
  .filter((path) => path.includes('/'));

/** Folders that hold something as a noun does: nouns of the graph, the media of messages and the statistics. */
const NOUN_FOLDERS: readonly string[] = [...nouns, 'media', 'statistics'];

/** What is wrong with the layout of providers, as sentences. */
function misplaced(given: readonly string[]): string[] {
  return [...new Set(given.map(dirname))].flatMap((folder) => {
    const files = given.filter((path) => dirname(path) === folder);
    const sources = files.filter((path) => path.endsWith('.ts'));
    return [
      ...(sources.length > MOST_FILES ? [`${folder} holds ${sources.length} files, more than ${MOST_FILES}`] : []),
      ...(folder.includes('/') ? foreignFolder(folder) : owed(folder, given)),
      ...files.flatMap(foreignFile),
    ];
  });
}

function owed(provider: string, given: readonly string[]): string[] {
  return REQUIRED.filter((file) => !given.includes(`${provider}/${file}`)).map((file) => `${provider} has no ${file}`);
}

function foreignFolder(folder: string): string[] {
  const [provider = '', name = ''] = folder.split('/');
  if (NOUN_FOLDERS.includes(name) || `${provider}/${name}` in OWN_FOLDERS) return [];
  return [`${folder} is no noun of the graph: say in test/laws/provider-layout.ts what it holds`];
}

function foreignFile(path: string): string[] {
  const folder = dirname(path);
  const name = path.slice(folder.length + 1);
  const depth = folder.split('/').length;
  const common = depth === 1 ? ROOT_DUTIES : NOUN_DUTIES;
  if (name in common || name in (OWN_DUTIES[folder] ?? {}) || name === 'README.md') return [];
  // What nouns of one provider share is laid out as that provider needs it.
  if (depth > 1 && isShared(folder)) return [];
  return [`${path}: no duty of this name is known; use a known one or state it in test/laws/provider-layout.ts`];
}

function isShared(folder: string): boolean {
  return folder === 'ictcore/shared' || folder.startsWith('ictcore/shared/');
}

test('every provider is laid out alike', () => {
  expect(misplaced(paths)).toEqual([]);
});

test('the example provider is laid out as all are', () => {
  const folder = 'test/support/example-provider';
  const files = [...filesUnder(folder), ...filesUnder(folder, '.md')];
  expect(misplaced(files.map(({ path }) => path.replace('test/support/', '')))).toEqual([]);
});

test('every duty that is stated has a file', () => {
  const unused = [
    ...unusedIn('', ROOT_DUTIES, (path) => path.split('/').length === 2),
    ...unusedIn('', NOUN_DUTIES, (path) => path.split('/').length === 3),
    ...Object.entries(OWN_DUTIES).flatMap(([folder, duties]) =>
      unusedIn(`${folder}/`, duties, (path) => dirname(path) === folder),
    ),
    ...Object.keys(OWN_FOLDERS).filter((folder) => !paths.some((path) => path.startsWith(`${folder}/`))),
  ];
  expect(unused).toEqual([]);
});

/** Stated duties for which there is no file at these places. */
function unusedIn(prefix: string, duties: Duties, isPlace: (path: string) => boolean): string[] {
  const names = paths.filter(isPlace).map((path) => basename(path));
  return Object.keys(duties).flatMap((file) => (names.includes(file) ? [] : [`${prefix}${file}`]));
}

describe('the law bites', () => {
  const whole = REQUIRED.map((file) => `made-up/${file}`);

  test.each([
    ['a file without a duty', ['made-up/contact/helpers.ts']],
    ['a duty of another provider', ['made-up/contact/batch-create.ts']],
    ["a noun's duty at the root", ['made-up/backend.ts']],
    ['a folder that is no noun', ['made-up/things/backend.ts']],
  ])('at %s', (_, more) => {
    expect(misplaced([...whole, ...more])).toHaveLength(1);
  });

  test('at a missing README', () => {
    expect(misplaced(whole.filter((path) => !path.endsWith('README.md')))).toHaveLength(1);
  });

  test('at a folder that holds too much', () => {
    const many = Object.keys(NOUN_DUTIES).slice(0, MOST_FILES + 1);
    expect(misplaced([...whole, ...many.map((file) => `made-up/contact/${file}`)])).toHaveLength(1);
  });
});
