import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { cloudSigma } from '../../../../src/providers/cloudsigma/index.js';
import { startGateway, type Answer, type TestGateway } from '../../../support/gateway.js';
import { contact, settings, useCloudSigma, uuidOf } from '../fixture.js';

const { emulator } = useCloudSigma();
const KEY = 'a-key-of-one-write-0001';
/** After it a provider that keeps no trace of what it got has surely done it, or never will. */
const MINUTE_MS = 60_000;
const LATER_MS = 15 * MINUTE_MS;

let gateway: TestGateway;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  gateway = startGateway([{ provider: cloudSigma, baseUrl: `${emulator().url}/api/2.0`, settings }]);
});
afterEach(async () => {
  await gateway.close();
  vi.useRealTimers();
});

function idOf(number: number): string {
  return encodeId('cloudsigma', 'contact', uuidOf(number));
}

/** What a look tells of a write that was just lost, at once, a minute before and when it is surely over. */
async function outcomeOf({ errors }: Answer): Promise<[unknown, unknown]> {
  expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown', retryable: false } }]);
  const document = 'query ($id: ID!) { operation(id: $id) { state } }';
  const stateOf = async (): Promise<unknown> => {
    const { data } = await gateway.ask(document, { id: errors[0]?.extensions['operationId'] });
    return (data?.['operation'] as { state: unknown } | null)?.state;
  };
  const first = await stateOf();
  vi.setSystemTime(Date.now() + LATER_MS - MINUTE_MS);
  expect(await stateOf()).toBe(first);
  vi.setSystemTime(Date.now() + MINUTE_MS);
  return [first, await stateOf()];
}

function effects(): string[] {
  return emulator().requests.flatMap((request) => request.effects);
}

