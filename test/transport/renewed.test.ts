import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { RenewedMap, RenewedSet } from '../../src/transport/renewed.js';

const steps = fc.array(
  fc.record({ key: fc.nat({ max: 40 }), action: fc.constantFrom('add', 'add', 'delete', 'delete', 'clear') }),
  { maxLength: 400 },
);

test('they hold what a Map and a Set hold, in that order, however often they were renewed', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const [map, set] = [new Map<number, number>(), new Set<number>()];
      const [renewedMap, renewedSet] = [new RenewedMap<number, number>(), new RenewedSet<number>()];
      for (const [at, { key, action }] of taken.entries()) {
        if (action === 'add') {
          map.set(key, at);
          renewedMap.set(key, at);
          set.add(key);
          renewedSet.add(key);
        } else if (action === 'delete') {
          map.delete(key);
          renewedMap.delete(key);
          expect(renewedSet.delete(key)).toBe(set.delete(key));
        } else if (at % 50 === 0) {
          map.clear();
          renewedMap.clear();
        }
        expect(renewedMap.get(key)).toBe(map.get(key));
        expect(renewedSet.size).toBe(set.size);
      }
      expect([...renewedSet]).toEqual([...set]);
    }),
  );
});

interface Entries {
  readonly set: (key: number, value: object) => void;
  readonly delete: (key: number) => void;
}

/** How much the old generation grows while entries come and go, of which 16 are there at a time. */
function growthOf(entries: Entries, collectYoung: () => void): number {
  const oldBytes = (): number =>
    getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? 0;
  const churn = (rounds: number): void => {
    for (let key = 0; key < rounds * 40; key += 1) {
      entries.set(
        key,
        Array.from({ length: 100 }, () => ({})),
      );
      entries.delete(key - 16);
      if (key % 40 === 0) collectYoung();
    }
  };
  // Until it is old itself.
  churn(4);
  const before = oldBytes();
  churn(40);
  return oldBytes() - before;
}

test('what was in them is collected while it is young; in a Map it is not', () => {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
  const collectYoung = (): void => {
    gc({ type: 'minor' });
  };
  const map = new Map<number, object>();
  const ofMap = growthOf({ set: (key, value) => map.set(key, value), delete: (key) => map.delete(key) }, collectYoung);
  const ofRenewed = growthOf(new RenewedMap<number, object>(), collectYoung);
  expect(ofRenewed).toBeLessThan(ofMap / 4);
});
