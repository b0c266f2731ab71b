import { CREDENTIALS as CLOUDSIGMA, startCloudSigma } from './cloudsigma/index.js';
import { CREDENTIALS as HOSTTRACKER, PREFIX, startHostTracker } from './hosttracker/index.js';
import { CREDENTIALS as HOSTWAY, startHostway } from './hostway/index.js';
import { BASE_PATH, CREDENTIALS as ICTCORE, startIctCore } from './ictcore/index.js';
import type { Emulator } from './kit/emulator.js';
import { CREDENTIALS as SERWERSMS, startSerwerSms } from './serwersms/index.js';

/** An emulator that runs, and what a client needs to speak to it. */
export interface Running {
  readonly name: EmulatorName;
  /** Takes no seed: what it holds is its own. */
  readonly emulator: Emulator<never>;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

interface Entry {
  readonly start: (options: { readonly port: number }) => Promise<Emulator<never>>;
  /** Behind the origin. */
  readonly path: string;
  readonly credentials: Readonly<Record<string, string>>;
}

const ENTRIES = {
  hosttracker: { start: startHostTracker, path: PREFIX, credentials: HOSTTRACKER },
  cloudsigma: { start: startCloudSigma, path: '/api/2.0', credentials: CLOUDSIGMA },
  hostway: { start: startHostway, path: '', credentials: HOSTWAY },
  ictcore: { start: startIctCore, path: BASE_PATH, credentials: ICTCORE },
  serwersms: { start: startSerwerSms, path: '', credentials: SERWERSMS },
} satisfies Record<string, Entry>;

export type EmulatorName = keyof typeof ENTRIES;

/** Every emulator there is; its place here is its place among the ports. */
export const EMULATORS = Object.keys(ENTRIES) as readonly EmulatorName[];

export interface StartOptions {
  /** Port of the first emulator, the others follow; 0: any free ones. Without it 4101, or any where that is taken. */
  readonly portBase?: number | undefined;
}

const PORT_BASE = 4101;

/** Starts emulators on 127.0.0.1, all or none. */
export async function startEmulators(names: readonly EmulatorName[], options: StartOptions = {}): Promise<Running[]> {
  const started = await Promise.allSettled(names.map((name) => startOne(name, options)));
  const running = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = started.find((each) => each.status === 'rejected');
  if (!failed) return running;
  await Promise.all(running.map(({ emulator }) => emulator.close()));
  throw failed.reason;
}

async function startOne(name: EmulatorName, { portBase }: StartOptions): Promise<Running> {
  const { start, path, credentials }: Entry = ENTRIES[name];
  const base = portBase ?? PORT_BASE;
  const port = base === 0 ? 0 : base + EMULATORS.indexOf(name);
  const emulator = await start({ port }).catch((error: unknown) => {
    // Ports that nobody asked for are a convenience, no reason not to start.
    if (portBase !== undefined || !isTaken(error)) throw error;
    return start({ port: 0 });
  });
  return { name, emulator, baseUrl: emulator.url + path, credentials };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
