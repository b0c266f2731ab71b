import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS } from '../../../../src/emulators/serwersms/index.js';
import { encodeId } from '../../../../src/graph/values/id.js';
import { openSerwerSms, type SerwerSmsFixture } from '../fixture.js';

const { username, password } = CREDENTIALS;
const settings = { auth: { username, password } };

describe('SerwerSMS contacts', () => {
  let at: SerwerSmsFixture;
  beforeAll(async () => {
    at = await openSerwerSms(settings);
  });
  beforeEach(() => {
    at.emulator.reset({
      groups: [
        { id: 11, name: 'Klienci' },
        { id: 12, name: 'Zarząd' },
      ],
      contacts: [
        { id: 1, phone: '+48500111222', first_name: 'Anna', last_name: 'Kowalska', group_id: 11 },
        { id: 2, phone: '+48500111222', first_name: 'Anna', last_name: 'Kowalska', group_id: 12 },
        { id: 3, phone: '+48500333444', email: 'Jan@Example.com', first_name: 'Jan', last_name: 'Nowak' },
        { id: 4, phone: '+48500555666', company: 'Kowalska i syn', description: 'tel. 500111222, jan@example.com' },
        { id: 5, phone: 'wew. 12', first_name: 'Portiernia' },
        { id: 6, phone: '600777888' },
        // A trunk code that E.164 does not have.
        { id: 7, phone: '+54111523456789' },
        { id: 8, phone: 'tel 50 06 00' },
        { id: 9, phone: '22 555 12 00 wew. 12 / 501 222 333' },
      ],
    });
  });
  afterAll(() => at.close());

  const idOf = (key: string): string => encodeId('serwersms', 'contact', key);
  const keysFor = async (filter: string): Promise<unknown> => {
    const { data, errors } = await at.ask(`{ contacts(filter: ${filter}) { nodes { upstreamId } } }`);
    expect(errors).toEqual([]);
    return (data?.['contacts'] as { nodes: Array<{ upstreamId: string }> }).nodes.map(({ upstreamId }) => upstreamId);
  };

  test('somebody in two groups is two contacts', async () => {
    expect(await keysFor('{ name: { eq: "anna kowalska" } }')).toEqual(['1', '2']);
  });

  test('search looks into every column, so what it finds is checked here', async () => {
    expect(await keysFor('{ email: { eq: "JAN@example.com" } }')).toEqual(['3']);
    expect(at.seen()).toEqual([['contacts/index', { search: 'JAN@example.com' }]]);
  });

  test('a number is never searched: a row may hold it in groups, with others, in part or extended', async () => {
    expect(await keysFor('{ phone: { eq: "500 111 222" } }')).toEqual(['1', '2']);
    expect(await keysFor('{ phone: { eq: "+48600777888" } }')).toEqual(['6']);
    expect(await keysFor('{ phone: { eq: "+5491123456789" } }')).toEqual(['7']);
    expect(await keysFor('{ phone: { eq: "wew. 12" } }')).toEqual(['5']);
    expect(await keysFor('{ phone: { eq: "22 555 12 00" } }')).toEqual(['9']);
    expect(await keysFor('{ phone: { in: ["501 222 333", "112"] } }')).toEqual(['9']);
    expect(await keysFor('{ phone: { startsWith: "+48 600777" } }')).toEqual(['6']);
    expect(await keysFor('{ phone: { contains: "911234" } }')).toEqual(['7']);
    expect(await keysFor('{ phone: { contains: "500600" } }')).toEqual(['8']);
    expect(at.seen()).toEqual(Array.from({ length: 9 }, () => ['contacts/index', {}]));
  });

  test('a full name spans two columns, so its longest word is searched', async () => {
    expect(await keysFor('{ name: { contains: "na Kowals" } }')).toEqual(['1', '2']);
    expect(at.seen()).toEqual([['contacts/index', { search: 'Kowal' }]]);
  });

  test('characters that mean something to a database are never searched', async () => {
    expect(await keysFor('{ name: { contains: "%" } }')).toEqual([]);
    expect(await keysFor(`{ name: { eq: "O'Brien" } }`)).toEqual([]);
    expect(at.seen()).toEqual([
      ['contacts/index', {}],
      ['contacts/index', {}],
    ]);
  });

  test('contacts in no group are asked for as "none"', async () => {
    expect(await keysFor('{ ungrouped: true, name: { startsWith: "jan" } }')).toEqual(['3']);
    expect(at.seen()).toEqual([['contacts/index', { group_id: 'none', search: 'jan' }]]);
  });

  test('a refused "none" is a failure, and not the answer that all are in groups', async () => {
    at.answer(200, { error: { code: 1004, type: 'InvalidID', message: 'Nieprawidłowy parametr ID' } });
    const { data, errors } = await at.ask('{ contacts(filter: { ungrouped: true }) { totalCount sources { ok } } }');
    expect(data).toEqual({ contacts: { totalCount: null, sources: [{ ok: false }] } });
    expect(errors).toMatchObject([{ path: ['contacts'], extensions: { upstream: 'serwersms' } }]);
  });

  test('a group that is not there has no contacts', async () => {
    const filter = `{ groupId: "${encodeId('serwersms', 'group', '99')}" }`;
    at.answer(200, { error: { code: 1004, type: 'InvalidID', message: 'Nieprawidłowy parametr ID' } });
    expect(await keysFor(filter)).toEqual([]);
    at.emulator.clearFaults();
    expect(await keysFor(filter)).toEqual([]);
    expect(await keysFor(`{ groupId: "${encodeId('serwersms', 'group', '1 or 1')}" }`)).toEqual([]);
    expect(at.seen()).toEqual([
      ['contacts/index', { group_id: 99 }],
      ['contacts/index', { group_id: 99 }],
    ]);
  });

  test('sorting is left to us: its collation is not documented', async () => {
    const { data } = await at.ask(
      '{ contacts(orderBy: { field: DISPLAY_NAME, direction: DESC }, first: 2) { nodes { upstreamId } sources { residual pushedDown } } }',
    );
    expect(data).toEqual({
      contacts: {
        nodes: [{ upstreamId: '8' }, { upstreamId: '5' }],
        sources: [{ residual: ['orderBy', 'first'], pushedDown: [] }],
      },
    });
    expect(at.seen()).toEqual([['contacts/index', {}]]);
  });

  test('a few contacts are viewed one by one, more are read from the list', async () => {
    const read = async (keys: readonly string[]) =>
      at.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Contact { upstreamId } } }', { ids: keys.map(idOf) });
    expect((await read(['2', '2', '77'])).data).toEqual({ nodes: [{ upstreamId: '2' }, { upstreamId: '2' }, null] });
    const six = ['1', '2', '3', '4', '5', '77'];
    expect((await read(six)).data).toEqual({
      nodes: six.map((upstreamId) => (upstreamId === '77' ? null : { upstreamId })),
    });
    expect(at.seen()).toEqual([
      ['contacts/view', { id: 2 }],
      ['contacts/view', { id: 77 }],
      ['contacts/index', {}],
    ]);
  });

  test('a key that is no id of theirs is not sent', async () => {
    const ids = ['abc', '0', '007', '-1', '1.5', '1234567890123456789'].map(idOf);
    const { data } = await at.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data).toEqual({ nodes: ids.map(() => null) });
    expect(at.seen()).toEqual([]);
  });

  test('a number that does not parse stays as it is', async () => {
    const { data } = await at.ask(`{ contact(id: "${idOf('5')}") { phones ... on SerwerSmsContact { phone } } }`);
    expect(data).toEqual({ contact: { phones: ['wew. 12'], phone: 'wew. 12' } });
  });
});
