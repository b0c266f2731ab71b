import { describe, expect, test } from 'vitest';

import type { Seed } from '../../../../src/emulators/ictcore/index.js';
import { BASIC } from '../../../emulators/ictcore/client.js';
import { startFixture, startScripted, type Fixture } from '../fixture.js';
import { onOne, write, writesOf } from '../sending-fixture.js';
import { gid } from './seed.js';

const SERVICES = [2, 1, 4, 8];
const SEED: Seed = {
  contacts: [{ contact_id: 1, phone: '48500111222', email: 'ada@example.com' }],
  documents: [{ document_id: 1, pages: 1 }],
  recordings: [{ recording_id: 1 }],
  texts: [{ text_id: 1, data: 'Hi' }],
  templates: [{ template_id: 1 }],
  programs: [
    { type: 'sendfax', name: 'fax', data: '{"document_id":1}' },
    { type: 'voicemessage', name: 'call', data: '{"recording_id":1}' },
    { type: 'sendsms', name: 'sms', data: '{"text_id":1}' },
    { type: 'sendemail', name: 'mail', data: '{"template_id":1}' },
  ],
  providers: [
    { provider_id: 1, name: 'sip', type: 'sip', service_flag: 3, active: 1 },
    { provider_id: 2, name: 'kannel', type: 'smpp', service_flag: 4, active: 1 },
  ],
  transmissions: SERVICES.map((service_flag, index) => ({
    ...{ program_id: index + 1, contact_id: 1, account_id: 1, user_id: 1, status: 'pending', service_flag },
  })),
};
const send = (key: number): string => onOne('sendTransmission', 'transmission', key);
const retry = (key: number): string => onOne('retryTransmission', 'transmission', key);
const SELECTED = 'attempt { upstreamId status } transmission { status }';
const containing = (text: string): string => expect.stringContaining(text) as string;
const sentBy = ({ emulator }: Fixture): string[] =>
  emulator.requests.flatMap(({ effects }) => effects).filter((each) => each.startsWith('transmission.send'));

/** What keeps a send from going out, which transmission is sent, and the answer. */
const REFUSALS: ReadonlyArray<readonly [name: string, key: number, seed: Seed, words: string]> = [
  ['no provider for a fax', 1, { providers: [] }, 'No provider available'],
  ['no provider for a call', 2, { providers: [] }, 'No provider available'],
  ['a document that is gone', 1, { documents: [] }, 'The document that it sends is gone'],
  ['a recording that is gone', 2, { recordings: [] }, 'The recording that it sends is gone'],
  ['a text that is gone', 3, { texts: [] }, 'The text that it sends is gone'],
  ['a template that is gone', 4, { templates: [] }, 'The template that it sends is gone'],
  ['a program that is gone', 4, { programs: [] }, 'Its program is gone'],
  ['nobody with an address', 4, { contacts: [{ contact_id: 1, phone: '1' }] }, 'error while preparing email message'],
  ['a mail server that is down', 4, { configuration: { gateways_refusing: 8 } }, 'error while sending email'],
];

