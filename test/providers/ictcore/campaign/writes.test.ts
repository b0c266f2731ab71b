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
import { gid } from '../transmission/seed.js';

const AT = '2031-01-01T00:00:00.000Z';
const [program, group, groupTwo, account] = [
  statusExchange('/programs/1', { program_id: 1 }),
  statusExchange('/groups/1', { group_id: '1' }),
  statusExchange('/groups/2', { group_id: 2 }),
  statusExchange('/accounts/1', {}),
] as const;

const fresh = statusExchange('/campaigns/1', { campaign_id: '1', status: 'new' });
const removed = (key: number) => ({
  field: onOne('deleteCampaign', 'campaign', key),
  selection: 'deletedIds',
  payload: { deletedIds: [gid('campaign', key)] },
});
const refs = { programId: gid('program', 1), groupId: gid('group', 1) };
const whole = { ...refs, accountId: gid('account', 1), transmissionsPerMinute: 60, triesAllowed: 2 };
const create = (input: object): string => `createCampaign(input: ${literal(input)})`;
const update = (key: number, input: object): string =>
  onOne('updateCampaign', 'campaign', key, `input: ${literal(input)}`);

const scheduling = { selection: 'scheduleId at', payload: { scheduleId: '1', at: AT } };

testWire([
  { exchanges: [...captured(243), program, group], field: create(refs) },
  { exchanges: [...captured(244), program, group, account], field: create(whole) },
  {
    exchanges: [...guide('campaign-create'), program, groupTwo, account],
    field: create({ ...whole, groupId: gid('group', 2), transmissionsPerMinute: 2 }),
  },
  { exchanges: guide('campaign-update'), field: update(1, { transmissionsPerMinute: 4 }) },
  { exchanges: captured(247, 252), field: onOne('startCampaign', 'campaign', 1) },
  { exchanges: [...guide('campaign-start'), fresh], field: onOne('startCampaign', 'campaign', 1) },
  { exchanges: captured(270), field: onOne('stopCampaign', 'campaign', 4) },
  { exchanges: guide('campaign-stop'), field: onOne('stopCampaign', 'campaign', 1) },
  {
    exchanges: onHold(captured(258)),
    field: onOne('scheduleCampaignStop', 'campaign', 2, `at: "${AT}"`),
    ...scheduling,
    payload: { scheduleId: '7', at: AT },
  },
  {
    exchanges: onHold(guide('campaign-start-schedule')),
    field: onOne('scheduleCampaignStart', 'campaign', 1, `at: "${AT}"`),
    ...scheduling,
  },
  {
    exchanges: onHold(guide('campaign-stop-schedule')),
    field: onOne('scheduleCampaignStop', 'campaign', 1, `at: "${AT}"`),
    ...scheduling,
  },
  // The guide's POST has no route (capture 260).
  { exchanges: captured(261), field: onOne('cancelCampaignSchedule', 'campaign', 2) },
  { exchanges: captured(262), ...removed(2) },
  { exchanges: guide('campaign-delete'), ...removed(1) },
]);

const SEED: Seed = {
  contacts: [1, 2, 3].map((contact_id) => ({ contact_id, phone: '48500111222' })),
  groups: [1, 2].map((group_id) => ({ group_id, name: `Group ${group_id}` })),
  // The second group is empty.
  links: [1, 2, 3].map((contact_id) => ({ group_id: 1, contact_id })),
  programs: [1, 2].map((program_id) => ({ program_id, name: `Program ${program_id}`, type: 'sendfax' })),
  providers: [{ provider_id: 1, name: 'trunk', service_flag: 3, active: 1 }],
};

describe('mistakes are told all at once, and nothing is sent', () => {
  const all = ['programId', 'groupId', 'accountId', 'transmissionsPerMinute', 'triesAllowed'] as const;
  const refused: readonly Refused[] = [
    [
      create({
        ...{ programId: gid('group', 1), groupId: 'nonsense', accountId: gid('account', '-2') },
        ...{ transmissionsPerMinute: 0, triesAllowed: -1 },
      }),
      [
        ['BAD_USER_INPUT', 'input', 'transmissionsPerMinute'],
        ['BAD_USER_INPUT', 'input', 'triesAllowed'],
        ['NOT_FOUND', 'input', 'programId'],
        ['BAD_USER_INPUT', 'input', 'groupId'],
        ['NOT_FOUND', 'input', 'accountId'],
      ],
    ],
    [
      create({ programId: gid('program', 9), groupId: gid('group', 9), accountId: gid('account', 99) }),
      [
        ['NOT_FOUND', 'input', 'programId'],
        ['NOT_FOUND', 'input', 'groupId'],
        ['NOT_FOUND', 'input', 'accountId'],
      ],
    ],
    [
      update(1, Object.fromEntries(all.map((field) => [field, null]))),
      all.map((field) => ['BAD_USER_INPUT', 'input', field]),
    ],
    [update(1, { groupId: gid('group', 9) }), [['NOT_FOUND', 'input', 'groupId']]],
    [onOne('scheduleCampaignStart', 'campaign', 1, 'at: "2001-01-01T00:00:00Z"'), [['BAD_USER_INPUT', 'at']]],
    [onOne('startCampaign', 'campaign', '1/stop'), [['NOT_FOUND']]],
    [onOne('stopCampaign', 'campaign', '-2'), [['NOT_FOUND']]],
    [onOne('startCampaign', 'campaign', 999), [['NOT_FOUND', 'id']]],
    [onOne('deleteCampaign', 'campaign', '007'), [['NOT_FOUND', 'id']]],
  ];
  test.each(refused)('%s', async (...each) => {
    await using fixture = await startFixture({ ...SEED, campaigns: [{ campaign_id: 1, program_id: 1, group_id: 1 }] });
    await expectRefused(fixture, each);
  });

  test('what is of another upstream can not be used', async () => {
    await using fixture = await startFixture(SEED);
    const foreign = Buffer.from('other:group:1').toString('base64url');
    const { payload } = await write(fixture.gateway, create({ ...refs, groupId: foreign }));
    expect(payload).toMatchObject({ userErrors: [{ code: 'BAD_USER_INPUT', field: ['input', 'groupId'] }] });
    expect(fixture.emulator.requests).toEqual([]);
  });
});

