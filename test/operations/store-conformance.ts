import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { OperationRecord } from '../../src/operations/record.js';
import type { OperationStore } from '../../src/operations/store.js';
import { after, EXPIRY, makeRecord } from './make-record.js';
import { commands } from './store-model.js';

/** A place where nothing was kept before; each call of `open` opens it once more, as another process would. */
export interface Place {
  readonly open: () => Promise<OperationStore>;
  readonly remove: () => Promise<void>;
}

/** Registers the tests that every durable store of operations passes. */
export function testStore(name: string, newPlace: () => Promise<Place>): void {
  describe(`${name} keeps operations`, () => {
    let place: Place;
    let store: OperationStore;
    let other: OperationStore;

    beforeEach(async () => {
      place = await newPlace();
      [store, other] = await Promise.all([place.open(), place.open()]);
    });
    afterEach(async () => {
      await Promise.all([store.close(), other.close()]);
      await place.remove();
    });

    test('does what the model does, whatever comes in whatever order, and holds the same when it is opened again', async () => {
      await fc.assert(
        fc.asyncProperty(commands, async (run) => {
          const mine = await newPlace();
          const model = { records: new Map<string, OperationRecord>(), scopes: new Map(), seen: [] };
          let real = await mine.open();
          await fc.asyncModelRun(() => ({ model, real }), run);
          await real.close();
          real = await mine.open();
          const rows = await real.list({ limit: 100 });
          expect(rows).toEqual([...model.records.values()].sort((one, two) => (one.id < two.id ? 1 : -1)));
          for (const scope of ['a', 'b']) {
            expect((await real.insert(makeRecord({ scope })))?.id).toBe(model.scopes.get(scope));
          }
          await real.close();
          await mine.remove();
        }),
        { numRuns: 40 },
      );
    }, 60_000);

    test('a fact is there for every process, and the latest counts', async () => {
      expect(await store.facts.get('a')).toBeUndefined();
      const [expiresAt, later] = [Date.now() + 60_000, Date.now() + 90_000];
      await store.facts.put('a', { value: 'alike', expiresAt });
      await other.facts.put('a', { value: 'apart', expiresAt: later });
      await store.purge(expiresAt);
      expect(await store.facts.get('a')).toEqual({ value: 'apart', expiresAt: later });
      expect(await store.facts.get('b')).toBeUndefined();
    });

    test('one of many claims of a scope wins, and the others learn of it', async () => {
      const records = Array.from({ length: 50 }, () => makeRecord({ scope: 'one' }));
      const answers = await Promise.all(records.map((record, index) => (index % 2 ? store : other).insert(record)));
      const winners = records.filter((_, index) => answers[index] === undefined);
      expect(winners).toHaveLength(1);
      expect(answers.filter((answer) => answer !== undefined)).toEqual(Array(49).fill(winners[0]));
      expect(await store.list({ limit: 100 })).toEqual(winners);
    });

    test('one of many advances of a version wins', async () => {
      const record = makeRecord();
      await store.insert(record);
      const nexts = Array.from({ length: 20 }, (_, index) => after(record, { message: `${index}` }));
      const won = await Promise.all(nexts.map((next, index) => (index % 2 ? store : other).update(next)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await other.get(record.id)).toEqual(nexts[won.indexOf(true)]);
    });

    test('a scope goes over from a record only as it was read, and then does not end with it', async () => {
      const old = makeRecord({ scope: 'mine' });
      await store.insert(old);
      const current = after(old, { state: 'NOT_SENT' });
      await store.update(current);
      const next = makeRecord({ scope: 'mine' });
      expect(await other.insert(next, old)).toEqual(current);
      expect(await other.insert(next, { ...next, version: current.version })).toEqual(current);
      expect(await other.insert(next, current)).toBeUndefined();
      expect(await store.list({ limit: 9 })).toEqual([next, current]);
      const finished = after(current, { expiresAt: EXPIRY - 1 });
      expect(await store.update(finished)).toBe(true);
      await store.purge(EXPIRY);
      expect(await store.insert(makeRecord({ scope: 'mine' }))).toEqual(next);
    });

    test('what one was told, another reads at once', async () => {
      for (let times = 0; times < 50; times += 1) {
        const record = makeRecord();
        expect(await other.get(record.id)).toBeUndefined();
        await store.insert(record);
        expect(await other.get(record.id)).toEqual(record);
      }
    });

    test('what expires at a time is kept until then', async () => {
      const record = makeRecord();
      await store.insert(record);
      await store.purge(EXPIRY);
      expect(await store.get(record.id)).toEqual(record);
      await store.purge(EXPIRY + 1);
      expect(await store.get(record.id)).toBeUndefined();
    });

    test('what is kept for longer while others purge stays', async () => {
      for (let times = 0; times < 20; times += 1) {
        const record = makeRecord();
        await store.insert(record);
        const longer = after(record, { expiresAt: EXPIRY + 10 });
        const [, won] = await Promise.all([other.purge(EXPIRY + 1), store.update(longer)]);
        expect(await store.get(record.id)).toEqual(won ? longer : undefined);
      }
    });

    test('a release that comes after a change leaves the record and its scope alone', async () => {
      const record = makeRecord({ scope: 'mine' });
      await store.insert(record);
      const dispatched = after(record, { state: 'DISPATCHED' });
      await other.update(dispatched);
      await store.release(record);
      expect(await store.insert(makeRecord({ scope: 'mine' }))).toEqual(dispatched);
    });

    test('an id is kept once', async () => {
      const record = makeRecord();
      await store.insert(record);
      await expect(store.insert({ ...record, message: 'again' })).rejects.toThrow('is kept already');
      expect(await store.get(record.id)).toEqual(record);
    });

    test('a rare upstream is found behind many records of another', async () => {
      const [old, ...rest] = Array.from({ length: 1201 }, (_, index) =>
        makeRecord({ upstream: index === 0 ? 'rare' : 'common', state: index % 7 ? 'SUCCEEDED' : 'UNKNOWN' }),
      );
      await Promise.all([old, ...rest].flatMap((record) => (record ? [store.insert(record)] : [])));
      expect(await other.list({ upstreams: ['rare'], limit: 5 })).toEqual([old]);
      expect((await other.list({ upstreams: ['common'], limit: 1100 })).map(({ id }) => id)).toEqual(
        rest
          .map(({ id }) => id)
          .reverse()
          .slice(0, 1100),
      );
      await other.purge(EXPIRY + 1);
      expect(await store.list({ limit: 1 })).toEqual([]);
    });

    test('all that open it share one secret of 32 bytes', async () => {
      const secrets = await Promise.all([store.secret(), other.secret(), store.secret()]);
      const again = await place.open();
      secrets.push(await again.secret());
      await again.close();
      expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
      expect(secrets[0]).toHaveLength(32);
      const elsewhere = await newPlace();
      const stranger = await elsewhere.open();
      expect(await stranger.secret()).not.toEqual(secrets[0]);
      await stranger.close();
      await elsewhere.remove();
    });

    test('takes no living process for gone, nor a name that it does not understand', async () => {
      const names = [store.owner, other.owner, '', 'someone', 'a/b/c', 'another-host.example//1/2/3'];
      expect(await Promise.all(names.map((name) => store.isGone(name)))).toEqual(names.map(() => false));
    });

    test('can be closed twice, and rejects from then on', async () => {
      const closed = await place.open();
      await Promise.all([closed.close(), closed.close()]);
      await closed.close();
      await expect(closed.insert(makeRecord())).rejects.toThrow();
      await expect(closed.get(makeRecord().id)).rejects.toThrow();
    });
  });
}