describe('a send that the server refuses after it has saved that it sends', () => {
  test.each(REFUSALS)('%s: is told as a no and as stuck, and a retry frees it and sends it once', async (...each) => {
    const [, key, seed, words] = each;
    await using fixture = await startFixture({ ...SEED, ...seed });
    const { payload, errors } = await write(fixture.gateway, send(key), SELECTED);
    const message = expect.stringMatching(new RegExp(`${words}.*Nothing was sent.*retryTransmission`)) as string;
    expect({ payload, errors }).toEqual({
      payload: { attempt: null, transmission: null, userErrors: [{ code: 'UPSTREAM_REJECTED', field: null, message }] },
      errors: [],
    });
    // It is not "being sent already".
    const again = await write(fixture.gateway, send(key));
    expect(again.payload).toMatchObject({
      userErrors: [{ code: 'CONFLICT', message: containing('retryTransmission') }],
    });
    expect(sentBy(fixture)).toEqual([]);
    // The cause lasts: refused again, and no worse.
    expect((await write(fixture.gateway, retry(key))).payload).toMatchObject({ userErrors: [{ message }] });
    expect(writesOf(fixture)).toEqual([
      `POST /transmissions/${key}/send`,
      `PUT /transmissions/${key} {"status":"failed"}`,
      `POST /transmissions/${key}/retry`,
    ]);
  });

  test('is freed and sent by a retry once its cause is mended', async () => {
    await using fixture = await startFixture({ ...SEED, providers: [] });
    await write(fixture.gateway, send(1));
    const provider = JSON.stringify({ name: 'sip', type: 'smpp', service_flag: 3, active: 1 });
    const headers = { 'content-type': 'application/json', ...BASIC };
    await fetch(`${fixture.emulator.url}/api/providers`, { method: 'POST', headers, body: provider });
    const { payload } = await write(fixture.gateway, retry(1), SELECTED);
    const sent = { attempt: { upstreamId: '2', status: 'INITIATED' }, transmission: { status: 'PROCESSING' } };
    expect(payload).toEqual({ ...sent, userErrors: [] });
    expect((await write(fixture.gateway, retry(1))).payload).toMatchObject({
      userErrors: [{ code: 'CONFLICT', message: containing('being sent already') }],
    });
    expect(sentBy(fixture)).toEqual(['transmission.send 1']);
  });

  test.each([
    ['Kannel that is down', 3, { configuration: { gateways_refusing: 4 } }],
    [
      'a channel that is not its program’s',
      4,
      {
        transmissions: [1, 2, 3, 4].map(() => ({
          program_id: 2,
          contact_id: 1,
          account_id: 1,
          user_id: 1,
          status: 'pending',
          service_flag: 4,
        })),
      },
    ],
  ])('%s is answered by nothing: unknown, and later found to be not sent', async (_name, key, seed) => {
    await using fixture = await startFixture({ ...SEED, ...seed });
    const { errors } = await write(fixture.gateway, send(key));
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    const hint = { look: 'ictcore.sent', key: String(key), before: 'pending', last: null };
    const verdict = await fixture.gateway.upstreams[0]?.reconcilers?.['ictcore.sent']?.(hint, {
      digest: JSON.stringify,
    });
    expect(verdict).toEqual({ is: 'notDone', isSynchronous: true });
    expect((await write(fixture.gateway, retry(key))).payload).toMatchObject({ userErrors: [{ code: 'CONFLICT' }] });
    expect(writesOf(fixture)).toEqual([`POST /transmissions/${key}/send`]);
  });
});

const STUCK = { ...SEED.transmissions?.[0], status: 'processing', try_done: 1 };
const QUEUED = { transmission_id: 1, account_id: 1, service_flag: 2, status: 'queued' };
const now = (): number => Math.floor(Date.now() / 1000);

