// Builds dist/ when the package is installed from its sources. Without the development dependencies
// (npm ci --omit=dev) there is nothing to build it with: the install succeeds all the same, and says what is missing.
import { existsSync } from 'node:fs';

const root = new URL('..', import.meta.url);
if (existsSync(new URL('node_modules/esbuild', root))) {
  const { buildGateway } = await import('./build.js');
  await buildGateway();
} else if (!existsSync(new URL('dist/main.js', root))) {
  process.stdout.write(
    'dist/ is not built: esbuild is a development dependency. Run "npm ci && npm run build" first.\n',
  );
}
