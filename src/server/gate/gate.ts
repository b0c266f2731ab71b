import type { Principal } from '../../graph/request/principal.js';
import type { Load } from './load.js';
import { createRateLimit, type TakePoints } from './rate-limit.js';

/** Why a request must wait; whoever carries it says so in the words of its transport. */
export interface GateRefusal {
  readonly code: 'RATE_LIMITED' | 'OVERLOADED';
  readonly message: string;
  readonly retryAfterMs: number;
}

export interface GateOptions {
  /** By principal; undefined: no limit. */
  readonly requestsPerMinute?: number | undefined;
  /** Upstream requests that operations are expected to take; undefined: no limit. */
  readonly costPerMinute?: number | undefined;
  readonly overload?: OverloadLimits;
}

/** From where on requests are refused before anything is done for them. */
export interface OverloadLimits {
  readonly requestsInFlight: number;
  readonly eventLoopLagMs: number;
  /** Used share of the heap, in percent. */
  readonly heapPercent: number;
}

export const DEFAULT_OVERLOAD: OverloadLimits = { requestsInFlight: 1000, eventLoopLagMs: 1000, heapPercent: 92 };

/** What every request of GraphQL passes, whatever carries it. */
export interface Gate {
  /** Before anything is read; undefined: it may enter, and must leave. No promise where there is nothing to wait for. */
  readonly enter: (principal: Principal) => GateRefusal | undefined | Promise<GateRefusal | undefined>;
  /** Once its answer has been taken. */
  readonly leave: () => void;
  /** Before an operation runs: what it is expected to cost. */
  readonly charge: ((principal: Principal, cost: number) => Promise<GateRefusal | undefined>) | undefined;
  readonly inFlight: () => number;
}

/** Soon enough for a person, and late enough for a wave of requests to pass. */
const OVERLOAD_RETRY_MS = 1000;

export function createGate(
  { requestsPerMinute, costPerMinute, overload = DEFAULT_OVERLOAD }: GateOptions,
  load: Pick<Load, 'lagMs' | 'heapShare'>,
): Gate {
  const takeRequest = requestsPerMinute === undefined ? undefined : createRateLimit(requestsPerMinute);
  const takeCost = costPerMinute === undefined ? undefined : createRateLimit(costPerMinute);
  let inFlight = 0;
  const isOverloaded = (): boolean =>
    inFlight >= overload.requestsInFlight ||
    load.lagMs() > overload.eventLoopLagMs ||
    load.heapShare() * 100 > overload.heapPercent;
  return {
    inFlight: () => inFlight,
    enter: (principal) => {
      // First what costs nothing: refusing must be cheaper than answering.
      if (isOverloaded()) return OVERLOADED;
      inFlight += 1;
      if (!takeRequest) return undefined;
      return takeOrRefuse(takeRequest, principal, 1, `${requestsPerMinute ?? 0} requests`).then((refusal) => {
        if (refusal) inFlight -= 1;
        return refusal;
      });
    },
    leave: () => {
      inFlight -= 1;
    },
    charge:
      takeCost &&
      ((principal, cost) =>
        takeOrRefuse(takeCost, principal, Math.max(1, Math.ceil(cost)), `${costPerMinute ?? 0} upstream requests`)),
  };
}

const OVERLOADED: GateRefusal = {
  code: 'OVERLOADED',
  message: 'The gateway has more to do than it can: nothing was done for this request; ask again later.',
  retryAfterMs: OVERLOAD_RETRY_MS,
};

async function takeOrRefuse(
  take: TakePoints,
  { name }: Principal,
  points: number,
  most: string,
): Promise<GateRefusal | undefined> {
  const retryAfterMs = await take(name, points);
  if (retryAfterMs === undefined) return undefined;
  return {
    code: 'RATE_LIMITED',
    message: `A caller may have ${most} in a minute: nothing was done for this one; ask again in ${Math.ceil(retryAfterMs / 1000)} s.`,
    retryAfterMs,
  };
}
