import { afterAll, expect, test } from 'vitest';

import { startIctCore, type Seed } from '../../../src/emulators/ictcore/index.js';
import { BASIC, clientOf } from './client.js';

const emulator = await startIctCore({ pace: 1_000 });
const { ask, send } = clientOf(emulator);

const SEED: Seed = {
  contacts: [{ contact_id: 1, phone: '500111222' }],
  programs: [{ type: 'sendfax', name: 'fax' }],
  providers: [{ type: 'sip', service_flag: 3, active: 1 }],
  transmissions: [{ program_id: 1, contact_id: 1, account_id: 1, service_flag: 2, status: 'pending' }],
};
/** Half past six in the evening, in unix seconds. */
const CHRISTMAS = Date.UTC(2030, 11, 24, 18, 30) / 1_000;

afterAll(() => emulator.close());

/** Time goes on by itself as well, so that tests keep some seconds away from the minute. */
function goTo(seconds: number): void {
  emulator.clock.advance(seconds * 1_000 - emulator.clock.now());
}

const status = (): Promise<unknown> => ask('GET', '/transmissions/1/status');

test.each([
  [{}, 60],
  [{ delay: 86_400 }, 60],
  [{ timestamp: CHRISTMAS }, 60],
  [{ delay: 86_400, status: 1 }, 60],
  [{ delay: 120, status: 0 }, 120],
  [{ timestamp: CHRISTMAS + 59, status: 0 }, 120],
  [{ timestamp: String(CHRISTMAS), status: '0' }, 120],
])(
  '%o is taken by the cron %i seconds after its minute began, and deleting it changes nothing',
  async (when, seconds) => {
    emulator.reset(SEED);
    goTo(CHRISTMAS - 110);
    expect(await ask('PUT', '/transmissions/1/schedule', when)).toBe(1);
    const answer = await send('DELETE', '/transmissions/1/schedule', BASIC);
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '0']);
    goTo(CHRISTMAS - 120 + seconds - 20);
    expect(await status()).toBe('pending');
    goTo(CHRISTMAS - 120 + seconds + 2);
    expect(await status()).not.toBe('pending');
  },
);

test.each([
  ['in its own minute, whose tick has passed', { timestamp: CHRISTMAS + 30, status: 0 }, {}],
  ['without the events of the database', { delay: 120, status: 0 }, { event_scheduler: 'OFF' as const }],
])('%s never comes', async (_which, when, configuration) => {
  emulator.reset({ ...SEED, configuration });
  emulator.clock.advance(86_400_000 - (emulator.clock.now() % 86_400_000) + 10_000);
  const now = Math.floor(emulator.clock.now() / 1_000);
  const at = 'timestamp' in when ? { ...when, timestamp: now + 20 } : when;
  await ask('PUT', '/transmissions/1/schedule', at);
  emulator.clock.advance(86_400_000);
  expect(await status()).toBe('pending');
});
