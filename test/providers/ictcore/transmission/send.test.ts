import { describe, expect, test } from 'vitest';

import type { Seed } from '../../../../src/emulators/ictcore/index.js';
import { startFixture } from '../fixture.js';
import {
  captured,
  expectRefused,
  guide,
  literal,
  onHold,
  onOne,
  startStubbed,
  testWire,
  statusExchange,
  write,
  writesOf,
  type Refused,
} from '../sending-fixture.js';
import { gid } from './seed.js';

const AT = '2031-01-01T00:00:00.000Z';
const attempt = (transmission: number, spool: number) => ({
  selection: 'attempt { upstreamId } transmission { upstreamId }',
  payload: { attempt: { upstreamId: String(spool) }, transmission: { upstreamId: String(transmission) } },
});
const create = (input: object): string => `createTransmission(input: ${literal(input)})`;
const on = (name: string, key: string | number, more = ''): string =>
  onOne(`${name}Transmission`, 'transmission', key, more);
const schedule = (key: number) => ({
  field: on('schedule', key, `at: "${AT}"`),
  selection: 'scheduleId at',
});
const to = (contact: number, program: number) => ({
  contactId: gid('contact', contact),
  programId: gid('program', program),
});
const none = (contact: number, program: number) =>
  statusExchange(`/transmissions?program_id=${program}&contact_id=${contact}`, []);
const program = (type: string) => statusExchange('/programs?program_id=1', [{ program_id: '1', name: 'x', type }]);
const standing = (key: number, status: string) => statusExchange(`/transmissions/${key}/status`, status);
const item = { transmission_id: '1', program_id: '1', oContact: { contact_id: '1' } };
const account = { accountId: gid('account', 1) };

testWire([
  {
    exchanges: [...captured(161), program('sendfax'), none(1, 1)],
    field: create({ ...to(1, 1), ...account, title: 'Fax 1' }).replace(' })', ' direction: OUTBOUND channel: FAX })'),
  },
  { exchanges: [...captured(162), none(1, 2)], field: create(to(1, 2)) },
  { exchanges: [...captured(163), none(2, 3)], field: create({ ...to(2, 3), ...account, title: 'Sms 1' }) },
  {
    exchanges: [...guide('transmission-create'), program('voicemessage'), none(1, 1)],
    field: create({ ...to(1, 1), ...account, title: 'title', origin: 'origin' }).replace(
      ' })',
      ' direction: OUTBOUND channel: VOICE })',
    ),
  },
  // The first attempt: the status of its transmission was not "pending", so that its attempts are looked at before.
  {
    exchanges: [...captured(181, 173, 187, 171), statusExchange('/spools/1/status', 'queued')],
    field: on('send', 1),
    ...attempt(1, 1),
  },
  { exchanges: [...guide('transmission-send'), standing(1, 'pending')], field: on('send', 1) },
  {
    exchanges: [...guide('transmission-retry'), standing(1, 'failed'), statusExchange('/transmissions/1/detail', [])],
    field: on('retry', 1),
  },
  { exchanges: [...captured(210), ...onHold(captured(235))], ...schedule(8), payload: { scheduleId: '3', at: AT } },
  {
    exchanges: [...onHold(guide('transmission-schedule')), standing(1, 'pending')],
    ...schedule(1),
    payload: { scheduleId: '1', at: AT },
  },
  { exchanges: captured(238), field: onOne('cancelTransmissionSchedule', 'transmission', 8) },
  { exchanges: guide('transmission-schedule-delete'), field: onOne('cancelTransmissionSchedule', 'transmission', 1) },
  {
    exchanges: [...guide('transmission-clone'), statusExchange('/transmissions/1', item), none(1, 1)],
    field: on('clone', 1),
  },
  {
    exchanges: captured(239),
    field: on('delete', 8),
    selection: 'deletedIds',
    payload: { deletedIds: [gid('transmission', 8)] },
  },
  {
    exchanges: guide('transmission-delete'),
    field: on('delete', 1),
    selection: 'deletedIds',
    payload: { deletedIds: [gid('transmission', 1)] },
  },
]);

const STATUSES = ['pending', 'processing', 'completed', 'failed', 'invalid', 'pending_retry', 'done', 'initializing'];
const SEED: Seed = {
  contacts: [1, 2].map((contact_id) => ({ contact_id, phone: '48500111222' })),
  programs: [{ program_id: 1, name: 'Fax', type: 'sendfax' }],
  providers: [{ provider_id: 1, name: 'trunk', service_flag: 3, active: 1 }],
  transmissions: STATUSES.map((status, index) => ({
    ...{ transmission_id: index + 1, program_id: 1, contact_id: 1, account_id: 1, service_flag: 2, user_id: 1 },
    ...{ status, title: `Fax ${index + 1}` },
  })),
};

