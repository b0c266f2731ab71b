import { expect, test } from 'vitest';

import { KEY, useExecutorFixture } from './executor-fixture.js';
import { intentOf } from './simulation.js';

const fixture = useExecutorFixture();

test('what a dead process left is unknown where bytes may have left, and free where none did', async () => {
  fixture.process.arm({ at: 2, how: 'dies before' });
  await Promise.race([fixture.write('done'), fixture.process.dead]);
  const next = fixture.simulation.start();
  expect(await fixture.write('refused', { by: next })).toMatchObject({ is: 'rejected', replayed: false });
  const other = 'another-key-of-a-client';
  // Its secret is known by now: it claims, then writes down that bytes may leave.
  next.arm({ at: 1, how: 'dies behind' });
  await Promise.race([fixture.write('done', { by: next, key: other }), next.dead]);
  const last = fixture.simulation.start();
  expect(await fixture.write('done', { by: last, key: other })).toMatchObject({ is: 'unknown' });
  expect(await fixture.records(['UNKNOWN'])).toMatchObject([{ settlements: [{ state: 'UNKNOWN', by: 'restart' }] }]);
});

test('a write that was taken for dead before it sent does not send, and who took its key does', async () => {
  const other = fixture.simulation.start();
  const { send, seen } = fixture.simulation.writing('done', KEY, fixture.process);
  seen.reported = async () => {
    fixture.simulation.clock.now += 61_000;
    expect(await fixture.write('done', { by: other })).toMatchObject({ is: 'done', replayed: false });
  };
  expect(await fixture.process.executor.execute(intentOf(KEY), {}, send)).toMatchObject({
    is: 'refused',
    code: 'UNAVAILABLE',
  });
  expect(fixture.simulation.effectsOf(KEY)).toBe(1);
});

test('a "not there" is believed only once no byte can be on its way any more', async () => {
  expect(await fixture.write('not done, and no answer')).toMatchObject({ is: 'unknown' });
  fixture.simulation.clock.now += 11_000;
  expect(await fixture.write('done')).toMatchObject({ is: 'unknown' });
  fixture.simulation.clock.now += 2000;
  expect(await fixture.write('done')).toMatchObject({ is: 'done', replayed: false });
  expect([...(await fixture.states())].sort()).toEqual(['NOT_SENT', 'SUCCEEDED']);
});

test('a provider that may keep a write in a queue proves nothing for 15 minutes, and the answer says until when', async () => {
  fixture.simulation.look.queues = true;
  const start = fixture.simulation.clock.now;
  await fixture.write('not done, and no answer');
  fixture.simulation.clock.now = start + 14 * 60_000;
  const early = await fixture.write('done');
  const provedAt = new Date(start + 15 * 60_000).toISOString();
  expect(early.is === 'unknown' && early.message).toContain(`ask again from ${provedAt} on`);
  const [record] = await fixture.records();
  expect(record?.message).toBe('the provider was timeout');
  const found = await fixture.process.executor.find(record?.id ?? '', {});
  expect([found?.state, found?.message?.endsWith(`${provedAt} on`)]).toEqual(['UNKNOWN', true]);
  fixture.simulation.clock.now = start + 15 * 60_000;
  expect(await fixture.write('done')).toMatchObject({ is: 'done', replayed: false });
});

test('a look that fails leaves it unknown, and is warned of', async () => {
  await fixture.write('done, but no answer');
  fixture.simulation.look.says = 'an error';
  expect(await fixture.write('done')).toMatchObject({ is: 'unknown' });
  expect(fixture.simulation.warnings).toContain('a look at the provider failed; the outcome stays unknown');
});

test('a person may say what became of it, once', async () => {
  await fixture.write('not done, and no answer');
  const [record] = await fixture.records();
  if (!record) throw new Error('a record is kept');
  expect(await fixture.process.executor.resolve(record, 'NOT_SENT', 'I looked')).toMatchObject({ state: 'NOT_SENT' });
  expect(await fixture.process.executor.resolve(record, 'SUCCEEDED', 'me too')).toBeUndefined();
  expect(await fixture.write('done')).toMatchObject({ is: 'done', replayed: false });
});
