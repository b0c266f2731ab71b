import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the gateway in `dist/`, and tests' own processes as JavaScript at the paths of the sources. */
    readonly built: string;
  }
}

/** Builds once what tests start as processes: through tsx, each start would take three times the time. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const built = await mkdtemp(join(tmpdir(), 'trunkline-built-'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/**/*.ts', 'test/operations/*.ts'],
    outbase: '.',
    outdir: built,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  await promisify(execFile)(process.execPath, ['.config/build.js', join(built, 'dist')], { cwd: ROOT });
  // What the gateway reads beside its code.
  await cp(join(ROOT, 'package.json'), join(built, 'package.json'));
  for (const folder of ['schema', 'node_modules']) await symlink(join(ROOT, folder), join(built, folder));
  provide('built', built);
  return () => rm(built, { recursive: true });
}
