import type { Running } from '../../src/emulators/index.js';
import type { FaultKind } from '../../src/emulators/kit/faults.js';
import type { Random } from '../fuzz/random.js';
import type { Answer } from './soaked-gateway.js';

/** When each upstream was faulty, and whether those that were healed answer. */
export interface FaultSpells {
  /** Makes one of them faulty, or heals it. */
  readonly stir: (random: Random) => void;
  readonly healAll: () => void;
  /** Reads the sources in an answer to a query that was asked then. */
  readonly check: (answer: Answer, askedAt: number) => string[];
  readonly counts: { given: number; healed: number };
}

const FAULTS: readonly FaultKind[] = [
  { kind: 'status', status: 500 },
  { kind: 'hang' },
  { kind: 'resetAfterRead' },
  { kind: 'resetAfterEffect' },
  { kind: 'truncate' },
  { kind: 'html' },
  { kind: 'unauthorized' },
  { kind: 'throttle', retryAfter: '1' },
  { kind: 'slow', delayMs: 300 },
];
/** A log-in that was refused is not sent again for so long, lest the provider lock the account. */
const REFUSED_LOGIN_MS = 30_000;
/** Who logs in here; the others get their credentials with each call. */
const LOGS_IN: readonly string[] = ['ictcore'];

interface Source {
  readonly upstream: { readonly name: string };
  readonly ok: boolean;
  readonly error: { readonly code: string } | null;
}

/** What is healed answers whoever asks later than a deadline after that. */
export function createFaultSpells(
  upstreams: ReadonlyArray<Pick<Running, 'name' | 'emulator'>>,
  deadlineMs: number,
): FaultSpells {
  /** From when on each has to answer; Infinity while it is faulty. */
  const answersFrom = new Map<string, number>();
  const refusedLogin = new Set<string>();
  const counts = { given: 0, healed: 0 };
  const heal = ({ name, emulator }: Pick<Running, 'name' | 'emulator'>): void => {
    emulator.clearFaults();
    if (answersFrom.get(name) !== Infinity) return;
    const pauseMs = refusedLogin.delete(name) ? REFUSED_LOGIN_MS : 0;
    answersFrom.set(name, performance.now() + deadlineMs + pauseMs);
  };
  return {
    counts,
    stir: (random) => {
      const upstream = random.pick(upstreams);
      if (random.chance(0.5)) {
        heal(upstream);
        return;
      }
      const fault = random.pick(FAULTS);
      const from = answersFrom.get(upstream.name) ?? 0;
      // A pause that began before this fault may outlast it.
      const isPaused = from !== Infinity && from > performance.now() + deadlineMs;
      if (LOGS_IN.includes(upstream.name) && (fault.kind === 'unauthorized' || isPaused))
        refusedLogin.add(upstream.name);
      answersFrom.set(upstream.name, Infinity);
      upstream.emulator.addFault({ ...fault, times: 1 + random.below(20) });
      counts.given += 1;
    },
    healAll: () => {
      upstreams.forEach(heal);
    },
    check: ({ data }, askedAt) =>
      Object.values(data ?? {}).flatMap((list) => {
        const { sources = [] } = (list ?? {}) as { readonly sources?: readonly Source[] };
        return sources.flatMap(({ upstream: { name }, ok, error }) => {
          const from = answersFrom.get(name);
          if (from !== undefined && askedAt <= from) return [];
          counts.healed += 1;
          return ok ? [] : [`${name} was healed, and did not answer: ${error?.code ?? 'no error'}`];
        });
      }),
  };
}
