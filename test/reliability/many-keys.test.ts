import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import { makeRecord } from '../operations/make-record.js';

/** Keys in an ordinary run; `TRUNKLINE_KEYS=1000000` is the long one. */
const KEYS = Number(process.env['TRUNKLINE_KEYS'] ?? 10_000);
const AT_ONCE = 2000;

it(
  `M13 a store of ${KEYS} keys opens without reading them, knows each, and its file is bounded`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trunkline-keys-'));
    const directory = join(folder, 'operations');
    const first = await openLmdbStore(directory);
    let last = makeRecord({ scope: 'last', state: 'SUCCEEDED' });
    for (let kept = 0; kept < KEYS; kept += AT_ONCE) {
      const records = Array.from({ length: AT_ONCE }, (_, at) =>
        makeRecord({ scope: `scope ${kept + at}`, state: 'SUCCEEDED' }),
      );
      await Promise.all(records.map((record) => first.insert(record)));
      last = records.at(-1) ?? last;
    }
    await first.close();

    const before = process.memoryUsage().rss;
    const begun = performance.now();
    const store = await openLmdbStore(directory);
    const openedMs = performance.now() - begun;
    const grown = process.memoryUsage().rss - before;
    const again = await store.insert(makeRecord({ scope: `scope ${KEYS - 1}` }));
    expect(again).toEqual(last);
    expect(await store.list({ limit: 1 })).toHaveLength(1);
    const { size } = await stat(join(directory, 'data.mdb'));
    await store.close();
    await rm(folder, { recursive: true });
    if (KEYS > 100_000) console.log({ openedMs, rssGrownMb: grown / 1e6, fileMb: size / 1e6 });
    expect(size / KEYS).toBeLessThan(2000);
    // A store that reads its keys at the start would hold them.
    expect(grown).toBeLessThan(100e6);
  },
  60_000 + KEYS,
);
