import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS } from '../../../../src/emulators/serwersms/index.js';
import { encodeId } from '../../../../src/graph/values/id.js';
import { openSerwerSms, type SerwerSmsFixture } from '../fixture.js';

const { username, password } = CREDENTIALS;

describe('SerwerSMS groups', () => {
  let at: SerwerSmsFixture;
  beforeAll(async () => {
    at = await openSerwerSms({ auth: { username, password } });
  });
  beforeEach(() => {
    at.emulator.reset({
      groups: [
        { id: 11, name: 'Klienci', count: 322 },
        { id: 12, name: 'Rada nadzorcza' },
      ],
      contacts: [
        { id: 1, phone: '+48500111222', group_id: 11 },
        { id: 2, phone: '+48500111222', group_id: 12 },
        { id: 3, phone: '+48500333444' },
        { id: 4, phone: 'wew. 12', group_id: 12 },
      ],
    });
  });
  afterAll(() => at.close());

  const contactId = (key: string): string => encodeId('serwersms', 'contact', key);
  const groupId = (key: string): string => encodeId('serwersms', 'group', key);

  test('a list row tells its group, and not how large it is', async () => {
    const { data } = await at.ask('{ contacts { nodes { upstreamId groups { id upstreamId name } } } }');
    expect(data).toEqual({
      contacts: {
        nodes: [
          { upstreamId: '1', groups: [{ id: groupId('11'), upstreamId: '11', name: 'Klienci' }] },
          { upstreamId: '2', groups: [{ id: groupId('12'), upstreamId: '12', name: 'Rada nadzorcza' }] },
          { upstreamId: '3', groups: [] },
          { upstreamId: '4', groups: [{ id: groupId('12'), upstreamId: '12', name: 'Rada nadzorcza' }] },
        ],
      },
    });
    expect(at.seen()).toEqual([['contacts/index', {}]]);
  });

  test('the sizes of all groups of a page are one request, and only where they are asked for', async () => {
    const { data } = await at.ask('{ contacts { nodes { groups { name contactCount } } } }');
    expect(data).toEqual({
      contacts: {
        nodes: [
          { groups: [{ name: 'Klienci', contactCount: 322 }] },
          { groups: [{ name: 'Rada nadzorcza', contactCount: 2 }] },
          { groups: [] },
          { groups: [{ name: 'Rada nadzorcza', contactCount: 2 }] },
        ],
      },
    });
    expect(at.seen()).toEqual([
      ['contacts/index', {}],
      ['groups/index', {}],
    ]);
  });

  test('sizes that do not come are null and one error: the contacts stay', async () => {
    at.emulator.addFault({ kind: 'html', path: '/groups' });
    const { data, errors } = await at.ask('{ contacts { nodes { groups { name contactCount } } } }');
    expect(data?.['contacts']).toMatchObject({
      nodes: [
        { groups: [{ name: 'Klienci', contactCount: null }] },
        { groups: [{ name: 'Rada nadzorcza', contactCount: null }] },
        { groups: [] },
        { groups: [{ name: 'Rada nadzorcza', contactCount: null }] },
      ],
    });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL', upstream: 'serwersms' } }]);
  });

  test('a contact read by its id does not tell its groups: they are asked for by its number', async () => {
    const ask = '{ nodes(ids: ["ONE", "TWO", "THREE"]) { ... on Contact { upstreamId groups { name } } } }'
      .replace('ONE', contactId('1'))
      .replace('TWO', contactId('2'))
      .replace('THREE', contactId('3'));
    expect((await at.ask(ask)).data).toEqual({
      nodes: [
        { upstreamId: '1', groups: [{ name: 'Klienci' }] },
        { upstreamId: '2', groups: [{ name: 'Rada nadzorcza' }] },
        { upstreamId: '3', groups: [] },
      ],
    });
    expect(at.seen().slice(3)).toEqual([
      ['groups/check', { phone: '+48500111222' }],
      ['groups/check', { phone: '+48500333444' }],
    ]);
  });

  test('groups of a number that does not parse are read from the list', async () => {
    const { data } = await at.ask(`{ contact(id: "${contactId('4')}") { groups { name } } }`);
    expect(data).toEqual({ contact: { groups: [{ name: 'Rada nadzorcza' }] } });
    expect(at.seen()).toEqual([
      ['contacts/view', { id: 4 }],
      ['contacts/index', {}],
    ]);
  });

  test('contacts chosen by id are filtered by groups that they do not tell', async () => {
    const ids = ['1', '2', '3'].map(contactId);
    const ask = async (filter: object): Promise<unknown> =>
      (await at.ask('query ($f: ContactFilter) { contacts(filter: $f) { nodes { upstreamId } } }', { f: filter })).data;
    expect(await ask({ ids, groupId: groupId('12') })).toEqual({ contacts: { nodes: [{ upstreamId: '2' }] } });
    expect(await ask({ ids, ungrouped: true })).toEqual({ contacts: { nodes: [{ upstreamId: '3' }] } });
  });

  test('contacts of a group are asked for by its id', async () => {
    const { data } = await at.ask(
      `{ node(id: "${groupId('12')}") { ... on Group { name contactCount contacts { totalCount nodes { upstreamId } } } } }`,
    );
    expect(data).toEqual({
      node: {
        name: 'Rada nadzorcza',
        contactCount: 2,
        contacts: { totalCount: 2, nodes: [{ upstreamId: '2' }, { upstreamId: '4' }] },
      },
    });
    expect(at.seen()).toEqual([
      ['groups/view', { id: 12 }],
      ['contacts/index', { group_id: 12 }],
    ]);
  });

  test('groups are searched by the longest word of a name', async () => {
    const { data } = await at.ask('{ groups(filter: { name: { eq: "RADA nadzorcza" } }) { nodes { upstreamId } } }');
    expect(data).toEqual({ groups: { nodes: [{ upstreamId: '12' }] } });
    expect(at.seen()).toEqual([['groups/index', { search: 'nadzorcza' }]]);
  });

  test('one group is viewed, several are read from the list', async () => {
    const read = async (...keys: string[]) =>
      (await at.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Group { name } } }', { ids: keys.map(groupId) }))
        .data;
    expect(await read('11')).toEqual({ nodes: [{ name: 'Klienci' }] });
    expect(await read('99')).toEqual({ nodes: [null] });
    expect(await read('12', '99', '11')).toEqual({ nodes: [{ name: 'Rada nadzorcza' }, null, { name: 'Klienci' }] });
    expect(at.seen()).toEqual([
      ['groups/view', { id: 11 }],
      ['groups/view', { id: 99 }],
      ['groups/index', {}],
    ]);
  });
});
