import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

import { filesBelow } from './files-below.js';

const ROOT = new URL('../../', import.meta.url).pathname;

/** A page of the documentation by its path below the root, e.g. `docs/queries.md`. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** README and all of docs/, for those who use the gateway. */
export function documentationPages(): Page[] {
  return ['README.md', ...markdownUnder('docs')].map(readPage);
}

/** Every Markdown page of the project. */
export function allPages(): Page[] {
  const top = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  return [...top, ...['docs', 'schema', 'src', 'test'].flatMap(markdownUnder)].map(readPage);
}

function markdownUnder(folder: string): string[] {
  return filesBelow(`${ROOT}${folder}`)
    .filter((path) => path.endsWith('.md'))
    .map((path) => relative(ROOT, path))
    .sort();
}

function readPage(path: string): Page {
  return { path, text: readFileSync(`${ROOT}${path}`, 'utf8') };
}
