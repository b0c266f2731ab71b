import type { ListPlan } from '../../query/plan.js';
import { onAbort, reasonOf } from '../../transport/abort.js';
import type { CallOptions } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { createFairQueue, type FairQueue } from '../../transport/fair-queue.js';
import type { ListedNoun } from '../ports/backends.js';
import type { ListSizes } from '../ports/list-sizes.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

/** From so many rows on, a list that has to be read to its end waits for a place. */
const LONG_ROWS = 5000;

/** Whether a list that is read to its end may be that long. One that was never read may be, unless only a part is asked for. */
export function mayBeLong(
  sizes: ListSizes,
  upstream: string,
  noun: ListedNoun,
  { pushedDown }: Pick<ListPlan, 'pushedDown'>,
): boolean {
  if (!sizes.isKnown(upstream, noun)) return pushedDown.length === 0;
  return sizes.rows(upstream, noun).expected >= LONG_ROWS;
}

/** So many such lists of one upstream are read at once: one is waited for while another is sorted. */
const PLACES = 4;
const MAX_WAITING = 1000;

interface Places {
  free: number;
  readonly queue: FairQueue;
}

/** By upstream, so that one that hangs keeps nobody from the lists of another. */
const placesOf = new WeakMap<UpstreamValue, Places>();

/**
 * Waits for a place to read a long list of an upstream, and gives what frees it. Read all at once, many lists would take
 * memory without end, and none would be ready in time. Principals take turns.
 */
export async function waitForPlace(
  upstream: UpstreamValue,
  { signal, principal = '' }: Pick<CallOptions, 'signal' | 'principal'>,
): Promise<() => void> {
  let places = placesOf.get(upstream);
  if (!places) {
    places = { free: PLACES, queue: createFairQueue({ concurrency: PLACES, maxQueued: MAX_WAITING }) };
    placesOf.set(upstream, places);
  }
  const { queue } = places;
  if (signal?.aborted) throw reasonOf(signal);
  const share = queue.shareOf(principal);
  if (places.free > 0) {
    places.free -= 1;
    share.held += 1;
  } else {
    await new Promise<void>((resolve, reject) => {
      let release = (): void => undefined;
      const refuse = (): void => {
        release();
        const message = `a list of ${upstream.name} was not read: too many long lists wait already`;
        reject(new ProviderFailure(upstream.name, 'overloaded', message, { sent: 'no' }));
      };
      const admit = (): void => {
        release();
        resolve();
      };
      const waiter = { admit, crowdOut: refuse };
      if (!queue.add(share, waiter)) {
        refuse();
        return;
      }
      release = onAbort(signal, (reason) => {
        queue.remove(share, waiter);
        reject(reason);
      });
    });
  }
  return () => {
    queue.giveBack(share);
    if (!queue.admitNext()) places.free += 1;
  };
}

/**
 * The same pages, of which the first is read in such a place: a list that is read to its end gives all of its rows with it.
 */
export function readInPlace<Value>(
  pages: AsyncIterator<Value>,
  upstream: UpstreamValue,
  callOptions: CallOptions,
): AsyncIterator<Value> {
  let isFirst = true;
  return {
    next: async () => {
      if (!isFirst) return pages.next();
      isFirst = false;
      const leave = await waitForPlace(upstream, callOptions);
      try {
        return await pages.next();
      } finally {
        leave();
      }
    },
  };
}
