import { statSync } from 'node:fs';

/** How the data files that this process closed looked then, and those that it has open: none of them need be checked again. */
const knownFiles = new Map<string, string>();

export function isKnownIntact(path: string): boolean {
  const known = knownFiles.get(path);
  return known !== undefined && (known === OPEN || known === describeFile(path));
}

export function markOpen(path: string): void {
  knownFiles.set(path, OPEN);
}

export function markClosed(path: string): void {
  knownFiles.set(path, describeFile(path) ?? '');
}

const OPEN = 'open';

/** What changes with every change of a file. */
function describeFile(path: string): string | undefined {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ');
}
