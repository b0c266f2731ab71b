import { describe, expect, test } from 'vitest';

import { idOf, startFixture, startScripted } from './fixture.js';

const CONTACTS = '{ contacts { nodes { upstreamId } sources { ok } } }';
const ada = { contact_id: '1', first_name: 'Ada', last_name: null, phone: null, email: null };

describe('answers', () => {
  test('an answer called text/plain is JSON all the same', async () => {
    await using server = await startScripted({ '/contacts': { type: 'text/plain;charset=UTF-8', body: [ada] } });
    const { data } = await server.gateway.ask(CONTACTS);
    expect(data).toEqual({ contacts: { nodes: [{ upstreamId: '1' }], sources: [{ ok: true }] } });
  });

  test('a list may be an object, with rows under their ids', async () => {
    await using server = await startScripted({ '/contacts': { body: { 1: ada, 2: { ...ada, contact_id: '2' } } } });
    const { data } = await server.gateway.ask(CONTACTS);
    const nodes = [{ upstreamId: '1' }, { upstreamId: '2' }];
    expect(data).toEqual({ contacts: { nodes, sources: [{ ok: true }] } });
  });

  test('an object without members is no list', async () => {
    await using server = await startScripted({ '/contacts': { body: {} } });
    const { data, errors } = await server.gateway.ask(CONTACTS);
    expect(data).toEqual({ contacts: { nodes: [], sources: [{ ok: false }] } });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
  });

  test.each([
    [0, 'UPSTREAM_REJECTED'],
    [401, 'UPSTREAM_AUTH'],
    [403, 'UPSTREAM_AUTH'],
    [404, 'NOT_FOUND'],
    [412, 'UPSTREAM_REJECTED'],
    ['417', 'UPSTREAM_REJECTED'],
    [423, 'UPSTREAM_REJECTED'],
    [500, 'UPSTREAM_UNAVAILABLE'],
    [501, 'UPSTREAM_REJECTED'],
  ])('an error object in a 200 is no answer: code %s is %s', async (code, expected) => {
    await using server = await startScripted({ '/contacts': { body: { error: { code, message: 'No can do' } } } });
    const { data, errors } = await server.gateway.ask(CONTACTS);
    expect(data).toMatchObject({ contacts: { nodes: [], sources: [{ ok: false }] } });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('No can do') as string, extensions: { code: expected } },
    ]);
  });

  test.each([[{ error: 'secret words' }], [{ error: { message: 'secret words' } }], [{ error: null }]])(
    'an error of another shape may not speak: %j',
    async (body) => {
      await using server = await startScripted({ '/contacts': { body } });
      const { errors } = await server.gateway.ask(CONTACTS);
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_REJECTED' } }]);
      expect(errors[0]?.message).not.toContain('secret words');
    },
  );

  test.each([['""'], [''], [[{ ...ada, contact_id: null }]], [{ contact_id: '-2', first_name: 'ICTCore' }]])(
    'an answer that is no list is unreadable: %j',
    async (body) => {
      await using server = await startScripted({ '/contacts': { body } });
      const { errors } = await server.gateway.ask(CONTACTS);
      expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
    },
  );
});

