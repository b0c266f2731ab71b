import { describe, expect, test } from 'vitest';

import type { HostTrackerSeed } from '../../../../src/emulators/hosttracker/index.js';
import { hostTracker } from '../../../../src/providers/hosttracker/index.js';
import { startGateway } from '../../../support/gateway.js';
import { startStub } from '../../../support/stub-server.js';
import { harness, idOf, TOKEN } from '../fixture.js';

const json = harness();
const xml = harness({}, { ...TOKEN, format: 'xml' });
const { ask, reset, written, emulator } = json;

type Row = NonNullable<HostTrackerSeed['contacts']>[number];

const EMAIL = '092a2bc9-58d1-e411-80c3-00155d36955e';
const OTHER = '7cb19b17-6bd9-e411-80c3-00155d36955e';
const SMS = '695dc35a-59d1-e411-80c3-00155d36955e';
const ROWS: Row[] = [
  { id: EMAIL, contactType: 'Email', address: 'anna@example.com', confirmed: true, sendBillingNotifications: true },
  { id: OTHER, contactType: 'Email', address: 'ewa@example.com' },
  { id: SMS, contactType: 'SMS', address: '48500111222' },
];

const UPDATE = `mutation ($input: UpdateHostTrackerContactsInput!) { it: updateHostTrackerContacts(input: $input) {
  results { userErrors { code } contact { upstreamId ... on HostTrackerContact { name alertDelayMinutes } } }
  userErrors { code field message } } }`;
const DELETE = `mutation ($input: DeleteHostTrackerContactsInput!) {
  it: deleteHostTrackerContacts(input: $input) { deletedIds userErrors { code field message } } }`;

interface Answered {
  readonly results?: ReadonlyArray<{ readonly contact: unknown }>;
  readonly deletedIds?: readonly string[];
  readonly userErrors: ReadonlyArray<{ readonly code: string; readonly field: string[]; readonly message: string }>;
}

async function run(document: string, input: unknown, by = json): Promise<Answered> {
  const { data, errors } = await by.ask(document, { input });
  expect(errors).toEqual([]);
  return data?.['it'] as Answered;
}

async function remaining(): Promise<string[]> {
  const { data } = await ask('{ contacts { nodes { upstreamId } } }');
  return (data?.['contacts'] as { nodes: Array<{ upstreamId: string }> }).nodes.map(({ upstreamId }) => upstreamId);
}

describe('a change by filter', () => {
  test('reaches the contacts that match, and tells them', async () => {
    for (const by of [json, xml]) {
      by.reset(ROWS);
      const input = { filter: { contactTypes: ['EMAIL'] }, name: ' Team ', alertDelayMinutes: 30 };
      const { results, userErrors } = await run(UPDATE, input, by);
      expect(userErrors).toEqual([]);
      const changed = { name: 'Team', alertDelayMinutes: 30 };
      expect(results).toEqual(
        [EMAIL, OTHER].map((upstreamId) => ({ userErrors: [], contact: { upstreamId, ...changed } })),
      );
      expect(by.emulator().requests.flatMap(({ effects }) => effects)).toEqual([
        `contact.update ${EMAIL}`,
        `contact.update ${OTHER}`,
      ]);
    }
  });

  test('with nothing in it, or for nobody, sends nothing and succeeds', async () => {
    reset(ROWS);
    expect(await run(UPDATE, { filter: { confirmed: true } })).toMatchObject({ results: [{}], userErrors: [] });
    const nobody = { filter: { upstreamIds: ['7'] }, name: 'x' };
    expect(await run(UPDATE, nobody)).toEqual({ results: [], userErrors: [] });
    expect(written()).toEqual([]);
  });

  test.each([
    ['no days', { activeDays: [] }, ['activeDays']],
    ['a delay that is not offered', { alertDelayMinutes: 1 }, ['alertDelayMinutes']],
    ['a blank name', { name: ' ' }, ['name']],
    ['hours from and to the same', { activePeriod: { start: '08:00', end: '08:00' } }, ['activePeriod', 'end']],
  ])('is checked as any other: %s', async (_, change, field) => {
    const { userErrors } = await run(UPDATE, { filter: { confirmed: true }, ...change });
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', ...field] }]);
    expect(written()).toEqual([]);
  });
});

describe.each([
  ['change', UPDATE, { name: 'x' }],
  ['deletion', DELETE, { expectedCount: 3 }],
])('a filter of a %s', (_, document, rest) => {
  test.each([
    ['no condition', {}],
    ['nothing left out', { excludeAddresses: [] }],
    ['ids that are none', { excludeUpstreamIds: ['7'] }],
    ['a kind that HostTracker lacks left out', { excludeContactTypes: ['FAX'] }],
    ['all kinds', { contactTypes: ['EMAIL', 'SMS', 'IM', 'VOICE'] }],
  ])('that matches everything is not sent: %s', async (__, filter) => {
    reset(ROWS);
    const { userErrors } = await run(document, { filter, ...rest });
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'filter'] }]);
    expect(written()).toEqual([]);
  });

  test('that HostTracker reads otherwise is not written by', async () => {
    reset(ROWS);
    // "(not email)": as if e-mail addresses could not be left out.
    const body = JSON.stringify(ROWS);
    emulator().addFault({
      kind: 'status',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body,
      times: 1,
    });
    const { userErrors } = await run(document, { filter: { excludeAddresses: ['anna@example.com'] }, ...rest });
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'filter'] }]);
    expect(written()).toEqual([]);
  });
});

