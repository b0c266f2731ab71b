import { expect, it } from 'vitest';

import { CancelToken } from '../../../src/transport/cancel-token.js';
import { waitForPlace } from '../../../src/graph/lists/long-lists.js';
import type { UpstreamValue } from '../../../src/graph/ports/upstream-value.js';
import { startServer } from '../../support/server.js';
import { memoryUpstream, UNABLE, type MemoryRow } from '../../support/memory-provider.js';

const rowsOf = (length: number): readonly MemoryRow[] =>
  Array.from({ length }, (_, at) => ({
    key: `${at}`,
    displayName: `Anna ${(at * 7919) % length}`,
    emails: [],
    phones: [],
    channels: [],
    groupKeys: [],
  }));

const SORTED = '{ contacts(first: 2, orderBy: { field: DISPLAY_NAME }) { nodes { displayName } sources { ok } } }';

/** How many lists of so many rows are read at once when 50 are asked for, and the answers. */
async function askFifty(
  length: number,
  { isKnown }: { readonly isKnown: boolean },
): Promise<{ readonly most: number; readonly answers: ReadonlySet<string> }> {
  let [reading, most] = [0, 0];
  const onList = async (): Promise<void> => {
    reading += 1;
    most = Math.max(most, reading);
    for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate);
    reading -= 1;
  };
  const server = await startServer([memoryUpstream('memory', rowsOf(length), { ...UNABLE, pageSize: 1000, onList })]);
  try {
    if (isKnown) await server.ask(SORTED);
    const answers = await Promise.all(Array.from({ length: 50 }, () => server.ask(SORTED)));
    return { most, answers: new Set(answers.map(({ text }) => text)) };
  } finally {
    await server.stop();
  }
}

it.each([true, false])(
  'of 50 long sorted lists four are read at a time, and all are answered; seen before: %s',
  async (isKnown) => {
    const { most, answers } = await askFifty(5000, { isKnown });
    expect(most).toBe(4);
    expect([...answers]).toEqual([
      '{"data":{"contacts":{"nodes":[{"displayName":"Anna 0"},{"displayName":"Anna 1"}],"sources":[{"ok":true}]}}}\n',
    ]);
  },
);

it('shorter lists wait for nobody', async () => {
  const { most, answers } = await askFifty(50, { isKnown: true });
  expect(most).toBeGreaterThan(4);
  expect(answers.size).toBe(1);
});

it('principals take turns, who leaves waits no more, and a place that is left is the next one’s', async () => {
  const upstream = { name: 'memory' } as UpstreamValue;
  const order: string[] = [];
  const leaving = new CancelToken();
  const enter = async (principal: string, signal?: CancelToken): Promise<() => void> => {
    const leave = await waitForPlace(upstream, { principal, signal });
    order.push(principal);
    return leave;
  };
  const first = await Promise.all(Array.from({ length: 4 }, () => enter('busy')));
  const gone = enter('gone', leaving);
  const waiting = ['busy', 'busy', 'calm'].map((principal) => enter(principal));
  leaving.abort(new Error('left'));
  await expect(gone).rejects.toThrow('left');
  expect(order).toHaveLength(4);
  for (const leave of first) leave();
  const later = await Promise.all(waiting);
  expect(order.slice(4).indexOf('calm')).toBeLessThan(2);
  for (const leave of later) leave();
  const again = await Promise.all(Array.from({ length: 4 }, () => enter('busy')));
  expect(again).toHaveLength(4);
});
