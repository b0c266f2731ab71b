import { afterAll, expect, test } from 'vitest';

import { startIctCore, type Seed } from '../../../src/emulators/ictcore/index.js';
import { BASIC, clientOf, failure } from './client.js';

const emulator = await startIctCore({ pace: 1_000 });
const { ask, effects, send } = clientOf(emulator);

const SEED: Seed = {
  contacts: [
    { contact_id: 1, phone: '500111222', email: 'a@example.com' },
    { contact_id: 2, phone: '500111333' },
  ],
  documents: [{ document_id: 1, pages: 3 }],
  recordings: [{ recording_id: 1 }],
  texts: [{ text_id: 1 }],
  templates: [{ template_id: 1 }],
  providers: [],
  programs: [
    { type: 'sendfax', name: 'fax', data: '{"document_id":1}' },
    { type: 'voicemessage', name: 'call', data: '{"recording_id":1}' },
    { type: 'sendsms', name: 'sms', data: '{"text_id":1}' },
    { type: 'sendemail', name: 'mail', data: '{"template_id":1}' },
  ],
};
const SIP = { type: 'sip', service_flag: 3, active: 1 };
const KANNEL = { type: 'smpp', service_flag: 4, active: 1 };
const NEW = { program_id: 1, contact_id: 1, account_id: 1, service_flag: 2, status: 'pending' };

afterAll(() => emulator.close());

test.each([
  ['without a provider', 1, 1, {}, failure(404, 'No provider available')],
  ['of a program that is gone', 9, 1, {}, failure(404, 'Program not found')],
  ['of a document that is gone', 1, 1, { documents: [] }, failure(404, 'Document not found')],
  ['of a text that is gone', 3, 1, { texts: [] }, failure(404, 'Transmission not found')],
  ['to nobody with an address', 4, 2, {}, failure(500, 'error while preparing email message')],
  [
    'by a mail server that is down',
    4,
    1,
    { configuration: { gateways_refusing: 8 } },
    failure(500, 'error while sending email'),
  ],
  ['by Kannel that is down', 3, 1, { configuration: { gateways_refusing: 4 }, providers: [KANNEL] }, ''],
  ['by another service than its program', 2, 1, { transmissions: [{ ...NEW, program_id: 2, service_flag: 4 }] }, ''],
])(
  '%s fails, and stays in process with an attempt that is queued',
  async (_which, program_id, contact, seed, refusal) => {
    const row = { ...NEW, program_id, contact_id: contact, service_flag: [0, 2, 1, 4, 8][program_id] ?? 2 };
    emulator.reset({ ...SEED, transmissions: [row], ...seed });
    const answer = await send('POST', '/transmissions/1/send', { ...BASIC, accept: 'application/json' });
    const body = await answer.text();
    expect(body && JSON.parse(body)).toEqual(refusal);
    expect(answer.status).toBe(body === '' ? 500 : (JSON.parse(body) as { error: { code: number } }).error.code);
    emulator.clock.advance(86_400_000);
    expect([await ask('GET', '/transmissions/1/status'), await ask('GET', '/spools/1/status')]).toEqual([
      'processing',
      'queued',
    ]);
    expect(await ask('POST', '/transmissions/1/retry')).toEqual(failure(423, 'Transmission already in process'));
    await ask('PUT', '/transmissions/1', { status: 'failed' });
    expect(await ask('GET', '/transmissions/1/status')).toBe('failed');
    expect(effects()).not.toContain('transmission.send 1');
  },
);

test('one that is said to have failed is sent by itself where it may be tried again', async () => {
  emulator.reset({
    ...SEED,
    providers: [SIP],
    transmissions: [{ ...NEW, status: 'processing', try_allowed: 2, try_done: 1 }],
  });
  await ask('PUT', '/transmissions/1', { status: 'failed' });
  emulator.clock.advance(86_400_000);
  expect(await ask('GET', '/transmissions/1/status')).toBe('completed');
});
