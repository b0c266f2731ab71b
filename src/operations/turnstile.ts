import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { isProcessHere, nameThisProcess } from './process-owner.js';

/** Among all processes of this host that share a directory: many at once, or one alone. */
export interface Turnstile {
  /** Does the work while nobody is alone; rejects where that takes too long. */
  readonly together: <T>(work: () => Promise<T>) => Promise<T>;
  /** Does the work while nobody else does any; rejects where that takes too long. */
  readonly alone: <T>(work: () => T | Promise<T>) => Promise<T>;
}

const LOOK_MS = 2;

/**
 * A turnstile of files. Each hangs out its flag and then looks for flags that bar its way, so that of two that come at
 * once at least one sees the other's. The flag of a process that was killed bars nobody; others are waited for so long.
 */
export function createTurnstile(directory: string, patienceMs = 5_000): Turnstile {
  const name = `${encodeURIComponent(nameThisProcess())}.${randomUUID()}`;
  const flag = { together: `together.${name}`, alone: `alone.${name}` };
  let inside = 0;
  let lookedAt = 0;

  const hang = (file: string): void => {
    closeSync(openSync(join(directory, file), 'wx', 0o600));
  };
  const take = (file: string): void => {
    rmSync(join(directory, file), { force: true });
  };
  const barrierOf = (kind: keyof typeof flag, own?: string): string | undefined =>
    readdirSync(directory).find((file) => file.startsWith(`${kind}.`) && file !== own && isHeld(file));
  const isHeld = (file: string): boolean => {
    if (isProcessHere(decodeURIComponent(file.split('.').slice(1, -1).join('.')))) return true;
    take(file);
    return false;
  };
  const wait = async (began: number, barrier: string): Promise<void> => {
    if (Date.now() - began > patienceMs) throw new Error(`waited too long for the holder of ${barrier}`);
    // By chance, so that two that step back for each other do not do so for ever.
    await sleep(LOOK_MS + Math.random() * LOOK_MS);
  };

  const enter = (): string | undefined => {
    if (inside === 0) hang(flag.together);
    inside += 1;
    // Behind a flag that hangs it is safe without a look; but one who waits to be alone must get in some time.
    if (inside > 1 && Date.now() - lookedAt < LOOK_MS) return undefined;
    const barrier = barrierOf('alone');
    if (barrier === undefined) lookedAt = Date.now();
    else leave();
    return barrier;
  };
  const leave = (): void => {
    inside -= 1;
    if (inside === 0) take(flag.together);
  };
  const claim = (): string | undefined => {
    hang(flag.alone);
    const barrier = barrierOf('alone', flag.alone);
    if (barrier !== undefined) take(flag.alone);
    return barrier;
  };

  return {
    together: async (work) => {
      const began = Date.now();
      for (let barrier = enter(); barrier !== undefined; barrier = enter()) await wait(began, barrier);
      try {
        return await work();
      } finally {
        leave();
      }
    },
    alone: async (work) => {
      const began = Date.now();
      for (let barrier = claim(); barrier !== undefined; barrier = claim()) await wait(began, barrier);
      try {
        const others = () => barrierOf('together');
        for (let barrier = others(); barrier !== undefined; barrier = others()) await wait(began, barrier);
        return await work();
      } finally {
        take(flag.alone);
      }
    },
  };
}
