import fc from 'fast-check';
import { expect, test } from 'vitest';

import { BASE_PATH, CREDENTIALS, type Seed } from '../../../../src/emulators/ictcore/index.js';
import type { ReconcileVerdict } from '../../../../src/operations/intent.js';
import { createMemoryStore } from '../../../../src/operations/memory-store.js';
import { ictCore } from '../../../../src/providers/ictcore/index.js';
import { startGateway } from '../../../support/gateway.js';
import { startFixture } from '../fixture.js';
import { onOne, write, writesOf } from '../sending-fixture.js';
import { gid } from './seed.js';

const STATUSES = ['pending', 'failed', 'pending_retry', 'suspended'];
const CAMPAIGNS = ['new', 'paused', 'stopped', 'failed', 'running'];
const SEED: Seed = {
  // Calls to the second are busy, so that an attempt fails again.
  contacts: ['48500111222', '48500110000'].map((phone, index) => ({ contact_id: index + 1, phone })),
  groups: [{ group_id: 1, name: 'All' }],
  links: [1, 2].map((contact_id) => ({ group_id: 1, contact_id })),
  programs: [{ program_id: 1, name: 'Fax', type: 'sendfax' }],
  providers: [{ provider_id: 1, name: 'trunk', service_flag: 3, active: 1 }],
  transmissions: [1, 2].flatMap((contact_id) =>
    STATUSES.map((status) => ({ program_id: 1, contact_id, account_id: 1, service_flag: 2, user_id: 1, status })),
  ),
  spools: [{ spool_id: 1, transmission_id: 2, account_id: 1, status: 'failed' }],
  campaigns: CAMPAIGNS.map((status) => ({ program_id: 1, group_id: 1, account_id: 1, cpm: 60, status })),
};
const DIGEST = { digest: JSON.stringify };
const send = (key: number): string => onOne('sendTransmission', 'transmission', key);

