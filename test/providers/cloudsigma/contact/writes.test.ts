import { describe, expect, test } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { contact, LIST, useCloudSigma, uuidOf } from '../fixture.js';

const { emulator, gateway } = useCloudSigma();

const CREATE = `mutation ($input: CreateContactInput!) {
  createContact(input: $input) { contact { upstreamId } userErrors { code message field } }
}`;
const CREATE_ALL = `mutation ($inputs: [CreateContactInput!]!) { createContacts(inputs: $inputs) {
  results { contact { ... on CloudSigmaContact { email } } userErrors { code field } }
} }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateContactInput!) {
  updateContact(id: $id, input: $input) { contact { ... on CloudSigmaContact { email name phone } } userErrors { code message field } }
}`;
const DELETE = 'mutation ($id: ID!) { deleteContact(id: $id) { deletedIds userErrors { code message field } } }';
const JSON_TYPE = { 'content-type': 'application/json' };

function idOf(number: number): string {
  return encodeId('cloudsigma', 'contact', uuidOf(number));
}

/** What was written: method, path and body. */
function written(): unknown[] {
  return emulator()
    .requests.filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }): unknown => [method, path, body === '' ? null : JSON.parse(body)]);
}

function create(columns: object) {
  return gateway().ask(CREATE, { input: { cloudSigma: { email: 'anna@example.com', name: 'Anna', ...columns } } });
}

function createAll(...columns: object[]) {
  return gateway().ask(CREATE_ALL, { inputs: columns.map((each) => ({ cloudSigma: each })) });
}

function update(number: number, columns: object) {
  return gateway().ask(UPDATE, { id: idOf(number), input: { cloudSigma: columns } });
}

describe('an input that can be no contact is told by its fields, and nothing is sent', () => {
  test.each([
    [{ email: ' ' }, ['email']],
    [{ email: 'anna' }, ['email']],
    [{ email: 'anna@' }, ['email']],
    [{ email: 'an na@example.com' }, ['email']],
    [{ email: 'anna\u0000@example.com' }, ['email']],
    [{ name: '  ' }, ['name']],
    [{ name: 'An\nna' }, ['name']],
    [{ name: 'An\uD800na' }, ['name']],
    [{ phone: '+48\u0007' }, ['phone']],
    [{ email: '', name: '', phone: '\uDC00' }, ['email', 'name', 'phone']],
  ])('a new one with %j', async (columns, fields) => {
    const { data, errors } = await create(columns);
    const userErrors = fields.map((field) => ({ code: 'BAD_USER_INPUT', field: ['input', 'cloudSigma', field] }));
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ createContact: { contact: null, userErrors } });
    expect(emulator().requests).toEqual([]);
  });

  test.each([
    [{ email: null }, ['email']],
    [{ email: '' }, ['email']],
    [{ email: 'anna' }, ['email']],
    [{ name: 'a\tb', phone: '\u0000' }, ['name', 'phone']],
  ])('a change to %j', async (columns, fields) => {
    const { data } = await update(1, columns);
    const userErrors = fields.map((field) => ({ code: 'BAD_USER_INPUT', field: ['input', 'cloudSigma', field] }));
    expect(data).toMatchObject({ updateContact: { contact: null, userErrors } });
    expect(emulator().requests).toEqual([]);
  });
});

describe('several contacts are made by one request', () => {
  test('each with its own answer, and a wrong one costs no other', async () => {
    const { data, errors } = await createAll(
      { email: 'a@example.com', name: 'A' },
      { email: 'nobody', name: 'B' },
      { email: 'c@example.com', name: 'C', phone: '' },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      createContacts: {
        results: [
          { contact: { email: 'a@example.com' }, userErrors: [] },
          {
            contact: null,
            userErrors: [{ code: 'BAD_USER_INPUT', field: ['inputs', '1', 'cloudSigma', 'email'] }],
          },
          { contact: { email: 'c@example.com' }, userErrors: [] },
        ],
      },
    });
    const objects = [
      { email: 'a@example.com', name: 'A' },
      { email: 'c@example.com', name: 'C' },
    ];
    expect(written()).toEqual([['POST', LIST, { objects }]]);
  });

  test('a refusal of several contacts is that of each', async () => {
    const { data } = await createAll(
      { email: 'a@example.com', name: 'A', phone: 'ask Anna' },
      { email: 'c@example.com', name: 'C' },
    );
    const refused = { contact: null, userErrors: [{ code: 'UPSTREAM_REJECTED', field: null }] };
    expect(data).toEqual({ createContacts: { results: [refused, refused] } });
    expect(emulator().requests.flatMap(({ effects }) => effects)).toEqual([]);
  });

  test('answers find their contacts in whatever order they come', async () => {
    const rows = [contact(1), { ...contact(2), email: 'n1@example.com' }, contact(3), contact(4)];
    emulator().reset({ contacts: rows });
    const objects = [rows[3], rows[1], { ...rows[2], email: 'respelled@example.com' }, rows[0]];
    emulator().addFault({
      kind: 'status',
      status: 201,
      headers: JSON_TYPE,
      body: JSON.stringify({ objects }),
      times: 1,
    });
    const keys =
      'mutation ($inputs: [CreateContactInput!]!) { createContacts(inputs: $inputs) { results { contact { upstreamId } } } }';
    const { data } = await gateway().ask(keys, {
      inputs: rows.map(({ email, name }) => ({ cloudSigma: { email: email.toUpperCase(), name } })),
    });
    const results = rows.map(({ uuid }) => ({ contact: { upstreamId: uuid } }));
    expect(data).toEqual({ createContacts: { results } });
  });

  test('and one that the answer lacks is told as unknown', async () => {
    const rows = [contact(1), contact(2), contact(3)];
    emulator().reset({ contacts: rows });
    const body = JSON.stringify({ objects: [rows[1], { ...rows[2], email: 'respelled@example.com' }] });
    emulator().addFault({ kind: 'status', status: 201, headers: JSON_TYPE, body, times: 1 });
    const { data, errors } = await createAll(...rows.map(({ email, name }) => ({ email, name })));
    const results = [{ contact: null }, { contact: { email: rows[1]?.email } }, { contact: null }];
    expect(data).toMatchObject({ createContacts: { results } });
    const extensions = { code: 'OUTCOME_UNKNOWN', sent: 'unknown' };
    expect(errors).toMatchObject([0, 2].map((place) => ({ path: ['createContacts', 'results', place], extensions })));
  });
});