test('an update with nothing in it sends nothing and succeeds', async () => {
  await using fixture = await startFixture({ ...SEED, campaigns: [{ campaign_id: 1, program_id: 1, group_id: 1 }] });
  expect(await write(fixture.gateway, update(1, {}))).toEqual({ payload: { userErrors: [] }, errors: [] });
  expect(fixture.emulator.requests).toEqual([]);
});

test('a campaign is started with PUT and once: GET starts it too, and a status that is sent keeps it from sending', async () => {
  await using fixture = await startFixture(SEED);
  await write(fixture.gateway, create(refs));
  const started = await Promise.all(
    [1, 2, 3].map(() => write(fixture.gateway, onOne('startCampaign', 'campaign', 1), 'campaign { status }')),
  );
  expect(started.map(({ payload }) => payload)).toMatchObject([
    { campaign: { status: 'RUNNING' }, userErrors: [] },
    { campaign: null, userErrors: [{ code: 'CONFLICT', field: ['id'] }] },
    { campaign: null, userErrors: [{ code: 'CONFLICT', field: ['id'] }] },
  ]);
  expect(writesOf(fixture)).toEqual(['POST /campaigns {"program_id":1,"group_id":1}', 'PUT /campaigns/1/start']);
});

test('a campaign that was started a moment ago is not started again, as its status may be the old one; once stopped it is', async () => {
  await using server = await startStubbed([...guide('campaign-start', 'campaign-stop'), fresh]);
  const start = onOne('startCampaign', 'campaign', 1);
  const both = await Promise.all([write(server.gateway, start), write(server.gateway, start)]);
  expect(both.map(({ payload }) => payload)).toMatchObject([
    { userErrors: [] },
    { userErrors: [{ code: 'CONFLICT' }] },
  ]);
  expect(server.stub.met.filter((name) => name === 'campaign-start')).toHaveLength(1);
  await write(server.gateway, onOne('stopCampaign', 'campaign', 1));
  expect((await write(server.gateway, start)).payload).toEqual({ userErrors: [] });
});

test('a start that the server answers with false is a no', async () => {
  const [start] = captured(252);
  if (!start) throw new TypeError('no capture');
  const refusing = { ...start, response: { ...start.response, body: 'false' } };
  await using server = await startStubbed([refusing, ...captured(247)]);
  const { payload } = await write(server.gateway, onOne('startCampaign', 'campaign', 1));
  expect(payload).toMatchObject({ userErrors: [{ code: 'UPSTREAM_REJECTED' }] });
});

test('a delete that is answered with 417 is a success when the thing is gone, and only then', async () => {
  const gone = { kind: 'status', status: 417, headers: { 'content-type': 'application/json' } } as const;
  const body = '{"error":{"code":417,"message":"Campaign delete failed"}}';
  await using fixture = await startFixture({ ...SEED, campaigns: [{ campaign_id: 1, program_id: 1, group_id: 1 }] });
  const remove = (key: number) => write(fixture.gateway, onOne('deleteCampaign', 'campaign', key), 'deletedIds');
  fixture.emulator.addFault({ ...gone, body, method: 'DELETE' });
  expect((await remove(1)).payload).toMatchObject({ deletedIds: [], userErrors: [{ code: 'UPSTREAM_REJECTED' }] });
  expect((await remove(2)).payload).toMatchObject({ deletedIds: [gid('campaign', 2)], userErrors: [] });
});

test('a server without an account of ours is not told as a campaign that is not there', async () => {
  const [create243] = captured(243);
  if (!create243) throw new TypeError('no capture');
  const body = '{"error":{"code":404,"message":"Account not found"}}';
  const refusing = { ...create243, response: { ...create243.response, status: 404, body } };
  await using server = await startStubbed([refusing, program, group]);
  const { payload } = await write(server.gateway, create(refs));
  expect(payload).toMatchObject({
    userErrors: [{ code: 'UPSTREAM_REJECTED', field: null, message: expect.stringContaining('Account') as string }],
  });
});
