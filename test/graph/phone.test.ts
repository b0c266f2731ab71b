import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { expect, test } from 'vitest';

import { toPhone } from '../../src/graph/phone.js';

test('long texts that clients look for as phones are not kept in memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 300; at += 1) {
    const text = `${at}`.padEnd(200_000, 'x');
    expect(toPhone(text, 'PL')).toBe(text);
  }
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000);
});