describe('what is left out of a PUT is kept', () => {
  test.each([
    [{ name: 'New' }, { name: 'New' }],
    [{ email: 'new@example.com' }, { email: 'new@example.com' }],
    [
      { name: null, phone: null },
      { name: '', phone: '' },
    ],
    [{ phone: '+48 600 700 800' }, { phone: '+48 600 700 800' }],
  ])('a change to %j', async (columns, body) => {
    const before = { email: 'n1@example.com', name: 'N 1', phone: '+48500111222' };
    emulator().reset({ contacts: [{ ...contact(1), phone: before.phone }] });
    const { data } = await update(1, columns);
    const after = { ...before, ...columns, ...('phone' in columns && columns.phone ? { phone: '+48600700800' } : {}) };
    expect(data).toEqual({ updateContact: { contact: after, userErrors: [] } });
    expect(written()).toEqual([['PUT', `${LIST}${uuidOf(1)}/`, body]]);
  });

  test('and a change of nothing sends nothing', async () => {
    emulator().reset({ contacts: [contact(1)] });
    const { data } = await update(1, {});
    expect(data).toMatchObject({ updateContact: { contact: { name: 'N 1' }, userErrors: [] } });
    expect(written()).toEqual([]);
  });
});

test('a refusal names the column', async () => {
  emulator().reset({ contacts: [contact(1)] });
  const refused = (member: string) => [{ code: 'UPSTREAM_REJECTED', field: ['input', member, 'phone'] }];
  const created = await create({ phone: 'ask Anna' });
  expect(created.data).toMatchObject({ createContact: { contact: null, userErrors: refused('cloudSigma') } });
  const changed = await update(1, { phone: 'ask Anna' });
  expect(changed.data).toMatchObject({ updateContact: { contact: null, userErrors: refused('cloudSigma') } });
  const { message } = (changed.data?.['updateContact'] as { userErrors: [{ message: string }] }).userErrors[0];
  expect(message).toContain('phone: Enter a valid phone number');
});

describe('a 403', () => {
  const FORBIDDEN = '[{"error_type":"permission","error_message":"Not for you","error_point":null}]';

  test('the main contact cannot be deleted, and its refusal is in the words of CloudSigma', async () => {
    emulator().reset({ contacts: [contact(1, { main: true })] });
    const { data, errors } = await gateway().ask(DELETE, { id: idOf(1) });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      deleteContact: { deletedIds: [], userErrors: [{ code: 'UPSTREAM_REJECTED', field: ['id'] }] },
    });
    expect(JSON.stringify(data)).toContain('was refused (status 403): The main contact cannot be deleted');
  });

  test.each([
    ['a 403 for any other contact is about the credentials', FORBIDDEN, undefined, 2],
    ['and so is one that CloudSigma did not write, for which nothing is read', '<h1>Forbidden</h1>', undefined, 1],
    ['and so is one where the contact can’t be read', FORBIDDEN, 404, 2],
  ])('%s', async (_, body, reading, requests) => {
    emulator().reset({ contacts: [contact(1)] });
    emulator().addFault({ kind: 'status', method: 'DELETE', status: 403, headers: JSON_TYPE, body });
    if (reading !== undefined) emulator().addFault({ kind: 'status', method: 'GET', status: reading });
    const { data, errors } = await gateway().ask(DELETE, { id: idOf(1) });
    expect(data).toMatchObject({ deleteContact: { deletedIds: [], userErrors: [] } });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_AUTH', sent: 'no' } }]);
    expect(emulator().requests).toHaveLength(requests);
  });
});

test('U20 a write that met another one was not done', async () => {
  const body = '[{"error_type":"concurrency","error_message":"Try again","error_point":null}]';
  emulator().addFault({ kind: 'status', method: 'POST', status: 503, headers: JSON_TYPE, body });
  const { errors } = await create({});
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_RATE_LIMITED', sent: 'no', retryable: true } }]);
  emulator().clearFaults();
  emulator().addFault({ kind: 'status', method: 'POST', status: 503, headers: JSON_TYPE, body: '' });
  expect((await create({})).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  expect(emulator().requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
});

describe('a contact that is not there', () => {
  test.each([
    ['is told by CloudSigma', uuidOf(9), 1],
    ['whose key is none of theirs is not sent', '../notification_preferences', 0],
  ])('%s', async (_, key, requests) => {
    emulator().reset({ contacts: [contact(1)] });
    const id = encodeId('cloudsigma', 'contact', key);
    const deleted = await gateway().ask(DELETE, { id });
    expect(deleted.data).toMatchObject({ deleteContact: { deletedIds: [], userErrors: [{ code: 'NOT_FOUND' }] } });
    const changed = await gateway().ask(UPDATE, { id, input: { cloudSigma: { name: 'New' } } });
    expect(changed.data).toMatchObject({ updateContact: { contact: null, userErrors: [{ code: 'NOT_FOUND' }] } });
    expect([deleted.errors, changed.errors]).toEqual([[], []]);
    expect(emulator().requests).toHaveLength(2 * requests);
  });
});
