import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS } from '../../../src/emulators/serwersms/index.js';
import { encodeId } from '../../../src/graph/values/id.js';
import { serwerSms } from '../../../src/providers/serwersms/index.js';
import { startGateway } from '../../support/gateway.js';
import { openSerwerSms, type SerwerSmsFixture } from './fixture.js';

const { username, password, token } = CREDENTIALS;
const LIST = '{ contacts(first: 1000) { totalCount nodes { upstreamId } sources { ok error { code message } } } }';

describe('SerwerSMS on the wire', () => {
  let at: SerwerSmsFixture;
  beforeAll(async () => {
    at = await openSerwerSms({ auth: { username, password } });
  });
  beforeEach(() => {
    const contacts = Array.from({ length: 60 }, (_, index) => ({ id: index + 1, phone: `+485001110${index + 10}` }));
    at.emulator.reset({ contacts });
  });
  afterAll(() => at.close());

  const pageOf = async (page: number): Promise<object> => {
    const body = JSON.stringify({ username, password, page });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${at.emulator.url}/contacts/index`, { method: 'POST', headers, body });
    const value: unknown = await answer.json();
    if (typeof value !== 'object' || value === null) throw new TypeError('the emulator answers objects');
    return value;
  };

  test('every action is a POST, reads included, and a read is repeated all the same', async () => {
    at.answer(503, {});
    const { data, errors } = await at.ask('{ contacts { totalCount } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ contacts: { totalCount: 60 } });
    expect(at.emulator.requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['POST', '/contacts/index', 503],
      ['POST', '/contacts/index', 200],
    ]);
  });

  test('a log-in is two parameters of every body', async () => {
    await at.ask('{ contacts { totalCount } groups { totalCount } }');
    expect(
      at.emulator.requests.map(({ body, headers }) => [JSON.parse(body) as unknown, headers['authorization']]),
    ).toEqual([
      [{ username, password }, undefined],
      [{ username, password }, undefined],
    ]);
  });

  test('a token goes into the header, and no log-in into the body', async () => {
    const gateway = startGateway([{ provider: serwerSms, baseUrl: at.emulator.url, settings: { auth: { token } } }]);
    expect((await gateway.ask('{ contacts { totalCount } }')).data).toEqual({ contacts: { totalCount: 60 } });
    expect(at.emulator.requests.map(({ body, headers }) => [body, headers['authorization']])).toEqual([
      ['{}', `Bearer ${token}`],
    ]);
    await gateway.close();
  });

  test.each([
    [{}],
    [{ username }],
    [{ password }],
    [{ username, password, token }],
    [{ username, token }],
    [{ token: 'a b' }],
    [{ token: 'ż' }],
    [{ username: '', password: '' }],
    [{ username, password, role: 'admin' }],
  ])('settings do not take %j', (auth) => {
    expect(serwerSms.settings.safeParse({ auth }).success).toBe(false);
    expect(serwerSms.settings.safeParse({ auth: { username, password } }).success).toBe(true);
    expect(serwerSms.settings.safeParse({ auth: { token } }).success).toBe(true);
    expect(serwerSms.settings.safeParse({ auth: { token }, format: 'xml' }).success).toBe(false);
  });

  test.each([
    [1000, 'UPSTREAM_REJECTED'],
    [1001, 'UPSTREAM_AUTH'],
    [1002, 'UPSTREAM_AUTH'],
    [1003, 'UPSTREAM_AUTH'],
    [1004, 'NOT_FOUND'],
    [1005, 'UPSTREAM_AUTH'],
    [1006, 'UPSTREAM_REJECTED'],
    [1007, 'UPSTREAM_AUTH'],
    [1008, 'UPSTREAM_AUTH'],
    [2000, 'UPSTREAM_REJECTED'],
    ['2001', 'UPSTREAM_REJECTED'],
    [3100, 'UPSTREAM_REJECTED'],
  ])('U10 an error comes inside a 200: %s is %s, with its message on one line', async (code, expected) => {
    at.answer(200, { error: { code, type: 'InvalidRole', message: 'Brak\n uprawnień' } });
    const { data, errors } = await at.ask(LIST);
    const message: unknown = expect.stringMatching(/^contacts\/index .*: Brak uprawnień$/);
    expect(data?.['contacts']).toEqual({
      totalCount: null,
      nodes: [],
      sources: [{ ok: false, error: { code: expected, message } }],
    });
    expect(errors).toMatchObject([{ message, path: ['contacts'], extensions: { code: expected } }]);
  });

  test.each([
    [1001, 'DEGRADED'],
    [1005, 'UP'],
    [1008, 'UP'],
  ])('an error %i after a call that was answered leaves the upstream %s', async (code, state) => {
    const gateway = startGateway([
      { provider: serwerSms, baseUrl: at.emulator.url, settings: { auth: { username, password } } },
    ]);
    await gateway.ask(LIST);
    at.answer(200, { error: { code, type: 'InvalidRole', message: 'Brak uprawnień' } });
    await gateway.ask(LIST);
    expect((await gateway.ask('{ upstreams { state } }')).data).toEqual({ upstreams: [{ state }] });
    await gateway.close();
  });

  test('an error that is no documented object is refused without its words', async () => {
    at.answer(200, { error: '{ "code": 1, "message": "tajne" ' });
    const { errors } = await at.ask(LIST);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_REJECTED' } }]);
    expect(JSON.stringify(errors)).not.toContain('tajne');
  });

  test.each([
    [{ username, password }, password],
    [{ token }, token],
  ])('a credential that the message repeats is not told: %j', async (auth, secret) => {
    const gateway = startGateway([{ provider: serwerSms, baseUrl: at.emulator.url, settings: { auth } }]);
    at.answer(200, { error: { code: 1001, type: 'InvalidUser', message: `Nie znamy ${secret}!` } });
    const { data, errors } = await gateway.ask(LIST);
    const message: unknown = expect.stringMatching(/: Nie znamy \*\*\*!$/);
    expect(errors).toMatchObject([{ message }]);
    expect(JSON.stringify([data, errors])).not.toContain(secret);
    await gateway.close();
  });

  test.each([
    [429, 'UPSTREAM_RATE_LIMITED'],
    [503, 'UPSTREAM_UNAVAILABLE'],
  ])('a status of %i outweighs the error in the body', async (status, code) => {
    // Asking to wait longer than the deadline allows: no second try. The pause holds for all calls of this gateway.
    const gateway = startGateway([{ provider: serwerSms, baseUrl: at.emulator.url, settings: { auth: { token } } }]);
    at.emulator.addFault({
      kind: 'status',
      status,
      headers: { 'content-type': 'application/json', 'retry-after': '60' },
      body: JSON.stringify({ error: { code: 1001, type: 'InvalidUser', message: 'tajne' } }),
    });
    expect((await gateway.ask(LIST)).errors).toMatchObject([{ extensions: { code } }]);
    at.emulator.clearFaults();
    await gateway.close();
  });

  test('an object without items is no empty list', async () => {
    at.answer(200, {});
    expect((await at.ask(LIST)).errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
  });

  test('a list is asked for whole, and read on where the answer says that it has pages', async () => {
    expect((await at.ask(LIST)).data?.['contacts']).toMatchObject({ totalCount: 60 });
    const first = await pageOf(1);
    const before = at.seen().length;
    at.answer(200, first);
    const { data } = await at.ask(LIST);
    expect(data).toEqual((await at.ask(LIST)).data);
    expect(data?.['contacts']).toMatchObject({ totalCount: 60, sources: [{ ok: true }] });
    expect(at.seen().slice(before, -1)).toEqual([
      ['contacts/index', {}],
      ['contacts/index', { page: 2 }],
      ['contacts/index', { page: 3 }],
    ]);
  });

  test('a list that is read for some contacts is read no further than to the last of them', async () => {
    const first = await pageOf(1);
    const before = at.seen().length;
    at.answer(200, first);
    const ids = [60, 59, 58, 57, 56, 36].map((key) => encodeId('serwersms', 'contact', String(key)));
    const { data } = await at.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(data).toEqual({ nodes: ids.map((id) => ({ id })) });
    expect(at.seen().slice(before)).toEqual([['contacts/index', {}]]);
  });

  test('a page that only repeats rows ends the list, which is then not whole', async () => {
    const first = await pageOf(1);
    at.answer(200, first, 2);
    const { data } = await at.ask('{ contacts { totalCount sources { ok truncated } } }');
    expect(data?.['contacts']).toEqual({ totalCount: null, sources: [{ ok: true, truncated: true }] });
  });

  test('ids, numbers and flags may come as text, and what is not set as nothing, null or empty text', async () => {
    const bare = { id: '7', phone: '+48500111222', email: null, company: '', blacklist: '1', group_id: '11' };
    at.answer(200, {
      items: [bare, { id: 8, phone: '500111223', group_id: '', group_name: '' }, { id: 9, group_id: 0 }],
    });
    const { data, errors } = await at.ask(
      '{ contacts { nodes { upstreamId phones channels ... on SerwerSmsContact { phone email company blacklisted } groups { upstreamId name } } } }',
    );
    expect(errors).toEqual([]);
    const unset = { email: null, company: null, channels: ['SMS'] };
    expect(data?.['contacts']).toEqual({
      nodes: [
        {
          ...unset,
          upstreamId: '7',
          phone: '+48500111222',
          phones: ['+48500111222'],
          blacklisted: true,
          groups: [{ upstreamId: '11', name: '' }],
        },
        { ...unset, upstreamId: '8', phone: '500111223', phones: ['+48500111223'], blacklisted: false, groups: [] },
        { ...unset, upstreamId: '9', phone: null, phones: [], blacklisted: false, groups: [] },
      ],
    });
  });

  test('a probe is the cheapest read that needs the credentials', async () => {
    await at.gateway.upstreams[0]?.probe({});
    expect(at.seen()).toEqual([['groups/index', { page: 1, limit: 1 }]]);
  });
});
