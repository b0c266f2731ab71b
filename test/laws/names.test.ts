import ts from 'typescript';
import { expect, test, vi } from 'vitest';

import { declaredNames } from './declared-names.js';
import { filesUnder, type SourceFile } from './imports.js';

// Every file is parsed once.
vi.setConfig({ testTimeout: 60_000 });

/** Names that two files export all the same, and why a reader is not misled. */
const EXPORTED_TWICE: Readonly<Record<string, string>> = {};

/** Names of the language that sources declare all the same, and why. */
const SHADOWED: Readonly<Record<string, string>> = {
  Document: 'a kind of message in the public schema, whose class bears its name',
  Text: 'a kind of message in the public schema, whose class bears its name',
  Node: 'the interface of Relay, in the public schema',
};

const sources = filesUnder('src');

/** Names that stand for two things, as sentences. */
function exportedTwice(files: readonly SourceFile[]): string[] {
  const places = new Map<string, string[]>();
  for (const file of files) {
    for (const { name, isExported } of declaredNames(file)) {
      const paths = places.get(name) ?? [];
      // Overloads of one function, and a type beside its value, are one name.
      if (isExported && !paths.includes(file.path)) places.set(name, [...paths, file.path]);
    }
  }
  return [...places].flatMap(([name, paths]) => {
    if (name in EXPORTED_TWICE || !isAmbiguous(paths)) return [];
    return [`${name} is exported by ${paths.join(' and ')}: give each meaning a name of its own`];
  });
}

function isAmbiguous(paths: readonly string[]): boolean {
  // An emulator is the provider's side of the wire, and shares neither code nor words with the gateway.
  const ours = paths.filter((path) => !path.startsWith('src/emulators/'));
  const theirs = paths.filter((path) => path.startsWith('src/emulators/'));
  return [ours, theirs].some((side) => side.length > 1 && !areTwins(side));
}

/**
 * Twins are files of several providers (or emulators), and the same file of several nouns of one: each speaks the words of its
 * own system or noun, and sees none of the others.
 */
function areTwins(paths: readonly string[]): boolean {
  const places = paths.map((path) => /^src\/((?:providers|emulators)\/[^/]+)\/(.+\/)?([^/]+)$/.exec(path));
  return places.every((place, index) => {
    const [, system, noun, file] = place ?? [];
    const ofSystem = places.filter((other, position) => position !== index && other?.[1] === system);
    return system !== undefined && ofSystem.every((other) => noun && other?.[2] && other[3] === file);
  });
}

/** Names that the language gives to everyone: those of types and classes, and the values of ECMAScript itself. */
function builtIns(): { readonly types: ReadonlySet<string>; readonly values: ReadonlySet<string> } {
  return {
    types: globalNames(['lib.esnext.d.ts', 'lib.dom.d.ts'], ts.SymbolFlags.Type),
    values: globalNames(['lib.esnext.d.ts'], ts.SymbolFlags.Value),
  };
}

function globalNames(lib: string[], meaning: ts.SymbolFlags): ReadonlySet<string> {
  const options: ts.CompilerOptions = { lib, types: [], noEmit: true };
  const host = ts.createCompilerHost(options);
  const empty = ts.createSourceFile('empty.ts', 'export {};', ts.ScriptTarget.Latest);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === 'empty.ts' ? empty : getSourceFile(name, ...rest));
  const checker = ts.createProgram(['empty.ts'], options, host).getTypeChecker();
  return new Set(checker.getSymbolsInScope(empty, meaning).map(({ name }) => name));
}

const BUILT_INS = builtIns();

/** Declarations that hide something of the language, as sentences. */
function shadowing(file: SourceFile): string[] {
  return declaredNames(file).flatMap(({ name, line, kind }) => {
    const hides = kind === 'type' ? BUILT_INS.types.has(name) : kind === 'value' && BUILT_INS.values.has(name);
    return hides && !(name in SHADOWED)
      ? [`${file.path}:${line} declares ${name}, which the language has already`]
      : [];
  });
}

test('no name is exported with two meanings', () => {
  expect(exportedTwice(sources)).toEqual([]);
});

test('no declared name hides one of the language', () => {
  expect(sources.flatMap(shadowing)).toEqual([]);
});

test('every exception is needed', () => {
  const names = sources.flatMap((file) => declaredNames(file).map(({ name }) => name));
  expect([...Object.keys(EXPORTED_TWICE), ...Object.keys(SHADOWED)].filter((name) => !names.includes(name))).toEqual(
    [],
  );
});

const budget = { path: 'src/transport/made-up.ts', text: 'export interface Budget {}' };

test.each<[string, SourceFile[]]>([
  ['two rooms', [budget, { path: 'src/graph/made-up.ts', text: 'export class Budget {}' }]],
  ['one provider', [1, 2].map((i) => ({ path: `src/providers/hostway/${i}.ts`, text: 'export const costs = 1;' }))],
  ['a provider and a room', [budget, { path: 'src/providers/hostway/x.ts', text: 'export function Budget() {}' }]],
])('the law bites: a name is exported by two files of %s', (_, files) => {
  expect(exportedTwice(files)).toHaveLength(1);
});

test.each([
  ['hostway', 'ictcore'],
  ['ictcore/user', 'ictcore/group'],
])('twins at %s and %s may have one name', (...places) => {
  const twins = places.map((place) => ({ path: `src/providers/${place}/costs.ts`, text: 'export const costs = 1;' }));
  expect(exportedTwice(twins)).toEqual([]);
});

test.each([
  ['a type of the language', 'interface Record {}'],
  ['a type of the web', 'export type Request = string;'],
  ['a class of the web', 'class Range {}'],
  ['a function of the language', 'function escape(text: string) { return text; }'],
  ['a value of the language in a parameter', 'const f = (Map: string) => Map;'],
])('the law bites: %s is declared', (_, text) => {
  expect(shadowing({ path: 'src/graph/made-up.ts', text })).toHaveLength(1);
});
