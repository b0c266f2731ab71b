import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program beyond Node.js that some tests need. */
interface Program {
  /** Where it is found: a path, or a name in `PATH`. */
  readonly command: string;
  readonly install: string;
  /** Tests that need it. */
  readonly tests: readonly string[];
}

const PROGRAMS: readonly Program[] = [
  {
    command: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    install: 'apt-get install chromium, or name another with CHROMIUM_PATH',
    tests: ['test/server/explorer.test.ts'],
  },
  { command: 'redis-server', install: 'apt-get install redis-server', tests: ['test/operations/redis-store.test.ts'] },
];

/** Programs that are not installed. In CI none counts as missing: what is not tested there fails. */
export const missingPrograms: readonly Program[] = process.env['CI']
  ? []
  : PROGRAMS.filter(({ command }) => !isInstalled(command));

/** Tells at the end of a run what was skipped, and what to install for it. */
export function reportMissingPrograms(): void {
  for (const { command, install, tests } of missingPrograms) {
    process.stdout.write(`\nSkipped ${tests.join(', ')}: there is no ${command} here (${install}).\n`);
  }
}

function isInstalled(command: string): boolean {
  const places = command.includes('/') ? [command] : (process.env['PATH'] ?? '').split(delimiter);
  return places.some((place) => {
    try {
      accessSync(place === command ? place : join(place, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