describe('groups', () => {
  const BOTH = '... on IctCoreGroup { name contactCount description }';
  const customers = { name: 'Customers', contactCount: 20, description: 'all customers' };

  test('only the list of groups counts, only the item describes: each is asked when it is selected', async () => {
    await using fixture = await startFixture();
    const list = await fixture.gateway.ask(`{ groups(first: 1) { nodes { ${BOTH} } } }`);
    expect(list).toMatchObject({ data: { groups: { nodes: [customers] } }, errors: [] });
    expect(fixture.asked()).toEqual(['/groups', '/groups/1']);
    const one = await fixture.gateway.ask(`query ($id: ID!) { node(id: $id) { ${BOTH} } }`, { id: idOf('group', 1) });
    expect(one).toMatchObject({ data: { node: customers }, errors: [] });
    expect(fixture.asked()).toEqual(['/groups/1', '/groups']);
    const ids = [1, 2, 3].map((key) => idOf('group', key));
    await fixture.gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Group { name contactCount } } }', {
      ids,
    });
    expect(fixture.asked()).toEqual(['/groups']);
  });

  test('a late column that fails is null and told, and the groups stay', async () => {
    await using fixture = await startFixture();
    fixture.emulator.addFault({ kind: 'status', status: 500, path: '/groups/' });
    const { data, errors } = await fixture.gateway.ask(`{ groups(first: 2) { nodes { ${BOTH} } } }`);
    expect(data).toMatchObject({ groups: { nodes: [{ ...customers, description: null }, { description: null }] } });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  test("the guide calls a group's id `id`, describes it in the list and never counts", async () => {
    const group = { id: 3, name: 'Customers', description: 'all' };
    const row = { ...ada, contact_id: 1 };
    await using server = await startScripted({
      '/groups': { body: [group] },
      '/groups/3': { body: group },
      '/groups/3/contacts': { body: [row] },
      '/contacts': { body: [row] },
    });
    const { data } = await server.gateway.ask(
      `query ($id: ID!) { node(id: $id) { ${BOTH} } groups { nodes { upstreamId ${BOTH} } } contacts { nodes { groups { name } } } }`,
      { id: idOf('group', 3) },
    );
    const expected = { name: 'Customers', contactCount: null, description: 'all' };
    expect(data).toEqual({
      node: expected,
      groups: { nodes: [{ upstreamId: '3', ...expected }] },
      contacts: { nodes: [{ groups: [{ name: 'Customers' }] }] },
    });
  });
});

describe('trunks', () => {
  const WHOLE = `... on IctCoreTrunk {
    name channels type gatewayFlag serviceFlag nodeId host port username dialString prefix settings register weight active
  }`;
  const first = {
    name: 'trunk-waw-1',
    channels: ['VOICE', 'FAX'],
    type: 'sip',
    gatewayFlag: null,
    serviceFlag: 3,
    nodeId: 1,
    host: 'sip.example.net',
    port: 5060,
    username: 'trunkline',
    dialString: null,
    prefix: '48',
    settings: null,
    register: true,
    weight: 10,
    active: true,
  };

  test("a list of trunks is thin: the rest is the item's, whose password is not read", async () => {
    await using fixture = await startFixture();
    const { data, errors } = await fixture.gateway.ask(`{ gateways(channel: FAX) { nodes { ${WHOLE} } } }`);
    expect({ data, errors }).toEqual({ data: { gateways: { nodes: [first] } }, errors: [] });
    expect(fixture.asked()).toEqual(['/providers', '/providers/1']);
    const one = await fixture.gateway.ask(`query ($id: ID!) { node(id: $id) { ${WHOLE} } }`, {
      id: idOf('gateway', 1),
    });
    expect(one.data).toEqual({ node: first });
    expect(fixture.asked()).toEqual(['/providers/1']);
    const type = await fixture.gateway.ask('{ __type(name: "IctCoreTrunk") { fields { name } } }');
    expect(type.data).not.toMatchObject({
      __type: { fields: expect.arrayContaining([{ name: 'password' }]) as unknown },
    });
    await fixture.gateway.ask(
      '{ gateways { nodes { name channels ... on IctCoreTrunk { type host serviceFlag nodeId } } } }',
    );
    expect(fixture.asked()).toEqual(['/providers']);
  });

  test("the guide's trunk has a gateway flag, and its list every column", async () => {
    const row = { provider_id: 1, name: 't', gateway_flag: 8, service_flag: 31, type: 'sip', port: 8080, active: 0 };
    await using server = await startScripted({ '/providers': { body: [row] } });
    const { data } = await server.gateway.ask(
      '{ gateways { nodes { channels ... on IctCoreTrunk { gatewayFlag port active } } } }',
    );
    const channels = ['VOICE', 'FAX', 'SMS', 'EMAIL'];
    expect(data).toEqual({ gateways: { nodes: [{ channels, gatewayFlag: 8, port: 8080, active: false }] } });
    expect(server.headers).toHaveLength(1);
  });

  test('instant messages are carried by none: nobody is asked', async () => {
    await using fixture = await startFixture();
    const { data } = await fixture.gateway.ask(
      '{ gateways(channel: IM) { nodes { id } } contacts(filter: { channel: IM }) { nodes { id } } }',
    );
    expect(data).toEqual({ gateways: { nodes: [] }, contacts: { nodes: [] } });
    expect(fixture.emulator.requests).toEqual([]);
  });
});