describe('a transmission that is "processing" and was not handed over', () => {
  test('may be being sent this moment by somebody else, so that a retry leaves it alone until that is over', async () => {
    await using fixture = await startFixture({
      ...SEED,
      transmissions: [{ ...STUCK, last_run: now() - 30 }],
      spools: [QUEUED],
    });
    const { payload } = await write(fixture.gateway, retry(1));
    expect(payload).toMatchObject({
      userErrors: [{ code: 'CONFLICT', message: containing('may be being sent right now') }],
    });
    expect(writesOf(fixture)).toEqual([]);
  });

  test.each([{ last_run: null }, { last_run: now() - 3_600 }])('for long is freed and sent: %o', async (last) => {
    await using fixture = await startFixture({ ...SEED, transmissions: [{ ...STUCK, ...last }], spools: [QUEUED] });
    expect((await write(fixture.gateway, retry(1), SELECTED)).payload).toMatchObject({
      attempt: { upstreamId: '2' },
      userErrors: [],
    });
    expect(writesOf(fixture)).toEqual(['PUT /transmissions/1 {"status":"failed"}', 'POST /transmissions/1/retry']);
  });

  test('and may be tried again is freed without the server’s own try beside ours', async () => {
    const more = { try_allowed: 3, last_run: now() - 3_600 };
    await using fixture = await startFixture({ ...SEED, transmissions: [{ ...STUCK, ...more }], spools: [QUEUED] });
    await write(fixture.gateway, retry(1));
    expect(writesOf(fixture)).toEqual(['PUT /transmissions/1 {"status":"pending"}', 'POST /transmissions/1/retry']);
    fixture.emulator.clock.advance(86_400_000);
    await fixture.gateway.ask(`{ node(id: "${gid('transmission', 1)}") { id } }`);
    const { data } = await fixture.gateway.ask(
      `{ node(id: "${gid('transmission', 1)}") { ... on Transmission { attempts { status } } } }`,
    );
    expect(data).toEqual({ node: { attempts: [{ status: 'INITIATED' }, { status: 'COMPLETED' }] } });
  });

  test('and belongs to a campaign with tries left is left to be cloned', async () => {
    const more = { try_allowed: 2, campaign_id: 1, last_run: now() - 3_600 };
    await using fixture = await startFixture({ ...SEED, transmissions: [{ ...STUCK, ...more }], spools: [QUEUED] });
    expect((await write(fixture.gateway, retry(1))).payload).toMatchObject({
      userErrors: [{ code: 'CONFLICT', message: containing('Clone it') }],
    });
    expect(writesOf(fixture)).toEqual([]);
  });

  test('is not sent where what frees it gets no answer, and that is known later', async () => {
    await using fixture = await startFixture({
      ...SEED,
      transmissions: [{ ...STUCK, last_run: null }],
      spools: [QUEUED],
    });
    fixture.emulator.addFault({ kind: 'resetAfterEffect', path: '/transmissions/1', method: 'PUT', times: 1 });
    const { errors } = await write(fixture.gateway, retry(1));
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(sentBy(fixture)).toEqual([]);
    const hint = { look: 'ictcore.sent', key: '1', before: 'processing', last: '1' };
    const verdict = await fixture.gateway.upstreams[0]?.reconcilers?.['ictcore.sent']?.(hint, {
      digest: JSON.stringify,
    });
    expect(verdict).toEqual({ is: 'notDone', isSynchronous: true });
  });
});

/** A server that answers the send with an error, and then tells this of the attempts. */
const answering = (error: object, attempts: unknown) =>
  startScripted({
    '/transmissions/1/status': { body: '"pending"' },
    '/transmissions/1/send': error,
    '/transmissions/1/detail': { body: attempts },
  } as Parameters<typeof startScripted>[0]);
const failed = (status: number, code = status) => ({ status, body: { error: { code, message: 'Went wrong' } } });

describe('an error of a send, whatever its status,', () => {
  const spool = (status: string) => [{ spool_id: '7', transmission_id: '1', account_id: '1', status, response: '' }];
  test.each([failed(404), failed(412), failed(417), failed(500), failed(503), failed(200, 0)])(
    '%o is a no only where no attempt was handed over',
    async (error) => {
      for (const [attempts, code] of [
        [[], 'UPSTREAM_REJECTED'],
        [spool('queued'), 'UPSTREAM_REJECTED'],
        [spool('started'), 'OUTCOME_UNKNOWN'],
        [spool('connected'), 'OUTCOME_UNKNOWN'],
        [spool('completed'), 'OUTCOME_UNKNOWN'],
        [spool('failed'), 'OUTCOME_UNKNOWN'],
        ['no list', 'OUTCOME_UNKNOWN'],
      ] as const) {
        await using server = await answering(error, attempts);
        const { payload, errors } = await write(server.gateway, send(1));
        const cases = [
          ...errors.map(({ extensions }) => extensions['code']),
          ...(payload as { userErrors: Array<{ code: string }> }).userErrors.map(({ code: each }) => each),
        ];
        expect([attempts, cases]).toEqual([attempts, [code]]);
      }
    },
  );
});
