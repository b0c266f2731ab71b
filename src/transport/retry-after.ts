import { wallClock, type Now } from './clock.js';
import type { UpstreamResponse } from './exchange.js';

const httpDate = /^[A-Z][a-z]+, [\w -]+ \d\d:\d\d:\d\d GMT$/;

/** Milliseconds that an answer asks us to wait, or undefined where it does not say so in seconds or as an HTTP date. */
export function retryAfterMs({ headers }: Pick<UpstreamResponse, 'headers'>, now: Now = wallClock): number | undefined {
  const header = headers['retry-after']?.trim();
  if (header === undefined) return undefined;
  const waitMs = /^\d{1,9}$/.test(header)
    ? Number(header) * 1000
    : httpDate.test(header)
      ? Date.parse(header) - now()
      : NaN;
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}
