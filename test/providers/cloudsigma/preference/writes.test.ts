import { beforeEach, describe, expect, test } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { cloudSigma } from '../../../../src/providers/cloudsigma/index.js';
import { startGateway } from '../../../support/gateway.js';
import { contact, settings, useCloudSigma, uuidOf } from '../fixture.js';

const { emulator, gateway } = useCloudSigma();

const SET = `mutation ($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) {
  preferences { type medium enabled contact { upstreamId } } userErrors { code message field }
} }`;

function idOf(number: number): string {
  return encodeId('cloudsigma', 'contact', uuidOf(number));
}

function preference(number: number, type: string, enabled = false) {
  return { contactId: idOf(number), medium: 'email', type, enabled };
}

function set(...preferences: object[]) {
  return gateway().ask(SET, { input: { preferences } });
}

function bodies(): unknown[] {
  return emulator()
    .requests.filter(({ method }) => method === 'PUT')
    .map(({ body }): unknown => JSON.parse(body));
}

beforeEach(() => {
  emulator().reset({ contacts: [contact(1), contact(2)] });
});

describe('preferences are set by one object or by a bare array', () => {
  const path = (number: number): string => `/api/2.0/notification_contacts/${uuidOf(number)}/`;

  test('one by an object, and only it changes', async () => {
    const { data, errors } = await set(preference(1, 'payment'));
    const after = { type: 'payment', medium: 'email', enabled: false, contact: { upstreamId: uuidOf(1) } };
    expect([data, errors]).toEqual([{ setNotificationPreferences: { preferences: [after], userErrors: [] } }, []]);
    expect(bodies()).toEqual([{ contact: path(1), medium: 'email', type: 'payment', value: false }]);
    const all = await gateway().ask('{ notificationPreferences { type enabled } }');
    const off = (all.data?.['notificationPreferences'] as Array<{ enabled: boolean }>).filter(
      ({ enabled }) => !enabled,
    );
    expect(off).toEqual([{ type: 'payment', enabled: false }]);
  });

  test('several by an array, told in the order of the input as they are now', async () => {
    const { data } = await set(preference(2, 'payment'), preference(1, 'new_account', true), preference(1, 'payment'));
    expect(data).toMatchObject({
      setNotificationPreferences: {
        preferences: [
          { type: 'payment', enabled: false, contact: { upstreamId: uuidOf(2) } },
          { type: 'new_account', enabled: true, contact: { upstreamId: uuidOf(1) } },
          { type: 'payment', enabled: false, contact: { upstreamId: uuidOf(1) } },
        ],
      },
    });
    expect(bodies()).toMatchObject([[{ contact: path(2) }, { type: 'new_account', value: true }, { type: 'payment' }]]);
  });

  test('none by no request', async () => {
    const { data } = await set();
    expect(data).toEqual({ setNotificationPreferences: { preferences: [], userErrors: [] } });
    expect(emulator().requests).toEqual([]);
  });
});

describe('what can’t be set is told by its place, and nothing is sent', () => {
  const stranger = encodeId('elsewhere', 'contact', uuidOf(1));
  const group = encodeId('cloudsigma', 'group', uuidOf(1));
  const none = encodeId('cloudsigma', 'contact', '../users');
  test.each([
    [
      'a contact of another upstream',
      [preference(1, 'a'), { ...preference(1, 'b'), contactId: stranger }],
      'BAD_USER_INPUT',
      ['1', 'contactId'],
    ],
    ['an id of something else', [{ ...preference(1, 'a'), contactId: group }], 'NOT_FOUND', ['0', 'contactId']],
    ['a key that is none of theirs', [{ ...preference(1, 'a'), contactId: none }], 'NOT_FOUND', ['0', 'contactId']],
    ['no id at all', [{ ...preference(1, 'a'), contactId: 'x' }], 'BAD_USER_INPUT', ['0', 'contactId']],
    ['a type that is no word', [preference(1, 'out of money')], 'BAD_USER_INPUT', ['0', 'type']],
    ['a medium that is blank', [{ ...preference(1, 'a'), medium: '' }], 'BAD_USER_INPUT', ['0', 'medium']],
    ['one twice', [preference(1, 'a'), preference(1, 'b'), preference(1, 'a', true)], 'BAD_USER_INPUT', ['2']],
    ['more than 1000', Array.from({ length: 1001 }, (_, index) => preference(1, `t${index}`)), 'BAD_USER_INPUT', []],
  ])('%s', async (_, preferences, code, place) => {
    const { data, errors } = await set(...preferences);
    expect(errors).toEqual([]);
    const field = ['input', 'preferences', ...place];
    expect(data).toMatchObject({ setNotificationPreferences: { preferences: [], userErrors: [{ code, field }] } });
    expect(emulator().requests).toEqual([]);
  });
});

test('a refusal names the column where there is one preference, and else stands alone', async () => {
  const one = await set(preference(1, 'no_such_thing'));
  const userErrors = [{ code: 'UPSTREAM_REJECTED', field: ['input', 'preferences', '0', 'type'] }];
  expect(one.data).toMatchObject({ setNotificationPreferences: { preferences: [], userErrors } });
  const two = await set(preference(1, 'payment'), preference(9, 'payment'));
  expect(two.data).toMatchObject({
    setNotificationPreferences: { preferences: [], userErrors: [{ code: 'UPSTREAM_REJECTED', field: null }] },
  });
});

test('of several accounts one must be named', async () => {
  const baseUrl = `${emulator().url}/api/2.0`;
  const two = startGateway(['zrh', 'wdc'].map((name) => ({ provider: cloudSigma, name, baseUrl, settings })));
  const preferences = [{ ...preference(1, 'payment'), contactId: encodeId('wdc', 'contact', uuidOf(1)) }];
  const unnamed = await two.ask(SET, { input: { preferences } });
  expect(unnamed.data).toMatchObject({
    setNotificationPreferences: { userErrors: [{ code: 'BAD_USER_INPUT', field: ['input', 'upstream'] }] },
  });
  const named = await two.ask(SET, { input: { upstream: 'wdc', preferences } });
  expect(named.data).toMatchObject({
    setNotificationPreferences: { preferences: [{ enabled: false }], userErrors: [] },
  });
  await two.close();
});

test('the same key sets once and tells again', async () => {
  const input = { idempotencyKey: 'a-key-of-preferences', preferences: [preference(1, 'payment')] };
  const first = await gateway().ask(SET, { input });
  const second = await gateway().ask(SET, { input });
  expect(second.data).toEqual(first.data);
  expect(bodies()).toHaveLength(1);
});
