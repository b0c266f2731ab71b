import { RenewedSet } from './renewed.js';

/** What one principal has of an upstream. */
export interface Share {
  readonly principal: string;
  /** Slots that it holds. */
  held: number;
  /** Those of its calls that wait, in the order of their arrival. */
  readonly waiters: RenewedSet<Waiter>;
}

/** A call that waits for a slot. */
export interface Waiter {
  /** It has its slot now. */
  readonly admit: () => void;
  /** It made room for a call of somebody who has less. */
  readonly crowdOut: () => void;
}

export interface FairQueue {
  /** What this principal has; the slots that it holds are counted there. */
  readonly shareOf: (principal: string) => Share;
  /** Whether it may wait; a call of somebody with too many of them may be crowded out for it. */
  readonly add: (share: Share, waiter: Waiter) => boolean;
  readonly remove: (share: Share, waiter: Waiter) => void;
  /** Takes out whose turn it is, counts a slot for him and admits him; false: nobody waits. */
  readonly admitNext: () => boolean;
  /** Called when this share has one slot less; what has nothing left is forgotten. */
  readonly giveBack: (share: Share) => void;
}

export interface FairQueueOptions {
  readonly concurrency: number;
  readonly maxQueued: number;
}

/** So many shares without a call are kept for the next one. */
const KEPT_SHARES = 64;

/**
 * Principals that wait take turns, and the calls of one are served as they came. While another waits, none gets more
 * than half of the slots, nor more than half of the queue: the latest calls beyond that make room.
 */
export function createFairQueue({ concurrency, maxQueued }: FairQueueOptions): FairQueue {
  const shares = new Map<string, Share>();
  /** Those with a waiter; whose turn it is comes first. */
  const waiting = new RenewedSet<Share>();
  const halfOfConcurrency = Math.ceil(concurrency / 2);
  const halfOfQueue = Math.ceil(maxQueued / 2);
  let queued = 0;

  const forgetIfIdle = (share: Share): void => {
    const isIdle = share.held === 0 && share.waiters.size === 0;
    if (isIdle && shares.size > KEPT_SHARES) shares.delete(share.principal);
  };

  const remove = (share: Share, waiter: Waiter): void => {
    if (!share.waiters.delete(waiter)) return;
    queued -= 1;
    if (share.waiters.size === 0) waiting.delete(share);
    forgetIfIdle(share);
  };

  const crowdOutFor = (newcomer: Share): boolean => {
    for (const share of waiting) {
      if (share === newcomer || share.waiters.size <= halfOfQueue) continue;
      let latest: Waiter | undefined;
      for (const waiter of share.waiters) latest = waiter;
      if (!latest) continue;
      remove(share, latest);
      latest.crowdOut();
      return true;
    }
    return false;
  };

  const next = (): Share | undefined => {
    for (const share of waiting) if (waiting.size === 1 || share.held < halfOfConcurrency) return share;
    return undefined;
  };

  return {
    shareOf: (principal) => {
      const known = shares.get(principal);
      if (known) return known;
      const share = { principal, held: 0, waiters: new RenewedSet<Waiter>() };
      shares.set(principal, share);
      return share;
    },
    add: (share, waiter) => {
      const hasCompany = waiting.size > (share.waiters.size > 0 ? 1 : 0);
      const isTooMany = hasCompany && share.waiters.size >= halfOfQueue;
      if (isTooMany || (queued >= maxQueued && !crowdOutFor(share))) {
        forgetIfIdle(share);
        return false;
      }
      share.waiters.add(waiter);
      waiting.add(share);
      queued += 1;
      return true;
    },
    remove,
    admitNext: () => {
      const share = next();
      if (!share) return false;
      for (const waiter of share.waiters) {
        share.held += 1;
        remove(share, waiter);
        // To the end of the line.
        if (waiting.delete(share)) waiting.add(share);
        waiter.admit();
        break;
      }
      return true;
    },
    giveBack: (share) => {
      share.held -= 1;
      forgetIfIdle(share);
    },
  };
}
