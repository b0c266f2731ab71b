import fc from 'fast-check';
import { expect, test } from 'vitest';

import { USER_CREDENTIALS, type Seed } from '../../../../src/emulators/ictcore/index.js';
import { startFixture, startScripted } from '../fixture.js';
import { gid, one } from '../transmission/seed.js';

const WORDS = [
  'new',
  'ready',
  'active',
  'paused',
  'completed',
  'stopped',
  'failed',
  'Paused',
  'renewed',
  'inactive',
  '',
];
const STATUS: Readonly<Record<string, string>> = {
  new: 'NEW',
  ready: 'ACTIVE',
  active: 'ACTIVE',
  running: 'RUNNING',
  paused: 'PAUSED',
  completed: 'COMPLETED',
  stopped: 'STOPPED',
  failed: 'FAILED',
};
const statusOf = (word: string): string => STATUS[word.toLowerCase()] ?? 'UNKNOWN';

const CAMPAIGNS = Array.from({ length: 44 }, (_, index) => ({
  campaign_id: index + 1,
  // 2 is the end of 12, and 99 was deleted.
  program_id: [1, 2, 12, 99][index % 4] ?? 0,
  group_id: [1, 2, 12, 0][(index * 3) % 4] ?? 0,
  status: WORDS[index % WORDS.length] ?? '',
  cpm: 2 + index,
  try_allowed: 1 + (index % 3),
  account_id: 1,
  date_created: 1_767_312_000,
}));

const SEED: Seed = {
  contacts: [{ contact_id: 1, first_name: 'Ada' }],
  groups: [1, 2, 12].map((group_id) => ({ group_id, name: `Group ${group_id}` })),
  programs: [1, 2, 12].map((program_id) => ({ program_id, name: `Program ${program_id}`, type: 'sendsms' })),
  campaigns: CAMPAIGNS,
  // Two of campaign 2's four are done.
  transmissions: ['completed', 'failed', 'pending', 'pending'].map((status, index) => ({
    ...{ transmission_id: index + 1, campaign_id: 2, program_id: 2, contact_id: 1, account_id: 1, status },
  })),
};

const option = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

test('any CampaignFilter gives what a full scan gives', async () => {
  await using fixture = await startFixture(SEED);
  const anyFilter = fc.record({
    status: option([...new Set([...Object.values(STATUS), 'UNKNOWN'])]),
    program: option(['1', '2', '12', '99', '5', '0', "1' OR '1"]),
    group: option(['1', '2', '12', '5', '0', '-2']),
  });
  const check = async ({ status, program, group }: Readonly<Record<string, string | undefined>>): Promise<void> => {
    const parts = [
      ...(status ? [`status: ${status}`] : []),
      ...(program ? [`programId: ${JSON.stringify(gid('program', program))}`] : []),
      ...(group ? [`groupId: ${JSON.stringify(gid('group', group))}`] : []),
    ];
    const { data, errors } = await fixture.gateway.ask(
      `{ campaigns(first: 100, filter: { ${parts.join(' ')} }) { totalCount nodes { upstreamId status } } }`,
    );
    const expected = CAMPAIGNS.filter(
      (row) =>
        (status === undefined || statusOf(row.status) === status) &&
        (program === undefined || (program !== '0' && String(row.program_id) === program)) &&
        (group === undefined || (group !== '0' && String(row.group_id) === group)),
    );
    const nodes = expected.map((row) => ({ upstreamId: String(row.campaign_id), status: statusOf(row.status) }));
    expect({ data, errors }).toEqual({ data: { campaigns: { totalCount: expected.length, nodes } }, errors: [] });
  };
  await fc.assert(fc.asyncProperty(anyFilter, check), { numRuns: 120 });
});

test('progress, groups and programs of all campaigns cost one list each', async () => {
  await using fixture = await startFixture(SEED);
  const { data, errors } = await fixture.gateway.ask(
    '{ campaigns { nodes { progress group { name } program { name } } } }',
  );
  const nodes = CAMPAIGNS.map((row) => ({
    progress: row.campaign_id === 2 ? 0.5 : null,
    group: row.group_id ? { name: `Group ${row.group_id}` } : null,
    program: row.program_id === 99 ? null : { name: `Program ${row.program_id}` },
  }));
  expect({ data, errors }).toEqual({ data: { campaigns: { nodes } }, errors: [] });
  expect(fixture.asked().sort()).toEqual(['/campaigns', '/groups', '/programs']);
});

