import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';

import { expect, test, vi } from 'vitest';

import { APART, INLINE, openRows, PADDING, readRows } from './xml-list.js';

const LIST = `<List>${'<Row><id>1</id></Row>'.repeat(200)}</List>${PADDING}`;

/** The modules anew, whose thread has not begun, and that thread when it has. */
async function startAnew() {
  vi.resetModules();
  const { createLister } = await import('../../src/wire/lister.js');
  const { APART: codec } = await import('./xml-list.js');
  const threads: Worker[] = [];
  const note = (worker: Worker): void => void threads.push(worker);
  process.on('worker', note);
  return { createLister, codec, threads, stop: () => process.off('worker', note) };
}

test('a thread that is killed fails the reading that it was at, and the next one has another thread', async () => {
  const { createLister, codec, threads, stop } = await startAnew();
  const whole = await readRows(createLister, codec, LIST);
  expect(whole.rows).toHaveLength(200);
  expect(await readRows(createLister, codec, LIST)).toEqual(whole);
  expect(threads).toHaveLength(1);
  const [first] = threads;
  const failing = readRows(createLister, codec, LIST);
  await first?.terminate();
  await expect(failing).rejects.toMatchObject({
    name: 'ProviderFailure',
    kind: 'protocol',
    message: expect.stringMatching(/text\/xml, but the thread that parses it ended$/) as string,
  });
  expect(await readRows(createLister, codec, LIST)).toEqual(whole);
  expect(threads).toHaveLength(2);
  stop();
});

test('a list that is being read goes on when its thread was killed between two parts', async () => {
  const { createLister, codec, threads, stop } = await startAnew();
  const rows = await openRows(createLister, codec, LIST);
  const reading = rows[Symbol.asyncIterator]();
  const begun: unknown[] = [];
  const first = await reading.next();
  if (!first.done) begun.push(...first.value);
  await threads[0]?.terminate();
  for await (const part of { [Symbol.asyncIterator]: () => reading }) begun.push(...part);
  expect(begun).toHaveLength(200);
  stop();
});

test('a body that is beyond all measure ends neither the thread nor what others have it read', async () => {
  const { createLister, codec, threads, stop } = await startAnew();
  const neighbours = [LIST, LIST, LIST].map((list) => readRows(createLister, codec, list));
  const monster = `<List><Row${' a="b"'.repeat(5_000_000)}></Row></List>`;
  await expect(readRows(createLister, codec, monster)).rejects.toMatchObject({
    kind: 'protocol',
    message: expect.stringMatching(/the body is longer than 5000000 characters$/) as string,
  });
  for (const { rows } of await Promise.all(neighbours)) expect(rows).toHaveLength(200);
  expect(threads).toHaveLength(1);
  stop();
});

test('short bodies, and codecs without long lists, begin no thread', async () => {
  const { createLister, codec, threads, stop } = await startAnew();
  await readRows(createLister, codec, '<List><Row><id>1</id></Row></List>');
  await readRows(createLister, INLINE, LIST);
  await once(process, 'made-up', { signal: AbortSignal.timeout(20) }).catch(() => undefined);
  expect(threads).toHaveLength(0);
  expect(APART.parseInWorker).toBeDefined();
  stop();
});

test('the thread keeps no process that is done', async () => {
  const file = fileURLToPath(new URL('./read-xml-list.ts', import.meta.url));
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', file], { timeout: 15_000 });
  expect((await run).stdout).toBe('200\n');
});
