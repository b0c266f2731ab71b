import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { startIctCore, type Seed } from '../../../src/emulators/ictcore/index.js';
import { clientOf, failure } from './client.js';

const PACE = 1_000;
const emulator = await startIctCore({ pace: PACE });
const { ask, list, effects } = clientOf(emulator);

const SEED: Seed = {
  contacts: ['500111222', '500110000', '500119999', ''].map((phone, index) => ({
    contact_id: index + 1,
    phone,
    email: index === 1 ? 'bounce@example.com' : 'a@example.com',
  })),
  groups: [{ group_id: 1 }, { group_id: 2 }],
  links: [1, 2, 3].map((contact_id) => ({ group_id: 1, contact_id })),
  documents: [{ document_id: 1, pages: 3 }],
  recordings: [{ recording_id: 1 }],
  texts: [{ text_id: 1 }],
  templates: [{ template_id: 1 }],
  providers: [{ type: 'sip', service_flag: 3, active: 1 }],
  programs: [
    { type: 'sendfax', name: 'fax', data: '{"document_id":1}' },
    { type: 'voicemessage', name: 'call', data: '{"recording_id":1}' },
    { type: 'sendsms', name: 'sms', data: '{"text_id":1}' },
    { type: 'sendemail', name: 'mail', data: '{"template_id":1}' },
  ],
};

afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset(SEED);
});

const make = (program_id: number, contact_id: number, more: object = {}): Promise<unknown> =>
  ask('POST', '/transmissions', { program_id, contact_id, ...more });
const step = async (): Promise<unknown[]> => {
  emulator.clock.advance(PACE);
  return [await ask('GET', '/spools/1/status'), await ask('GET', '/transmissions/1/status')];
};
const results = async (path: string): Promise<string[]> =>
  (await list(path)).map(({ application_id, type, name, data }) => [application_id, type, name, data].join(' '));

describe('a transmission that is sent', () => {
  test('is started at once, then connected and completed, a step for each pace of the clock', async () => {
    expect(await make(1, 1)).toBe(1);
    expect(await list('/transmissions/1/detail')).toEqual([]);
    expect(await ask('POST', '/transmissions/1/send')).toBe(1);
    expect(await ask('GET', '/spools/1/status')).toBe('started');
    expect(await list('/transmissions/1/results')).toEqual([]);
    expect([await step(), await step(), await step()]).toEqual([
      ['started', 'processing'],
      ['connected', 'processing'],
      ['completed', 'completed'],
    ]);
    const reported = ['1 application originate success', '2 info pages 3', '2 application fax_send success'];
    expect(await results('/transmissions/1/result')).toEqual([...reported, '3 application disconnect success']);
    expect(await results('/spools/1/results?name=pages')).toEqual(['2 info pages 3']);
    expect(effects()).toEqual(['transmission.create 1', 'transmission.send 1']);
  });

  test.each([
    [1, 2, 'failed', ['1 application originate error']],
    [1, 4, 'failed', ['1 application originate error']],
    [
      1,
      3,
      'failed',
      ['1 application originate success', '2 application fax_send error', '3 application disconnect success'],
    ],
    [
      2,
      1,
      'completed',
      ['4 application originate success', '5 application voice_play success', '6 application disconnect success'],
    ],
    [4, 1, 'completed', ['8 application email_send success']],
    [4, 2, 'failed', ['8 application email_send error']],
  ])('of program %i to contact %i is %s', async (program, contact, status, reported) => {
    await make(program, contact);
    await ask('POST', '/transmissions/1/send');
    emulator.clock.advance(3 * PACE);
    expect(await ask('GET', '/transmissions/1/status')).toBe(status);
    expect(await results('/transmissions/1/results')).toEqual(reported);
    expect(await list('/transmissions/1/logs')).toEqual([
      { spool_id: '1', account_id: '1', transmission_id: '1', status, response: '' },
    ]);
  });

  test('stays in process where its gateway is down', async () => {
    emulator.reset({ ...SEED, configuration: { gateways_down: 2 } });
    await make(1, 1);
    await ask('POST', '/transmissions/1/send');
    emulator.clock.advance(86_400_000);
    expect([await ask('GET', '/transmissions/1/status'), await ask('GET', '/spools/1/status')]).toEqual([
      'processing',
      'started',
    ]);
  });

  test('is refused while in process, when completed or invalid, and not when failed', async () => {
    await make(1, 1);
    await make(1, 2);
    const sends = async (): Promise<unknown[]> => [
      await ask('POST', '/transmissions/1/send'),
      await ask('POST', '/transmissions/2/retry'),
    ];
    expect(await sends()).toEqual([1, 2]);
    expect(await sends()).toEqual(Array(2).fill(failure(423, 'Transmission already in process')));
    emulator.clock.advance(3 * PACE);
    expect(await sends()).toEqual([failure(423, 'Transmission completed, request denied'), 3]);
    emulator.clock.advance(3 * PACE);
    await ask('PUT', '/transmissions/2', { status: 'invalid' });
    expect(await ask('GET', '/transmissions/2/status')).toBe('failed');
    await make(1, 1, { status: 'invalid' });
    expect(await ask('POST', '/transmissions/3/send')).toEqual(failure(423, 'Invalid transmission, unable to process'));
    await ask('PUT', '/transmissions/3', { status: 'pending_retry' });
    expect(await ask('POST', '/transmissions/3/send')).toBe(4);
  });

  test('that fails and may be tried again is, a minute later', async () => {
    await make(1, 2, { try_allowed: 2 });
    await ask('POST', '/transmissions/1/send');
    emulator.clock.advance(3 * PACE);
    expect(await list('/transmissions/1/spools')).toHaveLength(1);
    emulator.clock.advance(86_400_000);
    expect((await list('/transmissions/1/spools?status=failed')).map((row) => row['spool_id'])).toEqual(['1', '2']);
    expect(await results('/transmissions/1/results')).toHaveLength(1);
    expect(await results('/transmissions/1/results?spool_id=1')).toHaveLength(1);
  });

  test('is copied by GET, as if it never was sent', async () => {
    await make(1, 1, { title: 'Sprawa', try_allowed: 3 });
    await ask('POST', '/transmissions/1/send');
    emulator.clock.advance(3 * PACE);
    expect(await ask('GET', '/transmissions/1/clone')).toBe(2);
    expect(await ask('GET', '/transmissions/2')).toMatchObject({ title: 'Sprawa', try_allowed: '3', last_run: null });
    expect(await ask('GET', '/transmissions/2/status')).toBe('pending');
  });
});