test('M9 a send whose answer was lost is looked up, and is never sent a second time', async () => {
  await using fixture = await startFixture(SEED);
  fixture.emulator.addFault({ kind: 'resetAfterEffect', path: '/send', times: 1 });
  const { payload, errors } = await write(fixture.gateway, send(1), 'attempt { id } transmission { id }');
  expect(payload).toEqual({ attempt: null, transmission: null, userErrors: [] });
  expect(errors).toMatchObject([{ path: ['payload'], extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
  const again = await write(fixture.gateway, send(1));
  expect(again.payload).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
  const id = String(errors[0]?.extensions['operationId']);
  const { data } = await fixture.gateway.ask(`{ operation(id: "${id}") { state } }`);
  expect(data).toEqual({ operation: { state: 'SUCCEEDED' } });
  expect(writesOf(fixture)).toEqual(['POST /transmissions/1/send']);
});

test('M11 while a send or start without an answer may still be carried out, there is no other: the server looks and sets without a lock', async () => {
  await using fixture = await startFixture(SEED);
  fixture.emulator.addFault({ kind: 'resetAfterRead', path: '/send', times: 1 });
  await write(fixture.gateway, send(1));
  expect((await write(fixture.gateway, send(1))).payload).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
  expect(writesOf(fixture)).toEqual(['POST /transmissions/1/send']);
  expect((await write(fixture.gateway, send(5))).payload).toEqual({ userErrors: [] });
  fixture.emulator.addFault({ kind: 'resetAfterRead', path: '/start', times: 1 });
  const start = onOne('startCampaign', 'campaign', 1);
  await write(fixture.gateway, start);
  expect((await write(fixture.gateway, start)).payload).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
  expect(writesOf(fixture).filter((each) => each.includes('start'))).toEqual(['PUT /campaigns/1/start']);
});

test('what was sent stays sent where its attempt is not told and can not be read', async () => {
  await using fixture = await startFixture(SEED);
  fixture.emulator.addFault({ kind: 'status', status: 500, path: '/detail' });
  const statusReply = {
    kind: 'status',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: 'true',
  } as const;
  fixture.emulator.addFault({ ...statusReply, path: '/send', times: 1 });
  const { payload, errors } = await write(fixture.gateway, send(1), 'attempt { id } transmission { upstreamId }');
  const sent = { attempt: null, transmission: { upstreamId: '1' }, userErrors: [] };
  expect({ payload, errors }).toEqual({ payload: sent, errors: [] });
});

const twin = `programId: "${gid('program', 1)}" contactId: "${gid('contact', 1)}"`;
const WRITES = {
  send: { field: send, fault: '/send' },
  retry: { field: (key: number) => onOne('retryTransmission', 'transmission', key), fault: '/retry' },
  clone: { field: (key: number) => onOne('cloneTransmission', 'transmission', key), fault: '/clone' },
  create: { field: () => `createTransmission(input: { ${twin} })`, fault: '/transmissions' },
  start: { field: (key: number) => onOne('startCampaign', 'campaign', 1 + (key % CAMPAIGNS.length)), fault: '/start' },
  stop: { field: (key: number) => onOne('stopCampaign', 'campaign', 1 + (key % CAMPAIGNS.length)), fault: '/stop' },
} as const;
const both = ['send', 'retry', 'clone', 'create', 'start'] as const;
const METHODS: Readonly<Record<string, string>> = { clone: 'GET', start: 'PUT', stop: 'PUT' };

test('a look never says more than is true: done is done, and not done is not', async () => {
  await using fixture = await startFixture(SEED);
  const { emulator } = fixture;
  const settings = { auth: CREDENTIALS };
  const seen = new Set<string>();
  const check = async (
    does: keyof typeof WRITES,
    key: number,
    kind: 'resetAfterRead' | 'resetAfterEffect',
    seconds: number,
  ): Promise<void> => {
    emulator.reset(SEED);
    const store = createMemoryStore();
    const upstream = { provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings };
    const gateway = startGateway([upstream], undefined, { store });
    try {
      emulator.addFault({ kind, path: WRITES[does].fault, method: METHODS[does] ?? 'POST' });
      const { errors } = await write(gateway, WRITES[does].field(key));
      emulator.clearFaults();
      if (errors.length === 0) return;
      expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
      const isDone = emulator.requests.some(({ effects }) => effects.length > 0);
      emulator.clock.advance(seconds * 1000);
      const [record] = await store.list({ limit: 1 });
      const hint = record?.trail ?? { look: 'none' };
      const verdict: ReconcileVerdict = (await gateway.upstreams[0]?.reconcilers?.[hint.look]?.(hint, DIGEST)) ?? {
        is: 'unknown',
      };
      seen.add(`${does} ${verdict.is}`);
      // One that does not run is stopped, whoever stopped it.
      if (does === 'stop') expect(verdict.is).not.toBe(isDone || seconds > 0 ? 'notDone' : 'unknown');
      else expect(verdict.is).not.toBe(isDone ? 'notDone' : 'done');
      // Nothing else touched it: only from "failed" can a start lead back to where it began.
      const wasFailed = does === 'start' && CAMPAIGNS[key % CAMPAIGNS.length] === 'failed';
      expect(verdict.is === 'unknown').toBe(wasFailed && !isDone);
    } finally {
      await gateway.close();
    }
  };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(WRITES) as Array<keyof typeof WRITES>)),
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom('resetAfterRead', 'resetAfterEffect'),
      fc.constantFrom(0, 7, 600),
      check,
    ),
    {
      numRuns: 50,
      examples: both.flatMap((does) => [
        [does, 5, 'resetAfterRead', 0],
        [does, 5, 'resetAfterEffect', 7],
      ]),
    },
  );
  for (const does of both) {
    expect(seen).toContain(`${does} done`);
    expect(seen).toContain(`${does} notDone`);
  }
}, 20_000);
