import type { ConcurrencyLimitOptions } from './concurrency-limit.js';
import { monotonicClock, sleep as realSleep, type Now, type Sleep } from './clock.js';
import { CircuitOpenFailure, PROBE_MS, type CallOutcome, type UpstreamBreaker } from './upstream-breaker.js';
import type { CallOptions, Exchange, Interceptor, UpstreamRequest, UpstreamResponse } from './exchange.js';
import { NotAskedFailure, ProviderFailure } from './failure.js';
import { LoginPausedFailure } from './login-pause.js';

export interface BreakCircuitOptions {
  readonly upstream: string;
  readonly breaker: UpstreamBreaker;
  /** The longest that one call may take. */
  readonly timeoutMs: number;
  readonly now?: Now;
  readonly sleep?: Sleep;
}

/** The places at which a circuit breaker stands. */
export interface CircuitInterceptors {
  /**
   * Refuses calls at once while the circuit is open; while a read is on trial, a moment later if that has no answer by
   * then. It comes above the concurrency limit.
   */
  readonly refuse: Interceptor;
  /**
   * Refuses calls that waited for a slot while the circuit opened: they would wait for answers that do not come, and
   * of a write nobody would know what it did. It comes below the concurrency limit.
   */
  readonly recheck: Interceptor;
  /** Notes how a call ended that was let through: its answer, or what it failed with, and how long it was under way. */
  readonly note: NonNullable<ConcurrencyLimitOptions['onEnd']>;
}

/**
 * Stops calls to an upstream that fails, and lets a read through in a while to find out. Where only writes come by
 * then, the latest read that was answered is sent again, so that they need not wait for somebody who reads.
 */
export function breakCircuit(options: BreakCircuitOptions): CircuitInterceptors {
  const { upstream, breaker, timeoutMs, now = monotonicClock, sleep = realSleep } = options;
  // By whose credentials they were sent: nobody's are used for another's write.
  const answeredReads = new WeakMap<object, UpstreamRequest>();
  const accountOf = (request: UpstreamRequest): object => request.account ?? answeredReads;
  let trial: Trial | undefined;
  /** For how long others wait beside a trial. */
  let momentMs = PROBE_MS;
  const begin = (request: UpstreamRequest): Trial => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    return (trial = { request, startedAt: now(), ended, isOver: false, end });
  };
  /** Weakly, because an error keeps what was on the stack where it was made. */
  const countedErrors = new WeakSet<object>();
  /** All who waited for one log-in have its one failure, which counts once. */
  const outcomeOfNewError = (error: unknown): CallOutcome => {
    if (!(error instanceof ProviderFailure) || countedErrors.has(error)) return 'none';
    countedErrors.add(error);
    return outcomeOfFailure(error);
  };
  const startOf = ({ deadlineAt = now() + timeoutMs }: UpstreamRequest): number => deadlineAt - timeoutMs;

  const admit = (next: Exchange, request: UpstreamRequest, awaited?: Trial): Promise<UpstreamResponse> => {
    const admission = breaker.admit(request.effect);
    if (admission === 'ordinary') return next(request);
    if (admission === 'probe') return next(begin(request).request);
    if (request.effect !== 'reads' && breaker.admit('reads') === 'probe') {
      const answeredRead = answeredReads.get(accountOf(request));
      if (!answeredRead) {
        // Nothing is known that could find out: it counts anew, as at the start.
        breaker.record('probe', 'success');
        return next(request);
      }
      // Whoever asked for it first has its answer, and is told nothing of this one.
      next(begin({ ...answeredRead }).request).catch(() => undefined);
    }
    const refuse = () => Promise.reject(new CircuitOpenFailure(upstream, request.operation, admission));
    const current = trial;
    // Healed, an upstream answers about as fast as before, and then nobody is refused.
    if (!current || current === awaited) return refuse();
    current.moment ??= Promise.race([current.ended, passMoment(current, momentMs, sleep)]);
    return current.moment.then(() => admit(next, request, current));
  };

  return {
    refuse: (next) => (request) => admit(next, request),
    recheck: (next) => (request) => {
      const circuit = breaker.circuit();
      if (circuit.is === 'closed' || request === trial?.request) return next(request);
      return Promise.reject(new CircuitOpenFailure(upstream, request.operation, breaker.restMs()));
    },
    note: (request, response, error, tookMs = 0) => {
      const outcome = response ? outcomeOfAnswer(response) : outcomeOfNewError(error);
      if (outcome === 'success' && request.effect === 'reads' && !request.stream) {
        answeredReads.set(accountOf(request), withoutCaller(request));
        momentMs = Math.min(Math.max(PROBE_MS, 2 * tookMs), Math.max(PROBE_MS, timeoutMs / 3));
      }
      if (trial?.request !== request) {
        breaker.record('ordinary', outcome, startOf(request));
        return;
      }
      trial.isOver = true;
      const { startedAt, end } = trial;
      trial = undefined;
      breaker.record('probe', outcome, startedAt);
      end();
    },
  };
}

/** A read that finds out how an upstream is. */
interface Trial {
  readonly request: UpstreamRequest;
  readonly startedAt: number;
  readonly ended: Promise<void>;
  isOver: boolean;
  readonly end: () => void;
  /** What others wait for: its end, but no longer than a moment after the first of them came. */
  moment?: Promise<void>;
}

/** In so many steps: timers come first after a stall of this process, and an answer is heard only after them. */
const STEPS = 10;

async function passMoment(trial: Trial, milliseconds: number, sleep: Sleep): Promise<void> {
  for (let step = 0; step < STEPS && !trial.isOver; step += 1) await sleep(milliseconds / STEPS);
}

const NO_OPTIONS: CallOptions = {};

/** Kept for long, a read keeps nothing of whoever asked for it: its options hold what was loaded for its request. */
function withoutCaller({ operation, method, path, headers, body, effect, account }: UpstreamRequest): UpstreamRequest {
  return { operation, method, path, headers, body, effect, account, callOptions: NO_OPTIONS };
}

function outcomeOfAnswer({ status }: UpstreamResponse): CallOutcome {
  return status >= 500 ? 'failure' : 'success';
}

/** Refused credentials, unreadable answers and callers that leave do not say that the upstream is down. */
function outcomeOfFailure(failure: ProviderFailure): CallOutcome {
  if (failure instanceof NotAskedFailure || failure instanceof LoginPausedFailure) return 'none';
  return failure.kind === 'unavailable' || failure.kind === 'timeout' ? 'failure' : 'none';
}