const COUNTED = '... on Campaign { status contactsTotal contactsDone progress lastRunAt createdAt }';

test('only lists count: one campaign is asked for its item, and then listed by its id', async () => {
  await using fixture = await startFixture(SEED);
  const plain = await fixture.gateway.ask(
    one('campaign', 2, '... on Campaign { status transmissionsPerMinute triesAllowed }'),
  );
  expect(plain.data).toEqual({ node: { status: 'ACTIVE', transmissionsPerMinute: 3, triesAllowed: 2 } });
  expect(fixture.asked()).toEqual(['/campaigns/2']);
  const counted = await fixture.gateway.ask(one('campaign', 2, COUNTED));
  expect(counted.data).toEqual({
    node: {
      ...{ status: 'ACTIVE', contactsTotal: 4, contactsDone: 2, progress: 0.5, lastRunAt: null },
      createdAt: '2026-01-02T00:00:00.000Z',
    },
  });
  expect(fixture.asked()).toEqual(['/campaigns/2', '/campaigns?campaign_id=2']);
  const ids = [2, 3, 999].map((key) => gid('campaign', key));
  const several = await fixture.gateway.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${COUNTED} } }`, { ids });
  expect(several.data).toMatchObject({ nodes: [{ progress: 0.5 }, { contactsTotal: 0, progress: null }, null] });
  expect(fixture.asked()).toEqual(['/campaigns']);
  for (const key of ['999', '0', '-2', '1/start']) {
    expect((await fixture.gateway.ask(one('campaign', key, 'id'))).data).toEqual({ node: null });
  }
});

test('a count that fails is null and told, and the campaign stays', async () => {
  const item = { program_id: '1', group_id: '1', cpm: '2', try_allowed: '1', account_id: '1', status: 'running' };
  await using server = await startScripted({
    '/campaigns/2': { body: item },
    '/campaigns?campaign_id=2': { status: 500, body: { error: { code: 500, message: 'down' } } },
  });
  const { data, errors } = await server.gateway.ask(one('campaign', 2, COUNTED));
  const unknown = { contactsTotal: null, contactsDone: null, progress: null, lastRunAt: null, createdAt: null };
  expect(data).toEqual({ node: { status: 'RUNNING', ...unknown } });
  expect(errors).toContainEqual(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'UPSTREAM_UNAVAILABLE' }) as unknown }),
  );
});

test('statistics are counters; what the server does not count is null', async () => {
  await using fixture = await startFixture(SEED);
  const COUNTERS = 'campaignTotal groupTotal contactTotal transmissionTotal spoolTotal spoolSuccess';
  const { data, errors } = await fixture.gateway.ask(`{ statistics { upstream { name } ${COUNTERS} } }`);
  const counted = { campaignTotal: 44, groupTotal: 3, contactTotal: 1, transmissionTotal: 4 };
  expect({ data, errors }).toEqual({
    data: { statistics: [{ upstream: { name: 'ictcore' }, ...counted, spoolTotal: null, spoolSuccess: null }] },
    errors: [],
  });
  expect(fixture.asked()).toEqual(['/statistics']);
});

test('statistics that fail are missing and told', async () => {
  await using server = await startScripted({});
  const { data, errors } = await server.gateway.ask('{ statistics { campaignTotal } }');
  expect(data).toEqual({ statistics: [] });
  expect(errors).toMatchObject([{ path: ['statistics'], extensions: { code: 'NOT_FOUND', upstream: 'ictcore' } }]);
  await using fixture = await startFixture(SEED, USER_CREDENTIALS);
  const allowed = await fixture.gateway.ask('{ statistics { campaignTotal } }');
  expect(allowed.data).toEqual({ statistics: [{ campaignTotal: 44 }] });
});
