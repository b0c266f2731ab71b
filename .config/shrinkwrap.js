// Puts the versions that were tested into the package: npm reads npm-shrinkwrap.json of an installed package, but
// neither its package-lock.json nor its overrides. Run by npm around `npm pack`; the file is not kept.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const shrinkwrap = new URL('../npm-shrinkwrap.json', import.meta.url);

if (process.argv[2] === 'remove') {
  rmSync(shrinkwrap, { force: true });
} else {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const installed = Object.entries(lock.packages).filter(([, { dev }]) => !dev);
  writeFileSync(shrinkwrap, JSON.stringify({ ...lock, packages: Object.fromEntries(installed) }));
}