describe('mistakes are told all at once, and nothing is sent', () => {
  const refused: readonly Refused[] = [
    [
      create({ programId: gid('contact', 1), contactId: gid('contact', 'x'), triesAllowed: 0, title: ' ' }).replace(
        ' })',
        ' channel: IM direction: UNKNOWN origin: "\\u0007" })',
      ),
      [
        ['BAD_USER_INPUT', 'input', 'title'],
        ['BAD_USER_INPUT', 'input', 'origin'],
        ['BAD_USER_INPUT', 'input', 'channel'],
        ['BAD_USER_INPUT', 'input', 'direction'],
        ['BAD_USER_INPUT', 'input', 'triesAllowed'],
        ['NOT_FOUND', 'input', 'programId'],
        ['NOT_FOUND', 'input', 'contactId'],
      ],
    ],
    [create({ ...to(1, 1), accountId: 'no id' }), [['BAD_USER_INPUT', 'input', 'accountId']]],
    [on('schedule', 1, 'at: "2001-01-01T00:00:00Z"'), [['BAD_USER_INPUT', 'at']]],
    [on('schedule', 3, `at: "${AT}"`), [['CONFLICT', 'id']]],
    [on('schedule', 5, `at: "${AT}"`), [['CONFLICT', 'id']]],
    [on('send', 2), [['CONFLICT', 'id']]],
    [on('retry', 2), [['CONFLICT', 'id']]],
    [on('send', 3), [['CONFLICT', 'id']]],
    [on('retry', 3), [['CONFLICT', 'id']]],
    [on('send', 5), [['CONFLICT', 'id']]],
    [on('send', 7), [['CONFLICT', 'id']]],
    [on('send', 8), [['CONFLICT', 'id']]],
    [on('send', 999), [['NOT_FOUND']]],
    [on('send', '1/clone'), [['NOT_FOUND']]],
    [on('clone', 999), [['NOT_FOUND', 'id']]],
    [on('delete', '-1'), [['NOT_FOUND', 'id']]],
    [onOne('sendTransmission', 'campaign', 1), [['NOT_FOUND', 'id']]],
  ];
  test.each(refused)('%s', async (...each) => {
    await using fixture = await startFixture(SEED);
    await expectRefused(fixture, each);
  });
});

test('what is not there is told by the name of the input, as the server looks before it makes', async () => {
  await using fixture = await startFixture(SEED);
  for (const [input, field] of [
    [{ ...to(9, 1) }, 'contactId'],
    [{ ...to(1, 9) }, 'programId'],
    [{ ...to(1, 1), accountId: gid('account', 99) }, 'accountId'],
  ] as const) {
    const { payload } = await write(fixture.gateway, create(input));
    expect(payload).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['input', field] }] });
  }
  const { data } = await fixture.gateway.ask('{ transmissions(first: 0) { totalCount } }');
  expect(data).toMatchObject({ transmissions: { totalCount: STATUSES.length } });
});

const SENT = 'attempt { upstreamId status } transmission { status }';

test('a send of what is sent already is CONFLICT, and nothing is sent twice: calls for one transmission go one by one', async () => {
  await using fixture = await startFixture(SEED);
  const all = await Promise.all([1, 2, 3, 4].map(() => write(fixture.gateway, on('send', 1), SENT)));
  const payloads = all.map(({ payload }) => payload);
  expect(payloads).toContainEqual({
    attempt: { upstreamId: '1', status: 'INITIATED' },
    transmission: { status: 'PROCESSING' },
    userErrors: [],
  });
  const conflict = expect.objectContaining({ code: 'CONFLICT', field: ['id'] }) as unknown;
  const refusals = payloads.filter((payload) => JSON.stringify(payload).includes('CONFLICT'));
  expect(refusals).toEqual([1, 2, 3].map(() => ({ attempt: null, transmission: null, userErrors: [conflict] })));
  expect(writesOf(fixture)).toEqual(['POST /transmissions/1/send']);
});

test('a 423 of the server is CONFLICT: somebody else was quicker', async () => {
  for (const capture of [189, 207, 179]) {
    await using server = await startStubbed([...captured(capture), standing(1, 'pending')]);
    const { payload } = await write(server.gateway, on('send', 1));
    expect(payload).toMatchObject({ userErrors: [{ code: 'CONFLICT', field: ['id'] }] });
  }
});

test('that no trunk can carry it does not mean that the transmission is gone', async () => {
  await using fixture = await startFixture({ ...SEED, providers: [] });
  const { payload } = await write(fixture.gateway, on('send', 1), SENT);
  const message = expect.stringContaining('No provider available') as string;
  expect(payload).toMatchObject({ attempt: null, userErrors: [{ code: 'UPSTREAM_REJECTED', message }] });
});

test('what failed is retried, what has arrived is cloned', async () => {
  await using fixture = await startFixture(SEED);
  const retried = await write(fixture.gateway, on('retry', 4), SENT);
  expect(retried.payload).toMatchObject({ attempt: { upstreamId: '1' }, transmission: { status: 'PROCESSING' } });
  const cloned = await write(fixture.gateway, on('clone', 3), 'transmission { upstreamId title status }');
  const copy = { upstreamId: '9', title: 'Fax 3', status: 'PENDING' };
  expect(cloned).toEqual({ payload: { transmission: copy, userErrors: [] }, errors: [] });
  expect(writesOf(fixture)).toEqual(['POST /transmissions/4/retry', 'GET /transmissions/3/clone']);
});
