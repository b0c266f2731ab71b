import { expect, test } from 'vitest';

import { concurrencyLimit } from '../../../../../src/transport/concurrency-limit.js';
import { readEach } from '../../../../../src/providers/ictcore/shared/reads/keys.js';
import { createManualExchange, flushImmediate, request, response } from '../../../../transport/scripted-exchange.js';

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

test.each([0, 1, 5])('beside %i other calls a batch keeps all the places that it can have', async (others) => {
  const manual = createManualExchange();
  const concurrency = 8;
  const send = concurrencyLimit({ upstream: 'pbx', concurrency })(manual.exchange);
  const waiting = Array.from({ length: others }, () => send(request()));
  const reading = readEach(KEYS, (_, callOptions) => send(request({ callOptions })), {});
  for (let ended = 0; ended < KEYS.length; ended += 1) {
    await flushImmediate();
    // Whoever had a slot first has its answer first, but those of the others do not come.
    expect(manual.requests.length - ended).toBe(Math.min(concurrency, others + KEYS.length - ended));
    manual.answer(others + ended, response());
  }
  await reading;
  for (let other = 0; other < others; other += 1) manual.answer(other, response());
  await Promise.all(waiting);
});

test('a batch that had to wait has more reads under way as soon as it has not', async () => {
  const counts = await countReads((key) => Number(key) <= 30);
  expect(Math.max(...counts.slice(0, 30))).toBe(4);
  expect(Math.max(...counts.slice(30))).toBe(16);
});
