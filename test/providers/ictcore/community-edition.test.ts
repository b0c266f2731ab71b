import { describe, expect, test } from 'vitest';

import type { Seed } from '../../../src/emulators/ictcore/index.js';
import { startFixture, startScripted } from './fixture.js';
import { onOne, write } from './sending-fixture.js';

const SEED: Seed = {
  contacts: [{ contact_id: 1, phone: '48500111222' }],
  programs: [{ type: 'sendfax', name: 'fax' }],
  providers: [{ provider_id: 1, name: 'sip', type: 'sip', service_flag: 3, active: 1 }],
};
const send = (key: number): string => onOne('sendTransmission', 'transmission', key);
const retry = (key: number): string => onOne('retryTransmission', 'transmission', key);
const containing = (text: string): string => expect.stringContaining(text) as string;

describe('the community edition', () => {
  test.each([
    ['failed(dnc)', 'Do not call'],
    ['no_provider', 'No provider'],
  ])('answers true of what it does not send: %s', async (status, words) => {
    await using server = await startScripted({
      '/transmissions/1/status': { body: JSON.stringify(status) },
      '/transmissions/1/detail': { body: [] },
      '/transmissions/1/send': { body: 'true' },
    });
    const { payload, errors } = await write(server.gateway, send(1), 'attempt { id }');
    expect({ payload, errors }).toMatchObject({
      payload: { attempt: null, userErrors: [{ code: 'UPSTREAM_REJECTED', message: containing(words) }] },
      errors: [],
    });
  });

  test('is emulated: who must not be called is not, through send and retry', async () => {
    const row = { program_id: 1, contact_id: 1, account_id: 1, user_id: 1, service_flag: 2, status: 'failed(dnc)' };
    await using fixture = await startFixture({
      ...SEED,
      transmissions: [row],
      configuration: { edition: 'community' },
    });
    for (const field of [send(1), retry(1)]) {
      expect((await write(fixture.gateway, field)).payload).toMatchObject({
        userErrors: [{ message: containing('Do not call') }],
      });
    }
    const { data } = await fixture.gateway.ask(
      '{ transmissions(filter: { status: FAILED }) { nodes { status response } } }',
    );
    expect(data).toEqual({ transmissions: { nodes: [{ status: 'FAILED', response: 'Do not call' }] } });
  });
});

test.each([
  ['transmissions', '/transmissions', 'transmission_id', 'failed(dnc)'],
  ['transmissions', '/transmissions', 'transmission_id', 'no_provider'],
  ['campaigns', '/campaigns', 'campaign_id', 'broken'],
])('of %s a filter by FAILED finds what is %s in the words of any edition', async (list, path, key, status) => {
  const rows = [status, 'failed', 'completed', 'pending', 'new'].map((word, index) => ({
    [key]: index + 1,
    status: word,
  }));
  const { gateway, emulator } = await startFixture({ ...SEED, [path.slice(1)]: rows });
  const { data } = await gateway.ask(`{ ${list}(filter: { status: FAILED }) { nodes { upstreamId status } } }`);
  expect(data).toEqual({ [list]: { nodes: ['1', '2'].map((upstreamId) => ({ upstreamId, status: 'FAILED' })) } });
  // The server looks through it.
  expect(emulator.requests.at(-1)?.query).toMatch(/status=/);
  await gateway.close();
});

test('an attempt that is done has arrived, as a transmission that is done', async () => {
  const spools = ['done', 'completed', 'failed(dnc)', 'no_provider', 'failed'].map((status, index) => ({
    ...{ spool_id: String(index + 1), account_id: '1', transmission_id: '1', response: '', status },
  }));
  await using server = await startScripted({
    '/transmissions': {
      body: [{ transmission_id: '1', status: 'done', response: '', direction: 'outbound', last_run: null }],
    },
    '/transmissions/1/detail': { body: spools },
  });
  const { data } = await server.gateway.ask('{ transmissions { nodes { status attempts { status } } } }');
  const statuses = ['COMPLETED', 'COMPLETED', 'FAILED', 'FAILED', 'FAILED'];
  const attempts = statuses.map((status) => ({ status }));
  expect(data).toEqual({ transmissions: { nodes: [{ status: 'COMPLETED', attempts }] } });
});
