// npm start: runs the gateway of dist/, built again where a file that it is made of is newer.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

function changedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When a folder changed last, or anything in it: a file that was deleted changed the folder. */
function folderChangedAt(path) {
  const entries = readdirSync(join(root, path), { recursive: true });
  return entries.reduce((latest, entry) => Math.max(latest, changedAt(`${path}/${entry}`)), changedAt(path));
}

const parts = ['package-lock.json', 'tsconfig.json', '.config/build.js'];
const isStale = changedAt('dist/main.js') < Math.max(folderChangedAt('src'), ...parts.map(changedAt));
if (isStale) {
  const { buildGateway } = await import('./build.js').catch(refuse);
  await buildGateway();
}
await import('../dist/main.js');

function refuse(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write(
    'dist/ is older than src/ and can only be built with the development dependencies: run "npm ci" first.\n',
  );
  process.exit(1);
}