describe('a contact that may have been made is looked for by its address', () => {
  const create = (...emails: string[]): Promise<Answer> =>
    gateway.ask(
      'mutation ($inputs: [CreateContactInput!]!) { createContacts(inputs: $inputs) { results { contact { ... on CloudSigmaContact { email } } } } }',
      { inputs: emails.map((email) => ({ cloudSigma: { email, name: 'Anna', idempotencyKey: `${KEY}-${email}` } })) },
    );

  test('none with it is a proof that none was made, and the same key makes it then', async () => {
    emulator().reset({ contacts: [contact(1)] });
    emulator().addFault({ kind: 'resetAfterRead', method: 'POST', times: 1 });
    expect(await outcomeOf(await create('Anna@example.com'))).toEqual(['UNKNOWN', 'NOT_SENT']);
    const { data, errors } = await create('Anna@example.com');
    expect(errors).toEqual([]);
    expect(data).toEqual({ createContacts: { results: [{ contact: { email: 'Anna@example.com' } }] } });
    expect(effects()).toHaveLength(1);
  });

  test.each(['anna@example.com', 'ANNA@example.com'])('one with it may have been there before: %s', async (email) => {
    emulator().reset({ contacts: [] });
    emulator().addFault({ kind: 'resetAfterEffect', method: 'POST', times: 1 });
    const lost = await create(email);
    expect(effects()).toHaveLength(1);
    // As a server may respell it.
    emulator().reset({ contacts: [{ ...contact(1), email: 'Anna@example.com' }] });
    expect(await outcomeOf(lost)).toEqual(['UNKNOWN', 'UNKNOWN']);
    expect((await create(email)).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(effects()).toEqual([]);
  });

  test('and of several none must be there', async () => {
    emulator().reset({ contacts: [contact(1)] });
    emulator().addFault({ kind: 'resetAfterRead', method: 'POST', times: 1 });
    const { errors } = await create('n1@example.com', 'n2@example.com');
    expect(errors).toHaveLength(2);
    expect(await outcomeOf({ data: null, errors: errors.slice(1), attempts: [] })).toEqual(['UNKNOWN', 'UNKNOWN']);
  });
});

describe('a change that may have been made is looked for without blanks in the phone', () => {
  const update = (columns: object): Promise<Answer> =>
    gateway.ask(
      'mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { status } }',
      {
        id: idOf(1),
        input: { cloudSigma: columns },
      },
    );
  const CHANGE = { email: 'New@example.com', name: 'New', phone: '+48 600 700 800' };

  test.each([
    [CHANGE, 'SUCCEEDED'],
    [{ phone: '+48 600-700-800' }, 'SUCCEEDED'],
    [{ name: null, phone: null }, 'SUCCEEDED'],
    [{ name: ' New ' }, 'SUCCEEDED'],
  ])('%j that was made', async (columns, state) => {
    emulator().reset({ contacts: [contact(1, { phone: '+48500111222' })] });
    emulator().addFault({ kind: 'resetAfterEffect', method: 'PUT', times: 1 });
    const lost = await update(columns);
    // As a server may trim it.
    if ('name' in columns && columns.name === ' New ') emulator().reset({ contacts: [contact(1, { name: 'New' })] });
    expect(await outcomeOf(lost)).toEqual([state, state]);
  });

  test.each([
    // Somebody may have changed it since.
    [CHANGE, 'UNKNOWN'],
    [{ name: 'New' }, 'UNKNOWN'],
    [{ name: 'N 1', email: 'N1@example.com' }, 'SUCCEEDED'],
    // It may have been made and respelled.
    [{ phone: '+48 600 700 800' }, 'UNKNOWN'],
  ])('%j that was not made', async (columns, state) => {
    emulator().reset({ contacts: [contact(1, { phone: '+48500111222' })] });
    emulator().addFault({ kind: 'resetAfterRead', method: 'PUT', times: 1 });
    expect((await outcomeOf(await update(columns)))[1]).toBe(state);
  });

  test('and of one that is gone nothing is known', async () => {
    emulator().reset({ contacts: [contact(1)] });
    emulator().addFault({ kind: 'resetAfterRead', method: 'PUT', times: 1 });
    const answer = await update({ name: 'New' });
    emulator().reset({ contacts: [] });
    expect(await outcomeOf(answer)).toEqual(['UNKNOWN', 'UNKNOWN']);
  });
});

test.each([
  ['resetAfterEffect', 'SUCCEEDED'],
  ['resetAfterRead', 'NOT_SENT'],
] as const)('a delete that was lost (%s) is %s', async (kind, state) => {
  emulator().reset({ contacts: [contact(1)] });
  emulator().addFault({ kind, method: 'DELETE', times: 1 });
  const answer = await gateway.ask('mutation ($id: ID!) { deleteContact(id: $id) { deletedIds } }', { id: idOf(1) });
  expect((await outcomeOf(answer))[1]).toBe(state);
});

test.each([
  ['resetAfterEffect', 'SUCCEEDED'],
  ['resetAfterRead', 'NOT_SENT'],
] as const)('preferences that were lost (%s) are %s', async (kind, state) => {
  emulator().reset({ contacts: [contact(1)] });
  emulator().addFault({ kind, method: 'PUT', times: 1 });
  const answer = await gateway.ask(
    'mutation ($id: ID!) { setNotificationPreferences(input: { preferences: [{ contactId: $id, medium: "email", type: "payment", enabled: false }] }) { userErrors { code } } }',
    { id: idOf(1) },
  );
  expect((await outcomeOf(answer))[1]).toBe(state);
});

test('of several preferences that were lost some are as they were to be, which proves nothing', async () => {
  emulator().reset({ contacts: [contact(1)] });
  emulator().addFault({ kind: 'resetAfterRead', method: 'PUT', times: 1 });
  const set = ['payment', 'new_account'].map((type, place) => ({
    contactId: idOf(1),
    medium: 'email',
    type,
    enabled: place === 0,
  }));
  const answer = await gateway.ask(
    'mutation ($set: [NotificationPreferenceInput!]!) { setNotificationPreferences(input: { preferences: $set }) { userErrors { code } } }',
    { set },
  );
  expect((await outcomeOf(answer))[1]).toBe('UNKNOWN');
});
