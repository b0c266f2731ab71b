import { monotonicClock, type Now } from './clock.js';
import type { Effect } from './exchange.js';
import { NotAskedFailure } from './failure.js';

/** Whether calls to an upstream are let through. */
export type Circuit =
  | { readonly is: 'closed' }
  /** Too many calls failed: none is sent until then. */
  | { readonly is: 'open'; readonly until: number; readonly openMs: number }
  /** One read is on trial, or the next one will be. */
  | { readonly is: 'half-open'; readonly isProbing: boolean; readonly openMs: number };

/** How a call is let through: an ordinary one, or the one whose outcome decides. */
export type Admission = 'ordinary' | 'probe';
/** What a call says of the upstream; `none`: whoever asked has left. */
export type CallOutcome = 'success' | 'failure' | 'none';

export interface UpstreamBreaker {
  readonly circuit: () => Circuit;
  /** For how many milliseconds no call may be sent. */
  readonly restMs: () => number;
  /** Whether a call may be sent now, or for how many milliseconds none may. */
  readonly admit: (effect: Effect) => Admission | number;
  /** `startedAt`: when the call began; default: now. */
  readonly record: (admission: Admission, outcome: CallOutcome, startedAt?: number) => void;
}

export interface UpstreamBreakerOptions {
  /** The longest that it stays open after the beginning of the call that opened it; never more than a minute. */
  readonly maxOpenMs?: number;
  readonly now?: Now;
  /** From 0 to below 1. */
  readonly random?: () => number;
}

/** A call that was not sent, as too many before it had failed. */
export class CircuitOpenFailure extends NotAskedFailure {
  constructor(upstream: string, operation: string, retryAfterMs: number) {
    const message = `${operation} was not sent: too many calls failed, and the upstream is tried again in a moment`;
    super(upstream, 'unavailable', message, { sent: 'no', retryAfterMs: Math.ceil(retryAfterMs) });
  }
}

const WINDOW_SECONDS = 10;
const MIN_CALLS = 20;
const FAILURE_SHARE = 0.5;
const FIRST_OPEN_MS = 5000;
const MAX_OPEN_MS = 60_000;
/** How soon a call may come again that was refused while a read is on trial. */
export const PROBE_MS = 250;
const CLOSED: Circuit = { is: 'closed' };

/**
 * Opens when half of at least 20 calls in ten seconds failed. It stays open for five seconds, and each time for twice
 * as long; then one read is let through, and its outcome decides. A write is never that call: nothing is sent only to
 * see what happens. A call tells how the upstream was when it began, and may have hung for long since then.
 */
export function createUpstreamBreaker(options: UpstreamBreakerOptions = {}): UpstreamBreaker {
  const { maxOpenMs = MAX_OPEN_MS, now = monotonicClock, random = Math.random } = options;
  const counts = createCallCounts();
  let circuit: Circuit = CLOSED;
  const open = (openMs: number, startedAt: number): void => {
    const cappedMs = Math.min(openMs, maxOpenMs, MAX_OPEN_MS);
    // Gateways that noticed together do not come back together.
    const share = 0.75 + random() / 4;
    const until = Math.min(now() + cappedMs * share, startedAt + Math.min(maxOpenMs, MAX_OPEN_MS) * share);
    circuit = { is: 'open', until, openMs: cappedMs };
  };
  return {
    circuit: () => circuit,
    restMs: () => {
      if (circuit.is === 'closed') return 0;
      return circuit.is === 'open' ? Math.max(PROBE_MS, circuit.until - now()) : PROBE_MS;
    },
    admit: (effect) => {
      if (circuit.is === 'closed') return 'ordinary';
      if (circuit.is === 'open') {
        const restMs = circuit.until - now();
        if (restMs > 0) return restMs;
        circuit = { is: 'half-open', isProbing: false, openMs: circuit.openMs };
      }
      if (circuit.isProbing || effect !== 'reads') return PROBE_MS;
      circuit = { ...circuit, isProbing: true };
      return 'probe';
    },
    record: (admission, outcome, startedAt = now()) => {
      if (admission === 'probe') {
        if (circuit.is !== 'half-open') return;
        if (outcome === 'none') circuit = { ...circuit, isProbing: false };
        else if (outcome === 'failure') open(2 * circuit.openMs, startedAt);
        else {
          counts.clear();
          circuit = CLOSED;
        }
        return;
      }
      // What was sent before it opened decides nothing any more.
      if (outcome === 'none' || circuit.is !== 'closed') return;
      if (counts.add(now(), outcome === 'failure')) open(FIRST_OPEN_MS, startedAt);
    },
  };
}

interface CallCounts {
  /** Counts one call; true if too many of the window have failed. */
  readonly add: (at: number, isFailure: boolean) => boolean;
  readonly clear: () => void;
}

/** Calls of the last ten seconds, second by second. */
function createCallCounts(): CallCounts {
  const calls = new Uint32Array(WINDOW_SECONDS);
  const failures = new Uint32Array(WINDOW_SECONDS);
  let latest = 0;
  const moveTo = (second: number): void => {
    const first = Math.max(latest + 1, second - WINDOW_SECONDS + 1);
    for (let passed = first; passed <= second; passed += 1) {
      calls[passed % WINDOW_SECONDS] = 0;
      failures[passed % WINDOW_SECONDS] = 0;
    }
    latest = Math.max(latest, second);
  };
  return {
    add: (at, isFailure) => {
      const second = Math.floor(at / 1000);
      moveTo(second);
      const slot = second % WINDOW_SECONDS;
      calls[slot] = (calls[slot] ?? 0) + 1;
      if (!isFailure) return false;
      failures[slot] = (failures[slot] ?? 0) + 1;
      const total = calls.reduce(sum, 0);
      return total >= MIN_CALLS && failures.reduce(sum, 0) >= total * FAILURE_SHARE;
    },
    clear: () => {
      calls.fill(0);
      failures.fill(0);
    },
  };
}

function sum(one: number, other: number): number {
  return one + other;
}
