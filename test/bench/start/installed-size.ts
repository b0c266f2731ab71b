import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** An install without development packages. */
export interface InstalledSize {
  readonly packages: number;
  /** The lengths of all files. */
  readonly bytes: number;
}

/** The packages that this checkout needs to run, as npm lists them, and how much their files hold. */
export function measureInstalled(checkout: string): InstalledSize {
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: checkout, encoding: 'utf8' });
  const folders = listed.split('\n').filter((line) => line.includes(`${sep}node_modules${sep}`));
  return { packages: folders.length, bytes: folders.reduce((sum, folder) => sum + bytesIn(folder), 0) };
}

/** How much the files of a folder hold, without the packages within it, which are counted by themselves. */
export function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => {
    const path = join(folder, name);
    const entry = lstatSync(path);
    if (entry.isDirectory()) return name === 'node_modules' ? sum : sum + bytesIn(path);
    return sum + entry.size;
  }, 0);
}