describe('a campaign', () => {
  const campaign = async (): Promise<unknown[]> => {
    const [row] = await list('/campaigns?campaign_id=1');
    return [row?.['status'], row?.['contact_total'], row?.['contact_done']];
  };

  test('makes a transmission for each contact of its group and sends cpm of them a minute', async () => {
    expect(await ask('POST', '/campaigns', { program_id: 1, group_id: 1, cpm: 6 })).toBe(1);
    expect(await campaign()).toEqual(['new', '0', '0']);
    expect(await ask('GET', '/campaigns/1/start')).toBe('1');
    expect(await campaign()).toEqual(['running', '3', '0']);
    emulator.clock.advance(10_000);
    expect(await campaign()).toEqual(['running', '3', '1']);
    expect(await ask('PUT', '/campaigns/1/stop', {})).toBe('1');
    emulator.clock.advance(86_400_000);
    expect(await campaign()).toEqual(['paused', '3', '1']);
    expect(await ask('PUT', '/campaigns/1/start', {})).toBe('1');
    emulator.clock.advance(20_000);
    expect(await campaign()).toEqual(['completed', '3', '3']);
    emulator.clock.advance(3 * PACE);
    expect((await list('/transmissions?campaign_id=1')).map((row) => row['status'])).toEqual([
      ...['completed', 'failed', 'failed'],
    ]);
    expect(await ask('PUT', '/campaigns/1/start', {})).toBe('1');
    expect(effects()).toEqual(['campaign.create 1', 'campaign.start 1', 'campaign.stop 1', 'campaign.start 1']);
  });

  test.each([
    ['of an empty group', { program_id: 1, group_id: 2 }],
    ['that was given a status', { program_id: 1, group_id: 1, status: 'active' }],
    ['of nothing', {}],
  ])('%s is completed as it starts', async (_which, data) => {
    await ask('POST', '/campaigns', data);
    await ask('PUT', '/campaigns/1/start');
    expect(await campaign()).toEqual(['completed', '0', '0']);
  });

  test('in the shipped set goes on running', async () => {
    emulator.reset();
    const running = async (): Promise<unknown> => (await list('/campaigns?status=running'))[0]?.['contact_done'];
    expect(await running()).toBe('3');
    emulator.clock.advance(120_000);
    expect(await running()).toBe('5');
  });
});
