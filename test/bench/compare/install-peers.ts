import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

import { PEERS } from './places.js';

/** Installs the peers where that was not done for this lock, and compiles them. */
export function installPeers(): void {
  if (!isInstalled()) run('npm', ['ci', '--loglevel=error']);
  run(`${PEERS}node_modules/.bin/tsc`, ['-p', '.']);
}

/** npm writes down what it installed; a later change of the lock is a package or a version that this has not. */
function isInstalled(): boolean {
  const installed = `${PEERS}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(`${PEERS}package-lock.json`);
  const present = packagesOf(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional === true || present[path]?.version === version,
  );
}

type Packages = Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;

function packagesOf(lock: string): Packages {
  return (JSON.parse(readFileSync(lock, 'utf8')) as { readonly packages: Packages }).packages;
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { cwd: PEERS, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed in ${PEERS}`);
}
