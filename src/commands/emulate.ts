import { writeFile } from 'node:fs/promises';

import { EMULATORS, type EmulatorName } from '../emulators/index.js';
import { CommandError } from './command-error.js';
import { startDemo } from './demo.js';
import { toTable } from './table.js';

export interface EmulateOptions {
  /** Names of emulators; all without it. */
  readonly only?: readonly string[] | undefined;
  readonly portBase?: number | undefined;
  /** A new file for the config; without it the greeting contains the config. */
  readonly out?: string | undefined;
}

export interface RunningEmulators {
  /** How to reach them, and a config that does, for people. */
  readonly greeting: string;
  readonly stop: () => Promise<void>;
}

/** Starts emulators without a gateway; throws a CommandError for unknown names. */
export async function emulate({ only = EMULATORS, portBase, out }: EmulateOptions): Promise<RunningEmulators> {
  const unknownNames = only.filter((name) => !isEmulator(name));
  if (unknownNames.length > 0 || only.length === 0) {
    throw new CommandError(`--only: no emulator "${unknownNames.join('", "')}"; there are ${EMULATORS.join(', ')}`);
  }
  const { emulators, config, stop } = await startDemo(only.filter(isEmulator), { portBase });
  if (out !== undefined) {
    await writeConfig(out, config).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
  }
  const rows = emulators.map(({ name, baseUrl, credentials }) => {
    const credentialTexts = Object.entries(credentials).map(([key, value]) => `${key} ${value}`);
    return [name, baseUrl, credentialTexts.join(', ')];
  });
  const [first] = emulators;
  const greeting = [
    'Emulators, until Ctrl-C',
    toTable(rows),
    ...(out === undefined
      ? ['A config for them; save it as gateway.yaml and run "npm start -- --config gateway.yaml"', '', config]
      : [`A config for them is in ${out}; run "npm start -- --config ${out}"`, '']),
    `curl ${first?.emulator.url ?? ''}/__emulator/requests shows what one was asked.`,
    '',
  ].join('\n');
  return { greeting, stop };
}

/** Writes a new file and never replaces one: an existing file may contain the accounts of real providers. */
async function writeConfig(file: string, config: string): Promise<void> {
  try {
    await writeFile(file, config, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reason =
      code === 'EEXIST' ? 'there is such a file already; name another, or remove it' : `cannot be written (${code})`;
    throw new CommandError(`--out ${file}: ${reason}`);
  }
}

function isEmulator(name: string): name is EmulatorName {
  return (EMULATORS as readonly string[]).includes(name);
}
