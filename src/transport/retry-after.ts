import { wallClock, type Now } from './clock.js';
import type { Response } from './exchange.js';

const httpDate = /^[A-Z][a-z]+, [\w -]+ \d\d:\d\d:\d\d GMT$/;

/** Milliseconds that an answer asks us to wait, or undefined where it does not say so in seconds or as an HTTP date. */
export function retryAfterMs({ headers }: Pick<Response, 'headers'>, now: Now = wallClock): number | undefined {
  const said = headers['retry-after']?.trim();
  if (said === undefined) return undefined;
  const wait = /^\d{1,9}$/.test(said) ? Number(said) * 1000 : httpDate.test(said) ? Date.parse(said) - now() : NaN;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
