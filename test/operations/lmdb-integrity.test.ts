import { readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, expect, test } from 'vitest';

import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import type { OperationRecord } from '../../src/operations/record.js';
import { makeRecord } from './make-record.js';

let parent: string;
let whole: string;
let directory: string;
let copies = 0;
const records: OperationRecord[] = Array.from({ length: 300 }, (_, index) =>
  makeRecord({ scope: `scope ${index}`, message: 'x'.repeat(300) }),
);
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'trunkline-'));
  whole = join(parent, 'whole');
  const store = await openLmdbStore(whole);
  await Promise.all(records.map((record) => store.insert(record)));
  await store.close();
  return () => rm(parent, { recursive: true });
});

async function damage(change: (data: Buffer) => void | Promise<void>): Promise<string> {
  directory = join(parent, `copy-${(copies += 1)}`);
  await cp(whole, directory, { recursive: true });
  const data = readFileSync(join(directory, 'data.mdb'));
  await change(data);
  writeFileSync(join(directory, 'data.mdb'), data);
  return directory;
}

const DAMAGED = /^operations can't be kept in .*: .*(damaged|not a file of LMDB|there is no store|another one)/;

test('M14 a whole copy opens, and holds what the store held', async () => {
  const store = await openLmdbStore(await damage(() => undefined));
  expect((await store.list({ limit: 1000 })).length).toBe(records.length);
  await store.close();
}, 60_000);

test.each([
  ['of an operation', 'xxxxxxxx', 0],
  ['of an operation’s state', '"state":"', 9],
  ['of a key', 'scope 7', 0],
])(
  'M14 a bit %s that has changed ends the start with a sentence',
  async (_, text, offset) => {
    const flipped = await damage((data) => {
      // Everywhere: a page that is no longer used may hold it too.
      for (let at = data.indexOf(text); at >= 0; at = data.indexOf(text, at + text.length)) {
        data[at + offset] = (data[at + offset] ?? 0) ^ 1;
      }
    });
    await expect(openLmdbStore(flipped)).rejects.toThrow(DAMAGED);
  },
  60_000,
);

test.each([
  ['without its second half', (data: Buffer) => data.length >> 1],
  ['with its first two pages only', () => 8192],
])(
  'M14 data %s end the start with a sentence',
  async (_, length) => {
    const cut = await damage(() => undefined);
    await truncate(join(cut, 'data.mdb'), length(readFileSync(join(cut, 'data.mdb'))));
    await expect(openLmdbStore(cut)).rejects.toThrow(DAMAGED);
  },
  60_000,
);

test.each([
  ['all over', 0],
  ['behind the first pages', 8192],
])(
  'M14 zeros %s end the start with a sentence',
  async (_, from) => {
    await expect(openLmdbStore(await damage((data) => void data.fill(0, from)))).rejects.toThrow(DAMAGED);
  },
  60_000,
);
