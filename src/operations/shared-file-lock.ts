import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { isProcessRunning, nameThisProcess } from './process-owner.js';

/** A read-write lock among all processes of this host that share a directory. */
export interface SharedFileLock {
  /** Does the work while no process holds the lock exclusively; rejects if the wait is too long. */
  readonly runShared: <T>(work: () => Promise<T>) => Promise<T>;
  /** Does the work while no other process holds the lock in either way; rejects if the wait is too long. */
  readonly runExclusive: <T>(work: () => T | Promise<T>) => Promise<T>;
}

const POLL_MS = 2;

/**
 * A lock of files. Each hangs out its flag and then looks for flags that bar its way, so that of two that come at
 * once at least one sees the other's. The flag of a process that was killed bars nobody; others are waited for so long.
 */
export function createSharedFileLock(directory: string, timeoutMs = 5_000): SharedFileLock {
  const name = `${encodeURIComponent(nameThisProcess())}.${randomUUID()}`;
  const flag = { together: `together.${name}`, alone: `alone.${name}` };
  let sharedCount = 0;
  let checkedAt = 0;

  const createFlag = (file: string): void => {
    closeSync(openSync(join(directory, file), 'wx', 0o600));
  };
  const removeFlag = (file: string): void => {
    rmSync(join(directory, file), { force: true });
  };
  const findBarrier = (kind: keyof typeof flag, ownFile?: string): string | undefined =>
    readdirSync(directory).find((file) => file.startsWith(`${kind}.`) && file !== ownFile && isHolderAlive(file));
  const isHolderAlive = (file: string): boolean => {
    if (isProcessRunning(decodeURIComponent(file.split('.').slice(1, -1).join('.')))) return true;
    removeFlag(file);
    return false;
  };
  const waitForBarrier = async (startedAt: number, barrier: string): Promise<void> => {
    if (Date.now() - startedAt > timeoutMs) throw new Error(`waited too long for the holder of ${barrier}`);
    // The pause is random, so that two processes that give way to each other do not do so for ever.
    await sleep(POLL_MS + Math.random() * POLL_MS);
  };

  const enterShared = (): string | undefined => {
    if (sharedCount === 0) createFlag(flag.together);
    sharedCount += 1;
    // While this process holds its shared file, one check is valid for a moment; after that, a process that waits for
    // the exclusive lock must get its turn.
    if (sharedCount > 1 && Date.now() - checkedAt < POLL_MS) return undefined;
    const barrier = findBarrier('alone');
    if (barrier === undefined) checkedAt = Date.now();
    else leaveShared();
    return barrier;
  };
  const leaveShared = (): void => {
    sharedCount -= 1;
    if (sharedCount === 0) removeFlag(flag.together);
  };
  const enterExclusive = (): string | undefined => {
    createFlag(flag.alone);
    const barrier = findBarrier('alone', flag.alone);
    if (barrier !== undefined) removeFlag(flag.alone);
    return barrier;
  };

  return {
    runShared: async (work) => {
      const began = Date.now();
      for (let barrier = enterShared(); barrier !== undefined; barrier = enterShared())
        await waitForBarrier(began, barrier);
      try {
        return await work();
      } finally {
        leaveShared();
      }
    },
    runExclusive: async (work) => {
      const began = Date.now();
      for (let barrier = enterExclusive(); barrier !== undefined; barrier = enterExclusive())
        await waitForBarrier(began, barrier);
      try {
        const others = () => findBarrier('together');
        for (let barrier = others(); barrier !== undefined; barrier = others()) await waitForBarrier(began, barrier);
        return await work();
      } finally {
        removeFlag(flag.alone);
      }
    },
  };
}
