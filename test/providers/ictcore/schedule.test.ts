import { describe, expect, test } from 'vitest';

import type { Seed } from '../../../src/emulators/ictcore/index.js';
import { startFixture, type Fixture } from './fixture.js';
import { onOne, write, writesOf } from './sending-fixture.js';
import { gid } from './transmission/seed.js';

const NEW = { program_id: 1, contact_id: 1, account_id: 1, service_flag: 2, user_id: 1 };
const SEED: Seed = {
  contacts: [{ contact_id: 1, phone: '48500111222' }],
  groups: [{ group_id: 1, name: 'All' }],
  programs: [{ program_id: 1, name: 'Fax', type: 'sendfax' }],
  providers: [{ provider_id: 1, name: 'trunk', service_flag: 3, active: 1 }],
  transmissions: [
    { ...NEW, status: 'pending' },
    { ...NEW, status: 'processing' },
    { ...NEW, status: 'processing' },
  ],
  spools: [
    { transmission_id: 2, account_id: 1, status: 'queued' },
    { transmission_id: 3, account_id: 1, status: 'started' },
  ],
  campaigns: [{ program_id: 1, group_id: 1, account_id: 1, status: 'new' }],
};
const MINUTE = 60_000;
const minuteOf = (time: number): number => Math.floor(time / MINUTE) * MINUTE;
const at = (time: number): string => `at: "${new Date(time).toISOString()}"`;
const schedule = (key: number, time: number): string => onOne('scheduleTransmission', 'transmission', key, at(time));
const statusOf = async ({ gateway }: Fixture): Promise<unknown> => {
  const { data } = await gateway.ask(`{ node(id: "${gid('transmission', 1)}") { ... on Transmission { status } } }`);
  return (data?.['node'] as { readonly status: string }).status;
};

describe('a schedule', () => {
  test.each([0, 1, 15_500, 59_999])(
    '%i ms into a minute is kept to the minute, and sent then, not before',
    async (beyond) => {
      await using fixture = await startFixture(SEED);
      const { clock } = fixture.emulator;
      const minute = minuteOf(Date.now()) + 7 * MINUTE;
      const { payload } = await write(fixture.gateway, schedule(1, minute + beyond), 'scheduleId at');
      expect(payload).toEqual({ scheduleId: '1', at: new Date(minute).toISOString(), userErrors: [] });
      expect(writesOf(fixture)).toEqual([`PUT /transmissions/1/schedule {"timestamp":${minute / 1000},"status":0}`]);
      clock.advance(minute - 5_000 - clock.now());
      expect(await statusOf(fixture)).toBe('PENDING');
      clock.advance(MINUTE);
      expect(await statusOf(fixture)).toBe('COMPLETED');
    },
  );

  test('adds to those there are, and cancelling one is answered without a byte and does nothing on 1.2', async () => {
    await using fixture = await startFixture(SEED);
    const time = minuteOf(Date.now()) + 3 * MINUTE;
    await write(fixture.gateway, schedule(1, time), 'scheduleId');
    const cancel = onOne('cancelTransmissionSchedule', 'transmission', 1);
    expect(await write(fixture.gateway, cancel, 'transmission { status }')).toEqual({
      payload: { transmission: { status: 'PENDING' }, userErrors: [] },
      errors: [],
    });
    fixture.emulator.clock.advance(5 * MINUTE);
    expect(await statusOf(fixture)).toBe('COMPLETED');
  });

  test.each(['Transmission', 'CampaignStart', 'CampaignStop'])(
    'of a %s in the running minute is refused, as its tick has passed',
    async (what) => {
      await using fixture = await startFixture(SEED);
      const noun = what === 'Transmission' ? 'transmission' : 'campaign';
      for (const time of [minuteOf(Date.now()), Date.now() - 1, minuteOf(Date.now()) + 59_999]) {
        const { payload } = await write(fixture.gateway, onOne(`schedule${what}`, noun, 1, at(time)), 'at');
        expect(payload).toMatchObject({ at: null, userErrors: [{ code: 'BAD_USER_INPUT', field: ['at'] }] });
      }
      expect(writesOf(fixture)).toEqual([]);
    },
  );

  test.each(['Start', 'Stop'])('of the %s of a campaign is on hold until its minute', async (what) => {
    await using fixture = await startFixture(SEED);
    const minute = minuteOf(Date.now()) + 2 * MINUTE;
    const field = onOne(`scheduleCampaign${what}`, 'campaign', 1, at(minute + 30_000));
    const { payload } = await write(fixture.gateway, field, 'at');
    expect(payload).toEqual({ at: new Date(minute).toISOString(), userErrors: [] });
    expect(writesOf(fixture)).toEqual([
      `POST /campaigns/1/${what.toLowerCase()}/schedule {"timestamp":${minute / 1000},"status":0}`,
    ]);
  });

  test('of a transmission that is stuck would be refused in silence, and of one that is being sent is kept', async () => {
    await using fixture = await startFixture(SEED);
    const time = minuteOf(Date.now()) + 3 * MINUTE;
    const stuck = await write(fixture.gateway, schedule(2, time));
    const message = expect.stringContaining('retryTransmission') as string;
    expect(stuck.payload).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: ['id'], message }] });
    expect((await write(fixture.gateway, schedule(3, time))).payload).toEqual({ userErrors: [] });
  });
});
