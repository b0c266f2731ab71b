import { describe, expect, test } from 'vitest';

import { BOOK, create, idOf, update, useHostway } from '../fixture.js';

const { emulator, gatewayOf, written } = useHostway();
const ANNA = { name: 'anna', email: 'anna@example.com', displayName: 'Anna', city: 'Łódź' };

function fieldsOf(code: string, fields: readonly string[]) {
  return fields.map((field) => ({ code, field: ['input', 'hostway', field] }));
}

describe('a creation is answered without the contact', () => {
  test('so it is read by its name where it is asked for', async () => {
    const { data, errors } = await create(gatewayOf('test-domain.com'), { city: 'Łódź', pager: '', country: null });
    expect(errors).toEqual([]);
    const contact = { upstreamId: 'anna', domain: 'test-domain.com', email: ANNA.email, city: 'Łódź', held: 'Anna' };
    expect(data).toEqual({ createContact: { contact, userErrors: [] } });
    expect(written()).toEqual([['POST', BOOK, ANNA]]);
    expect(emulator().requests.map(({ method, path }) => [method, path])).toEqual([
      ['POST', BOOK],
      ['GET', `${BOOK}/anna`],
    ]);
  });

  test.each(['example.net', 'EXAMPLE.net'])('of several domains the one that is named (%s) gets it', async (domain) => {
    const { data } = await create(gatewayOf('test-domain.com', 'example.net'), { domain });
    expect(data).toMatchObject({ createContact: { contact: { domain: 'example.net' }, userErrors: [] } });
    expect(written()).toMatchObject([['POST', '/accounts/account007/email/example.net/contacts', { name: 'anna' }]]);
  });

  test('several are one request each, each with its own fate', async () => {
    const inputs = ['a', 'b', 'a'].map((name) => ({
      hostway: { name, email: `${name}@example.com`, displayName: name },
    }));
    const { data } = await gatewayOf('test-domain.com').ask(
      'mutation ($inputs: [CreateContactInput!]!) { createContacts(inputs: $inputs) { results { userErrors { code } } } }',
      { inputs },
    );
    const { results } = data?.['createContacts'] as { results: Array<{ userErrors: unknown[] }> };
    expect(results.map(({ userErrors }) => userErrors.length).sort()).toEqual([0, 0, 1]);
    expect(results).toContainEqual({ userErrors: [{ code: 'CONFLICT' }] });
    expect(written()).toHaveLength(3);
  });
});

test('a name that is taken is a conflict', async () => {
  emulator().reset({ domains: { 'test-domain.com': [ANNA] } });
  const gateway = gatewayOf('test-domain.com', 'example.net');
  const { data, errors } = await create(gateway, { domain: 'test-domain.com', displayName: 'Another' });
  expect(errors).toEqual([]);
  expect(data).toMatchObject({ createContact: { contact: null, userErrors: fieldsOf('CONFLICT', ['name']) } });
  const elsewhere = await create(gateway, { domain: 'example.net' });
  expect(elsewhere.data).toMatchObject({ createContact: { userErrors: [] } });
});

describe('an input that can be no contact is told by its fields, and nothing is sent', () => {
  test.each([
    [{ email: ' ' }, ['email']],
    [{ email: 'anna@' }, ['email']],
    [{ displayName: ' ' }, ['displayName']],
    [{ city: 'Łó\u0000dź', pager: '\uD800' }, ['pager', 'city']],
    [{ domain: 'example.org' }, ['domain']],
    [{ domain: 'example.org', name: '', email: '', displayName: '' }, ['name', 'email', 'displayName', 'domain']],
  ])('a new one with %j', async (columns, fields) => {
    const { data } = await create(gatewayOf('test-domain.com'), columns);
    expect(data).toMatchObject({ createContact: { contact: null, userErrors: fieldsOf('BAD_USER_INPUT', fields) } });
    expect(emulator().requests).toEqual([]);
  });

  test('a new one without a domain where there are several', async () => {
    const { data } = await create(gatewayOf('test-domain.com', 'example.net'), {});
    expect(data).toMatchObject({ createContact: { userErrors: fieldsOf('BAD_USER_INPUT', ['domain']) } });
    expect(JSON.stringify(data)).toContain('test-domain.com, example.net');
    expect(emulator().requests).toEqual([]);
  });

  test.each([
    [{ email: null }, ['email']],
    [{ email: '', displayName: null }, ['email', 'displayName']],
    [{ state: '\u001B' }, ['state']],
  ])('a change to %j', async (change, fields) => {
    const { data } = await update(gatewayOf('test-domain.com'), idOf('anna'), change);
    expect(data).toMatchObject({ updateContact: { contact: null, userErrors: fieldsOf('BAD_USER_INPUT', fields) } });
    expect(emulator().requests).toEqual([]);
  });
});

