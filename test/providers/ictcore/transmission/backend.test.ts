import { describe, expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { channelOf, gid, one, programOf, SENDING, SENT, statusOf, directionOf } from './seed.js';

describe('lists', () => {
  const PROMISED =
    '{ transmissions(first: 100) { totalCount nodes { status contact { displayName } program { name } account { username } } } }';

  test('contacts, accounts and programs of a hundred rows cost two lists and one for each program', async () => {
    await using fixture = await startFixture({
      ...SENDING,
      transmissions: Array.from({ length: 150 }, (_, index) => ({ ...SENT[index % 60], transmission_id: index + 1 })),
    });
    const { data, errors } = await fixture.gateway.ask(PROMISED);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ transmissions: { totalCount: 150 } });
    const { nodes } = data?.['transmissions'] as { nodes: ReadonlyArray<{ program: object | null }> };
    expect(nodes).toHaveLength(100);
    expect(nodes[0]).toEqual({
      status: 'COMPLETED',
      contact: { displayName: 'Contact 1' },
      program: { name: 'Program 1' },
      account: { username: 'admin' },
    });
    // What a program that is gone has sent is listed all the same.
    expect(nodes.filter(({ program }) => program === null)).toHaveLength(25);
    const programs = [1, 2, 12, 21].map((key) => `/programs/${key}/transmissions`);
    expect(fixture.asked().sort()).toEqual(['/transmissions', '/programs', ...programs].sort());
  });

  test('without the program one list is enough, and it is whole', async () => {
    await using fixture = await startFixture(SENDING);
    const { data } = await fixture.gateway.ask(
      '{ transmissions(first: 2) { totalCount nodes { status response lastRunAt contact { displayName } account { username type } } } }',
    );
    expect(data).toEqual({
      transmissions: {
        totalCount: 60,
        nodes: [
          {
            status: 'COMPLETED',
            response: 'busy',
            lastRunAt: '2026-01-02T00:00:00.000Z',
            contact: { displayName: 'Contact 1' },
            account: { username: 'admin', type: 'account' },
          },
          {
            status: statusOf(SENT[1] ?? {}),
            response: null,
            lastRunAt: null,
            contact: { displayName: 'Contact 2' },
            account: { username: 'user', type: 'account' },
          },
        ],
      },
    });
    expect(fixture.asked()).toEqual(['/transmissions']);
  });

  test('a channel is searched by its bit', async () => {
    await using fixture = await startFixture(SENDING);
    const { data } = await fixture.gateway.ask(
      '{ transmissions(filter: { channel: SMS }) { nodes { channel } sources { pushedDown residual } } }',
    );
    expect(data).toMatchObject({ transmissions: { sources: [{ pushedDown: ['channel'], residual: ['first'] }] } });
    expect(fixture.asked()).toEqual(['/transmissions?service_flag=4']);
  });

  test('contacts, campaigns and programs list their own', async () => {
    await using fixture = await startFixture(SENDING);
    const MINE = 'transmissions(first: 100) { totalCount nodes { upstreamId program { upstreamId } } }';
    const expected = (column: string, key: number) => {
      const rows = SENT.filter((row) => row[column] === key);
      const nodes = rows.map((row) => ({ upstreamId: String(row['transmission_id']), program: programOf(row) }));
      return { node: { transmissions: { totalCount: rows.length, nodes } } };
    };
    const contact = await fixture.gateway.ask(one('contact', 2, `... on IctCoreContact { ${MINE} }`));
    expect(contact).toMatchObject({ data: expected('contact_id', 2), errors: [] });
    const campaign = await fixture.gateway.ask(one('campaign', 1, `... on Campaign { ${MINE} }`));
    expect(campaign).toMatchObject({ data: expected('campaign_id', 1), errors: [] });
    fixture.asked();
    const program = await fixture.gateway.ask(one('program', 12, `... on Program { ${MINE} }`));
    expect(program).toMatchObject({ data: expected('program_id', 12), errors: [] });
    expect(fixture.asked()).toContain('/transmissions?program_id=12');
  });

  test('a contact that was deleted is null, without asking for it', async () => {
    await using fixture = await startFixture({ ...SENDING, contacts: [] });
    const { data, errors } = await fixture.gateway.ask(
      '{ transmissions(first: 3) { nodes { contact { displayName } account { username } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ transmissions: { nodes: Array(3).fill({ contact: null }) } });
    expect(fixture.asked()).toEqual(['/transmissions']);
  });

  test('a list that the server cut at 5000 rows says so, and has no total', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ transmission_id: index + 1 }));
    const totals = [];
    for (const count of [4_999, 5_000]) {
      await using fixture = await startFixture({ transmissions: many(count) });
      const { data } = await fixture.gateway.ask(
        '{ transmissions(first: 1) { totalCount sources { ok truncated fetched } } }',
      );
      totals.push(data?.['transmissions']);
    }
    expect(totals).toEqual([
      { totalCount: 4_999, sources: [{ ok: true, truncated: false, fetched: 4_999 }] },
      { totalCount: null, sources: [{ ok: true, truncated: true, fetched: 5_000 }] },
    ]);
  });
});

