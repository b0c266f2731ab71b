import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import { createSharedFileLock } from '../../src/operations/shared-file-lock.js';
import { builtPath } from '../support/built-path.js';
import { makeRecord } from './make-record.js';

const HOLD = builtPath('test/operations/hold-file-lock.ts');

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'trunkline-'));
  folder = join(parent, 'operations');
  await mkdir(folder);
});
afterEach(async () => {
  await rm(parent, { recursive: true });
});

/** A process that is inside, until it is let go or killed. */
async function holder(mode: 'exclusive' | 'shared') {
  const child = spawn(process.execPath, [HOLD, folder, mode]);
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  return {
    letGo: () => void child.stdin.end(),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
  };
}

/** Whether it has come to its end before long. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), sleep(60, false)]);
}

test('a store writes while others write, and waits for one that opens or closes it', async () => {
  const store = await openLmdbStore(folder);
  const writer = await holder('shared');
  await store.insert(makeRecord());
  writer.letGo();
  await writer.ended;
  const opener = await holder('exclusive');
  const record = makeRecord();
  const claimed = store.insert(record);
  expect(await isDone(claimed)).toBe(false);
  opener.letGo();
  expect(await claimed).toBeUndefined();
  expect(await store.get(record.id)).toEqual(record);
  await store.close();
});

test('a store is opened and closed while nobody writes', async () => {
  const first = await holder('shared');
  const opening = openLmdbStore(folder);
  expect(await isDone(opening)).toBe(false);
  first.letGo();
  const store = await opening;
  const second = await holder('shared');
  const closed = store.close();
  expect(await isDone(closed)).toBe(false);
  second.letGo();
  await closed;
});

test.each(['exclusive', 'shared'] as const)('one that was killed while it was %s holds up nobody', async (mode) => {
  const { kill } = await holder(mode);
  await kill();
  const store = await openLmdbStore(folder);
  await store.insert(makeRecord());
  await store.close();
  expect((await readdir(folder)).sort()).toEqual(['data.mdb', 'lock.mdb', 'store.json']);
});

test('of many that want to be alone each is', async () => {
  let inside = 0;
  const met: number[] = [];
  const work = async (): Promise<void> => {
    met.push((inside += 1));
    await sleep(1);
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => createSharedFileLock(folder).runExclusive(work)));
  expect(met).toEqual(Array(8).fill(1));
});

test('one that would be alone gets in between many who never leave the lock free', async () => {
  const busy = createSharedFileLock(folder);
  let over = false;
  const writers = Array.from({ length: 10 }, async () => {
    while (!over) await busy.runShared(() => sleep(1 + Math.random() * 4));
  });
  await createSharedFileLock(folder).runExclusive(() => undefined);
  over = true;
  await Promise.all(writers);
});

test('says whom it waited for where that took too long', async () => {
  const { letGo } = await holder('exclusive');
  for (const mode of ['runExclusive', 'runShared'] as const) {
    const { [mode]: pass } = createSharedFileLock(folder, 50);
    await expect(pass(() => Promise.resolve())).rejects.toThrow(/^waited too long for the holder of .*alone\./);
  }
  letGo();
});
