import { expect, test } from 'vitest';

import { KEY, useRoom } from './executor-fixture.js';
import { intentOf } from './simulation.js';

const room = useRoom();

test('what a dead process left is unknown where bytes may have left, and free where none did', async () => {
  room.process.arm({ at: 2, how: 'dies before' });
  await Promise.race([room.write('done'), room.process.dead]);
  const next = room.world.start();
  expect(await room.write('refused', { by: next })).toMatchObject({ is: 'rejected', replayed: false });
  const other = 'another-key-of-a-client';
  // Its secret is known by now: it claims, then writes down that bytes may leave.
  next.arm({ at: 1, how: 'dies behind' });
  await Promise.race([room.write('done', { by: next, key: other }), next.dead]);
  const last = room.world.start();
  expect(await room.write('done', { by: last, key: other })).toMatchObject({ is: 'unknown' });
  expect(await room.records(['UNKNOWN'])).toMatchObject([{ settlements: [{ state: 'UNKNOWN', by: 'restart' }] }]);
});

test('a write that was taken for dead before it sent does not send, and who took its key does', async () => {
  const other = room.world.start();
  const { send, seen } = room.world.writing('done', KEY, room.process);
  seen.told = async () => {
    room.world.clock.now += 61_000;
    expect(await room.write('done', { by: other })).toMatchObject({ is: 'done', replayed: false });
  };
  expect(await room.process.desk.execute(intentOf(KEY), {}, send)).toMatchObject({
    is: 'refused',
    code: 'UNAVAILABLE',
  });
  expect(room.world.effectsOf(KEY)).toBe(1);
});

test('a "not there" is believed only once no byte can be on its way any more', async () => {
  expect(await room.write('not done, and no answer')).toMatchObject({ is: 'unknown' });
  room.world.clock.now += 11_000;
  expect(await room.write('done')).toMatchObject({ is: 'unknown' });
  room.world.clock.now += 2000;
  expect(await room.write('done')).toMatchObject({ is: 'done', replayed: false });
  expect([...(await room.states())].sort()).toEqual(['NOT_SENT', 'SUCCEEDED']);
});

test('a look that fails leaves it unknown, and is warned of', async () => {
  await room.write('done, but no answer');
  room.world.look.says = 'an error';
  expect(await room.write('done')).toMatchObject({ is: 'unknown' });
  expect(room.world.warnings).toContain('a look at the provider failed; the outcome stays unknown');
});

test('a person may say what became of it, once', async () => {
  await room.write('not done, and no answer');
  const [record] = await room.records();
  if (!record) throw new Error('a record is kept');
  expect(await room.process.desk.resolve(record, 'NOT_SENT', 'I looked')).toMatchObject({ state: 'NOT_SENT' });
  expect(await room.process.desk.resolve(record, 'SUCCEEDED', 'me too')).toBeUndefined();
  expect(await room.write('done')).toMatchObject({ is: 'done', replayed: false });
});
