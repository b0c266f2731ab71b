import { dirname, posix } from 'node:path';

import ts from 'typescript';

import type { SourceFile } from './imports.js';

/** Every circle of imports that a walk through the files meets, as the way around it; an import of types counts too. */
export function circlesOf(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, importedPaths(file)]));
  const circles: string[] = [];
  const visited = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (visited.has(path)) return;
    const start = trail.indexOf(path);
    if (start >= 0) {
      circles.push([...trail.slice(start), path].join(' → '));
      return;
    }
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    visited.add(path);
  };
  for (const { path } of files) visit(path, []);
  return circles;
}

function importedPaths({ path, text }: SourceFile): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(dirname(path), fileName).replace(/\.js$/, '.ts'));
}
