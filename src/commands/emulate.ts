import { EMULATORS, type EmulatorName } from '../emulators/index.js';
import { CommandError } from './complain.js';
import { startDemo } from './demo.js';
import { toTable } from './table.js';

export interface EmulateOptions {
  /** Names of emulators; all without it. */
  readonly only?: readonly string[] | undefined;
  readonly portBase?: number | undefined;
}

export interface Emulated {
  /** How to reach them, and a config that does, for people. */
  readonly greeting: string;
  readonly stop: () => Promise<void>;
}

/** Starts emulators alone; throws a CommandError for names that are none. */
export async function emulate({ only = EMULATORS, portBase }: EmulateOptions): Promise<Emulated> {
  const unknown = only.filter((name) => !isEmulator(name));
  if (unknown.length > 0 || only.length === 0) {
    throw new CommandError(`--only: no emulator "${unknown.join('", "')}"; there are ${EMULATORS.join(', ')}`);
  }
  const { running, config, stop } = await startDemo(only.filter(isEmulator), { portBase });
  const rows = running.map(({ name, baseUrl, credentials }) => {
    const told = Object.entries(credentials).map(([key, value]) => `${key} ${value}`);
    return [name, baseUrl, told.join(', ')];
  });
  const [first] = running;
  const greeting = [
    'Emulators, until Ctrl-C',
    toTable(rows),
    'A config for them; save it as gateway.yaml and run "npm start -- --config gateway.yaml"',
    '',
    config,
    `curl ${first?.emulator.url ?? ''}/__emulator/requests shows what one was asked.`,
    '',
  ].join('\n');
  return { greeting, stop };
}

function isEmulator(name: string): name is EmulatorName {
  return (EMULATORS as readonly string[]).includes(name);
}