test.each([
  ['two of four kinds', { contactTypes: ['EMAIL', 'SMS'] }, 'contactTypes'],
  ['who accepts no bills', { acceptsBillingNotifications: false, confirmed: true }, 'acceptsBillingNotifications'],
  ['addresses twice', { addresses: ['a@example.com'], excludeAddresses: ['b@example.com'] }, 'excludeAddresses'],
  ['a comma', { addresses: ['a,b'] }, 'addresses'],
  [
    'too many ids',
    { upstreamIds: Array.from({ length: 60 }, (__, i) => EMAIL.replace('092a2b', String(100000 + i))) },
    'upstreamIds',
  ],
])('a filter of a change that HostTracker can’t hold whole is not sent: %s', async (__, filter, field) => {
  reset(ROWS);
  const { userErrors } = await run(UPDATE, { filter, name: 'x' });
  expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'filter', field] }]);
  expect(written()).toEqual([]);
});

describe('a deletion by filter', () => {
  test('takes those that match, where their number is as expected', async () => {
    for (const by of [json, xml]) {
      by.reset(ROWS);
      const wrong = await run(DELETE, { filter: { contactTypes: ['EMAIL'] }, expectedCount: 3 }, by);
      expect(wrong).toMatchObject({
        deletedIds: [],
        userErrors: [{ code: 'BAD_USER_INPUT', field: ['input', 'expectedCount'] }],
      });
      expect(by.written()).toEqual([]);
      const right = await run(DELETE, { filter: { contactTypes: ['EMAIL'] }, expectedCount: 2 }, by);
      expect(right).toEqual({ deletedIds: [idOf(EMAIL), idOf(OTHER)], userErrors: [] });
    }
    expect(await remaining()).toEqual([SMS]);
  });

  test('is held to the contacts that were counted', async () => {
    reset(ROWS);
    await run(DELETE, { filter: { confirmed: false }, expectedCount: 2 });
    await run(DELETE, { filter: { excludeUpstreamIds: [SMS] }, expectedCount: 1 });
    expect(written()).toEqual([
      `DELETE /contacts?ids=${OTHER}&ids=${SMS}&confirmed=False`,
      `DELETE /contacts?ids=${SMS}&excludeIds=True`,
    ]);
  });

  test('of more contacts than a query names goes by the filter alone', async () => {
    const row = (place: number): Row => ({
      id: `092a2bc9-58d1-e411-80c3-${String(place).padStart(12, '0')}`,
      contactType: 'SMS',
      address: '48500111222',
    });
    reset([...Array.from({ length: 60 }, (_, place) => row(place)), { id: EMAIL, contactType: 'IM', address: 'anna' }]);
    const { deletedIds } = await run(DELETE, { filter: { contactTypes: ['SMS'] }, expectedCount: 60 });
    expect(deletedIds).toHaveLength(60);
    expect(written()).toEqual(['DELETE /contacts?contactType=SMS']);
    expect(await remaining()).toEqual([EMAIL]);
  });

  test('of nobody sends nothing', async () => {
    reset(ROWS);
    const none = { filter: { contactTypes: ['FAX'] }, expectedCount: 0 };
    expect(await run(DELETE, none)).toEqual({ deletedIds: [], userErrors: [] });
    expect(written()).toEqual([]);
  });

  test('asks what is gone, and does not believe it', async () => {
    reset(ROWS);
    const answer = {
      kind: 'status',
      status: 200,
      body: '[]',
      headers: { 'content-type': 'application/json' },
    } as const;
    emulator().addFault({ ...answer, method: 'DELETE', times: 1 });
    const refusedDeletion = await run(DELETE, { filter: { contactTypes: ['EMAIL'] }, expectedCount: 2 });
    expect(refusedDeletion).toMatchObject({
      deletedIds: [],
      userErrors: [{ code: 'UPSTREAM_REJECTED', field: ['input', 'filter'] }],
    });
  });

  test.each([
    [
      'tells what the answer told',
      JSON.stringify(ROWS.slice(2)),
      { errors: [], data: { it: { deletedIds: [idOf(SMS)] } } },
    ],
    ['says that nobody knows where that told nothing', '', { errors: [{ extensions: { code: 'OUTCOME_UNKNOWN' } }] }],
  ])('%s, where HostTracker can’t be asked what is gone', async (_, body, answer) => {
    let isDeleted = false;
    const stub = await startStub([], {
      login: ({ method }) => {
        const reply = { status: isDeleted ? 500 : 200, headers: { 'content-type': 'application/json' } };
        isDeleted ||= method === 'DELETE';
        return { ...reply, body: isDeleted ? body : JSON.stringify(ROWS.slice(2)) };
      },
    });
    const gateway = startGateway([{ provider: hostTracker, baseUrl: stub.url, settings: TOKEN }]);
    try {
      const input = { filter: { contactTypes: ['SMS'] }, expectedCount: 1 };
      expect(await gateway.ask(DELETE, { input })).toMatchObject(answer);
    } finally {
      await gateway.close();
      await stub.close();
    }
  });
});