describe('a name that a path cannot carry is not made', () => {
  test.each(['..', '.', 'a//b', './x', 'a\\..\\b', '/', ' anna', 'anna ', 'an\nna', '\uD800', ''])(
    '%j',
    async (name) => {
      const { data } = await create(gatewayOf('test-domain.com'), { name });
      expect(data).toMatchObject({
        createContact: { contact: null, userErrors: fieldsOf('BAD_USER_INPUT', ['name']) },
      });
      expect(emulator().requests).toEqual([]);
    },
  );

  test.each(['a b', 'a/b', '100%', 'who?#', '%41', 'gwiazda*', '🚨', 'Żółć', '...'])(
    'but %j is, and can be changed',
    async (name) => {
      const gateway = gatewayOf('test-domain.com');
      expect((await create(gateway, { name })).data).toMatchObject({
        createContact: { contact: { upstreamId: name } },
      });
      const { data } = await update(gateway, idOf(name), { city: 'Gdańsk' });
      expect(data).toMatchObject({ updateContact: { contact: { upstreamId: name, city: 'Gdańsk' }, userErrors: [] } });
    },
  );

  test('and one that is there all the same can be read but not changed', async () => {
    emulator().reset({ domains: { 'test-domain.com': [{ ...ANNA, name: '..' }] } });
    const { data } = await update(gatewayOf('test-domain.com'), idOf('..'), { city: 'Gdańsk' });
    expect(data).toMatchObject({ updateContact: { contact: null, userErrors: [{ code: 'BAD_USER_INPUT' }] } });
    expect(emulator().requests).toEqual([]);
  });
});

describe('what is left out of a PUT is kept, and the name is never in it', () => {
  test.each([
    [{ city: 'Gdańsk' }, { city: 'Gdańsk' }, { city: 'Gdańsk' }],
    [{ city: null }, { city: '' }, { city: null }],
    [{ displayName: 'A', pager: '1' }, { displayName: 'A', pager: '1' }, { held: 'A' }],
  ])('a change to %j', async (change, body, after) => {
    emulator().reset({ domains: { 'test-domain.com': [ANNA] } });
    const { data } = await update(gatewayOf('test-domain.com'), idOf('anna'), change);
    const before = { upstreamId: 'anna', domain: 'test-domain.com', email: ANNA.email, city: 'Łódź', held: 'Anna' };
    expect(data).toEqual({ updateContact: { contact: { ...before, ...after }, userErrors: [] } });
    expect(written()).toEqual([['PUT', `${BOOK}/anna`, body]]);
  });

  test('and a change of nothing sends nothing', async () => {
    emulator().reset({ domains: { 'test-domain.com': [ANNA] } });
    const { data } = await update(gatewayOf('test-domain.com'), idOf('anna'), {});
    expect(data).toMatchObject({ updateContact: { contact: { city: 'Łódź' }, userErrors: [] } });
    expect(written()).toEqual([]);
  });
});

test('a refusal names the columns', async () => {
  const body = '{"city":"Too long","links":"Unknown field","email":"Too long"}';
  emulator().addFault({ kind: 'status', status: 400, headers: { 'content-type': 'application/json' }, body });
  const gateway = gatewayOf('test-domain.com');
  const created = await create(gateway, { city: 'x' });
  expect(created.data).toMatchObject({
    createContact: { userErrors: fieldsOf('UPSTREAM_REJECTED', ['city', 'email']) },
  });
  const changed = await update(gateway, idOf('anna'), { city: 'x' });
  expect(changed.data).toMatchObject({ updateContact: { userErrors: fieldsOf('UPSTREAM_REJECTED', ['city']) } });
  expect(JSON.stringify(changed.data)).toContain('city: Too long');
  const other = await update(gateway, idOf('anna'), { state: 'x' });
  expect(other.data).toMatchObject({ updateContact: { userErrors: [{ code: 'UPSTREAM_REJECTED', field: null }] } });
});

describe('what is not there', () => {
  test('a domain is told by its field', async () => {
    const { data } = await create(gatewayOf('nobody.example'), {});
    expect(data).toMatchObject({ createContact: { contact: null, userErrors: fieldsOf('NOT_FOUND', ['domain']) } });
    expect(JSON.stringify(data)).toContain('nobody.example');
  });

  test('a contact is told by Hostway, and one of a domain that is not configured without it', async () => {
    const gateway = gatewayOf('test-domain.com');
    for (const [id, requests] of [
      [idOf('anna'), 1],
      [idOf('anna', 'example.net'), 1],
      [idOf('', 'test-domain.com'), 1],
    ] as const) {
      const { data, errors } = await update(gateway, id, { city: 'x' });
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ updateContact: { contact: null, userErrors: [{ code: 'NOT_FOUND' }] } });
      expect(emulator().requests).toHaveLength(requests);
    }
  });
});

test('contacts are not deleted', async () => {
  emulator().reset({ domains: { 'test-domain.com': [ANNA] } });
  const document = 'mutation ($id: ID!) { deleteContact(id: $id) { deletedIds userErrors { code } } }';
  const { data } = await gatewayOf('test-domain.com').ask(document, { id: idOf('anna') });
  expect(data).toEqual({ deleteContact: { deletedIds: [], userErrors: [{ code: 'UNSUPPORTED' }] } });
  expect(emulator().requests).toEqual([]);
});
