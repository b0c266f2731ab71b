import { expect, test } from 'vitest';

import { readEach } from '../../../../../src/providers/ictcore/shared/reads/keys.js';

const KEYS = Array.from({ length: 60 }, (_, index) => String(index + 1));

/** How many reads were under way at each start, where these keys find no slot. */
async function countReads(hasToWait: (key: string) => boolean): Promise<readonly number[]> {
  let running = 0;
  const counts: number[] = [];
  const found = await readEach(
    KEYS,
    async (key, { onQueued }) => {
      counts.push((running += 1));
      if (hasToWait(key)) onQueued?.();
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      return key;
    },
    {},
  );
  expect([...found]).toEqual(KEYS.map((key) => [key, key]));
  return counts;
}

test('a batch has 16 reads under way where nobody else is, and 4 where they only wait', async () => {
  expect(Math.max(...(await countReads(() => false)))).toBe(16);
  expect(Math.max(...(await countReads(() => true)))).toBe(4);
});

test('a batch that had to wait has more reads under way as soon as it has not', async () => {
  const counts = await countReads((key) => Number(key) <= 30);
  expect(Math.max(...counts.slice(0, 30))).toBe(4);
  expect(Math.max(...counts.slice(30))).toBe(16);
});
