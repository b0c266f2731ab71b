import { truncateSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import { makeRecord } from './make-record.js';

let parent: string;
let directory: string;
let data: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'trunkline-'));
  directory = join(parent, 'operations');
  data = join(directory, 'data.mdb');
});
afterEach(() => rm(parent, { recursive: true }));

async function makeStore(place = directory): Promise<void> {
  const store = await openLmdbStore(place);
  await store.insert(makeRecord({ scope: 'mine' }));
  await store.close();
}

/** What can happen to a store, at rest or while it is used. */
const LOSSES: ReadonlyArray<readonly [what: string, lose: () => Promise<unknown>]> = [
  ['its folder was removed', () => rm(directory, { recursive: true })],
  ['its folder was moved away', () => rename(directory, join(parent, 'moved'))],
  ['its data were removed', () => rm(data)],
  [
    'its data were emptied',
    async () => {
      truncateSync(data);
    },
  ],
  [
    'its folder was emptied',
    async () => {
      for (const file of await readdir(directory)) await rm(join(directory, file));
    },
  ],
  [
    'its folder was replaced by an empty one',
    async () => {
      await rename(directory, join(parent, 'moved'));
      await makeStore(join(parent, 'fresh', 'operations'));
      await rm(join(parent, 'fresh', 'operations', 'data.mdb'));
      await rename(join(parent, 'fresh', 'operations'), directory);
    },
  ],
  [
    'its data were replaced by those of another store',
    async () => {
      await makeStore(join(parent, 'other', 'operations'));
      await rename(join(parent, 'other', 'operations', 'data.mdb'), data);
    },
  ],
];

describe('M14 a store of which', () => {
  test.each(LOSSES)(
    '%s at rest is not taken for a new one, and the sentence says what to do',
    async (_, lose) => {
      await makeStore();
      await lose();
      for (let times = 0; times < 2; times += 1) {
        await expect(openLmdbStore(directory)).rejects.toThrow(
          /^operations can't be kept in .*operations: .*store\.json.* bring it back, or delete .* to begin with an empty store$/,
        );
      }
    },
    60_000,
  );

  test.each(LOSSES)('%s while it is used takes and tells nothing any more', async (_, lose) => {
    const store = await openLmdbStore(directory);
    const record = makeRecord({ scope: 'mine' });
    await store.insert(record);
    await lose();
    const refused = /could not be read or written: .*(removed|replaced|cut off|ENOENT|overwritten)/;
    await expect(store.insert(makeRecord({ scope: 'other' }))).rejects.toThrow(refused);
    await expect(store.update({ ...record, version: 2 })).rejects.toThrow(refused);
    await expect(store.get(record.id)).rejects.toThrow(refused);
    await expect(store.list({ limit: 1 })).rejects.toThrow(refused);
    await store.close();
  });
});

test('M14 data that are overwritten or cut off while they are used are not touched any more', async () => {
  const store = await openLmdbStore(directory);
  await store.insert(makeRecord());
  const { size } = await stat(data);
  const copy = join(parent, 'copy');
  await cp(data, copy);
  truncateSync(data, 4096);
  await expect(store.list({ limit: 1 })).rejects.toThrow(/cut off/);
  await writeFile(data, Buffer.alloc(size), { flag: 'r+' });
  await expect(store.list({ limit: 1 })).rejects.toThrow(/overwritten/);
  await store.close();
});

test('the markers deleted, an empty store may begin, and a store of before the markers gets them', async () => {
  await makeStore();
  await rm(directory, { recursive: true });
  await rm(join(parent, 'operations.store.json'));
  await makeStore();
  await Promise.all(['operations.store.json', 'operations/store.json'].map((file) => rm(join(parent, file))));
  await makeStore();
  expect((await readdir(directory)).sort()).toEqual(['data.mdb', 'lock.mdb', 'store.json']);
  expect((await readdir(parent)).sort()).toEqual(['operations', 'operations.store.json']);
});

test('where the parent may not be written, the marker inside must do', async () => {
  await makeStore();
  await rm(join(parent, 'operations.store.json'));
  await rm(data);
  await expect(openLmdbStore(directory)).rejects.toThrow(/operations\/store\.json says that there was one/);
});