test('what lies beyond a list that was cut is read by item', async () => {
  const rows = Array.from({ length: 5_001 }, (_, index) => ({
    ...{ transmission_id: index + 1, service_flag: 2, status: 'done', account_id: 1 },
    contact_id: index < 4_996 ? 1 : 2,
  }));
  await using fixture = await startFixture({ ...SENDING, transmissions: rows });
  const { data } = await fixture.gateway.ask(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Transmission { upstreamId status } } }',
    {
      ids: [1, 5_001].map((key) => gid('transmission', key)),
    },
  );
  const completed = (upstreamId: string) => ({ upstreamId, status: 'COMPLETED' });
  expect(data).toEqual({ nodes: [completed('1'), completed('5001')] });
  expect(fixture.asked()).toEqual(['/transmissions', '/transmissions/5001', '/transmissions/5001/status']);
  const listed = await fixture.gateway.ask(
    `{ transmissions(filter: { contactId: "${gid('contact', 2)}" }) { totalCount nodes { channel } } }`,
  );
  expect(listed.errors).toEqual([]);
  expect(listed.data).toEqual({ transmissions: { totalCount: 5, nodes: Array(5).fill({ channel: 'FAX' }) } });
  expect(fixture.asked()).toContain('/transmissions/5001');
});

describe('columns that list rows lack', () => {
  test('many rows are told their channel and campaign by searches, few by their items', async () => {
    await using fixture = await startFixture(SENDING);
    const { data, errors } = await fixture.gateway.ask(
      '{ transmissions(first: 100) { nodes { channel campaign { upstreamId } } } }',
    );
    const nodes = SENT.map((row) => {
      const key = row['campaign_id'];
      return { channel: channelOf(row), campaign: key === 1 || key === 2 ? { upstreamId: String(key) } : null };
    });
    expect({ data, errors }).toEqual({ data: { transmissions: { nodes } }, errors: [] });
    const asked = fixture.asked();
    expect(asked.filter((target) => target.startsWith('/transmissions'))).toHaveLength(1 + 4 + 2);
    expect(asked).not.toContain('/transmissions/1');
    await fixture.gateway.ask('{ transmissions(first: 3) { nodes { channel } } }');
    expect(fixture.asked()).toEqual(['/transmissions', '/transmissions/1', '/transmissions/2', '/transmissions/3']);
    // Without the campaigns, which a search would need.
    await fixture.gateway.ask('{ transmissions(first: 1) { nodes { campaign { upstreamId } } } }');
    expect(fixture.asked()).toEqual(['/transmissions', '/transmissions/1']);
  });

  test("a contact's many transmissions are told their programs by the programs", async () => {
    await using fixture = await startFixture(SENDING);
    await fixture.gateway.ask(
      one('contact', 1, '... on IctCoreContact { transmissions { nodes { program { name } } } }'),
    );
    expect(
      fixture
        .asked()
        .filter((target) => target.startsWith('/programs/'))
        .sort(),
    ).toEqual([1, 12, 2, 21].map((key) => `/programs/${key}/transmissions`));
  });

  test("titles are the items', once for each row, which then tell all the rest", async () => {
    await using fixture = await startFixture(SENDING);
    const { data } = await fixture.gateway.ask(
      '{ transmissions(first: 6, filter: { programId: "' +
        gid('program', 2) +
        '" }) { nodes { title origin triesAllowed channel campaign { upstreamId } } } }',
    );
    expect(data).toMatchObject({
      transmissions: {
        nodes: expect.arrayContaining([expect.objectContaining({ title: 'title 1', triesAllowed: 2 })]) as unknown,
      },
    });
    expect(fixture.asked().filter((target) => /^\/transmissions\/\d+$/.test(target))).toHaveLength(6);
  });

  test('one transmission is its item, which embeds contact and account; only its status is asked besides', async () => {
    await using fixture = await startFixture(SENDING);
    const whole =
      '... on Transmission { title channel direction contact { displayName } account { username active } program { name } campaign { upstreamId }';
    const { data, errors } = await fixture.gateway.ask(one('transmission', 2, `${whole} status }`));
    expect({ data, errors }).toEqual({
      errors: [],
      data: {
        node: {
          title: 'title 1',
          channel: 'FAX',
          direction: directionOf(SENT[1] ?? {}),
          contact: { displayName: 'Contact 2' },
          account: { username: 'user', active: true },
          program: { name: 'Program 2' },
          campaign: { upstreamId: '1' },
          status: statusOf(SENT[1] ?? {}),
        },
      },
    });
    expect(
      fixture
        .asked()
        .filter((target) => target.startsWith('/transmissions'))
        .sort(),
    ).toEqual(['/transmissions/2', '/transmissions/2/status']);
  });

  test('several by their ids are one list; what is not there is null', async () => {
    await using fixture = await startFixture(SENDING);
    const ids = [1, 5, 999].map((key) => gid('transmission', key));
    const { data } = await fixture.gateway.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Transmission { upstreamId status } } }',
      { ids },
    );
    expect(data).toMatchObject({ nodes: [{ upstreamId: '1' }, { upstreamId: '5' }, null] });
    expect(fixture.asked()).toEqual(['/transmissions']);
    for (const key of ['999', '0', '-2', '1/status']) {
      expect((await fixture.gateway.ask(one('transmission', key, 'id'))).data).toEqual({ node: null });
    }
  });

  test('a backend completes what a filter needs for all rows at once', async () => {
    await using fixture = await startFixture(SENDING);
    const backend = fixture.gateway.upstreams[0]?.backends.transmission;
    const request = { params: {}, offset: 0, limit: undefined };
    for await (const { rows } of backend?.list(request, {}) ?? []) {
      const whole = await backend?.fetchColumns?.(rows, ['programId', 'campaignId', 'channel'], {});
      expect(whole?.map(({ programKey, campaignKey, channel }) => ({ programKey, campaignKey, channel }))).toEqual(
        SENT.map((row) => ({
          programKey: programOf(row)?.upstreamId ?? null,
          campaignKey: [1, 2].includes(Number(row['campaign_id'])) ? String(row['campaign_id']) : null,
          channel: channelOf(row),
        })),
      );
    }
    // The rows, the channels, programs and campaigns, and each one's transmissions.
    expect(fixture.asked()).toHaveLength(1 + 4 + (1 + 4) + (1 + 2));
  });
});
