// Builds dist/ when the package is installed from its sources. Without the development dependencies
// (npm ci --omit=dev) there is no compiler: the install succeeds all the same, and says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const root = new URL('..', import.meta.url);
if (existsSync(new URL('node_modules/typescript', root))) {
  const { status } = spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else if (!existsSync(new URL('dist/main.js', root))) {
  process.stdout.write(
    'dist/ is not built: TypeScript is a development dependency. Run "npm ci && npm run build" first.\n',
  );
}
