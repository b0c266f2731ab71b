import { basename } from 'node:path';

import { expect, test, vi } from 'vitest';

import { commentsOf, declaredNames, wordsOf } from './declared-names.js';
import { filesUnder, type SourceFile } from './imports.js';
import { FORMER_NAMES, FORMER_PROSE, type FormerWord } from './vocabulary.js';

// Every file is parsed once.
vi.setConfig({ testTimeout: 60_000 });

const files = [...filesUnder('src'), ...filesUnder('test')].filter(
  ({ path }) => path !== 'test/support/operations.ts' && !/^test\/laws\/(vocabulary|provider-layout)/.test(path),
);

const formerNames = new Map(FORMER_NAMES.map((former) => [former.word, former]));

function isRightAt(path: string, { except = {} }: FormerWord): boolean {
  return Object.keys(except).some((beginning) => path.startsWith(beginning));
}

/** Names, the file's own among them, that hold a word which is no longer used, as sentences. */
function formerNamesIn(file: SourceFile): string[] {
  const own = { name: basename(file.path).replace(/\.ts$/, ''), line: 1 };
  return [own, ...declaredNames(file)].flatMap(({ name, line }) =>
    wordsOf(name).flatMap((word) => {
      const former = formerNames.get(word);
      if (!former || isRightAt(file.path, former)) return [];
      return [`${file.path}:${line} ${name}: not "${word}" but ${former.instead}`];
    }),
  );
}

/** Comments that hold such a word, as sentences. */
function formerProseIn(file: SourceFile): string[] {
  return commentsOf(file).flatMap(({ text, line }) =>
    FORMER_PROSE.filter((former) => new RegExp(`\\b${former.word}s?\\b`, 'i').test(text.replace(/\s+\*?\s*/g, ' ')))
      .filter((former) => !isRightAt(file.path, former))
      .map(({ word, instead }) => `${file.path}:${line} not "${word}" but "${instead}"`),
  );
}

test('names hold no word that is no longer used', () => {
  expect(files.flatMap(formerNamesIn)).toEqual([]);
});

test('comments hold no word that is no longer used', () => {
  expect(files.flatMap(formerProseIn)).toEqual([]);
});

test('every exception is needed', () => {
  const exceptions = [...FORMER_NAMES, ...FORMER_PROSE].flatMap(({ word, except = {} }) =>
    Object.keys(except).map((beginning) => ({ word, beginning })),
  );
  const needless = exceptions.filter(
    ({ word, beginning }) =>
      !files.some(
        (file) =>
          file.path.startsWith(beginning) &&
          declaredNames(file).some(({ name }) => wordsOf(`${basename(file.path)}.${name}`).includes(word)),
      ),
  );
  expect(needless).toEqual([]);
});

test.each([
  ['a variable', 'const late = 1;'],
  ['a member', 'interface X { readonly writeDesk: string }'],
  ['a type', 'type ThinRow = object;'],
  ['a parameter', 'const f = (told: string) => told;'],
  ['a destructured value', 'const { grip } = x;'],
])('the law bites: the name of %s', (_, text) => {
  expect(formerNamesIn({ path: 'src/graph/made-up.ts', text })).toHaveLength(1);
});

test('the law bites: the name of a file', () => {
  expect(formerNamesIn({ path: 'src/operations/turnstile.ts', text: '' })).toHaveLength(1);
});

test.each(['// The desk waits.', 'const x = 1; // a turnstile', '/** Late\n * columns of a row. */\nconst x = 1;'])(
  'the law bites: %j',
  (text) => {
    expect(formerProseIn({ path: 'src/graph/made-up.ts', text })).toHaveLength(1);
  },
);
