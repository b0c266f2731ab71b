import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Takes so many points of a principal's minute. Undefined: granted; else how long to wait, in milliseconds. */
export type TakePoints = (principal: string, points: number) => Promise<number | undefined>;

const MINUTE_S = 60;

/** Counts by principal, in windows of a minute that begin with its first request. */
export function createRateLimit(pointsPerMinute: number): TakePoints {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: MINUTE_S });
  return async (principal, points) => {
    try {
      // What takes more than a whole minute has is granted at the beginning of a minute, else it never would be.
      await limiter.consume(principal, Math.min(points, pointsPerMinute));
      return undefined;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      // What was refused counts as not taken: who asks too often must not be locked out by asking.
      await limiter.reward(principal, Math.min(points, pointsPerMinute));
      return Math.max(1, Math.ceil(error.msBeforeNext));
    }
  };
}
