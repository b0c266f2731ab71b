import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startHostTracker, type HostTrackerEmulator } from '../../../src/emulators/hosttracker/index.js';
import type { ContactBackend } from '../../../src/graph/contact/backend.js';
import type { ProviderCosts } from '../../../src/graph/ports/costs.js';
import { encodeId } from '../../../src/graph/values/id.js';
import type { TestGateway } from '../../support/gateway.js';
import {
  allOf,
  expectExact,
  expectShared,
  expectSound,
  expectWithin,
  given,
  measureRequests,
  sizes,
  SOME,
  theOnly,
  writtenBy,
} from '../measured-costs.js';
import { LOGIN, over, TOKEN } from './fixture.js';
import type { Backends } from '../../../src/graph/ports/backends.js';

const COLUMNS = ['contactTypes', 'alertDelaysMinutes', 'smsGateways', 'imGateways'] as const;
const ALL = { params: {}, offset: 0, limit: undefined };
const READS = { params: {}, limit: undefined, rows: 0 };
const known = sizes({});

let emulator: HostTrackerEmulator;
beforeAll(async () => {
  emulator = await startHostTracker();
});
afterAll(() => emulator.close());

describe.each([
  ['json', { ...TOKEN, format: 'json' }],
  ['xml, with a log-in', { ...LOGIN, format: 'xml' }],
])('HostTracker by %s is asked what its costs say', (_, settings) => {
  let gateway: TestGateway;
  let backends: Partial<Backends>;
  let costs: ProviderCosts;
  let contact: ContactBackend;
  let keys: readonly string[];
  beforeEach(async () => {
    emulator.reset();
    gateway = over(emulator, settings);
    ({ backends, costs } = theOnly(gateway));
    contact = given(backends.contact);
    keys = (await allOf(contact.list(ALL, {}))).map(({ upstreamId }) => upstreamId);
  });
  afterEach(() => gateway.close());

  test('for contacts, by list and by key', async () => {
    const { list, byKeys } = given(costs.nouns.contact);
    const paramsOf = ['{}', '{"contactType":"SMS","contactTypeSide":"these"}', '{"confirmed":"True"}'];
    for (const text of paramsOf) {
      const params = JSON.parse(text) as Record<string, string>;
      const measured = await measureRequests(
        (callOptions) => allOf(contact.list({ ...ALL, params }, callOptions)),
        costs,
      );
      expectExact(measured, given(list)({ ...READS, params }, known), text);
    }
    for (const count of SOME) {
      const some = keys.slice(0, count);
      const calls = given(byKeys)(some.length, known);
      expectExact(
        await measureRequests((callOptions) => contact.byKeys(some, callOptions), costs),
        calls,
        `${count} keys`,
      );
      const strange = some.map((key, place) => (place === 0 ? key : 'no GUID'));
      expectWithin(
        await measureRequests((callOptions) => contact.byKeys(strange, callOptions), costs),
        calls,
        `${count} strange keys`,
      );
    }
    await expectShared(
      emulator,
      [(callOptions) => allOf(contact.list(ALL, callOptions)), (callOptions) => allOf(contact.list(ALL, callOptions))],
      given(list)(READS, known),
    );
  });

  test('for gateways and options', async () => {
    const gateways = given(backends.gateway);
    const { list, byKeys } = given(costs.nouns.gateway);
    for (const params of [{}, { kind: 'sms' }, { kind: 'im' }, { kind: 'voice' }]) {
      const measured = await measureRequests(
        (callOptions) => allOf(gateways.list({ ...ALL, params }, callOptions)),
        costs,
      );
      expectExact(measured, given(list)({ ...READS, params }, known), JSON.stringify(params));
    }
    for (const kinds of [[], ['sms'], ['sms', 'im'], ['sms', 'im', 'voice']]) {
      const measured = await measureRequests(
        (callOptions) =>
          gateways.byKeys(
            kinds.map((kind) => `${kind}/x`),
            callOptions,
          ),
        costs,
      );
      expectExact(measured, given(byKeys)(kinds.length, known), kinds.join());
    }
    // Which kind a key is of is not known before.
    for (const kind of ['im', 'voice']) {
      const measured = await measureRequests((callOptions) => gateways.byKeys([`${kind}/x`], callOptions), costs);
      expectWithin(measured, given(byKeys)(1, known), kind);
    }
    const options = given(backends.hostTrackerOptions);
    for (const column of COLUMNS) {
      const calls = given(costs.nouns.hostTrackerOptions?.fetchDeferred)(1, [column], known);
      expectExact(await measureRequests((callOptions) => options[column](callOptions), costs), calls, column);
    }
    await expectShared(
      emulator,
      [
        (callOptions) => allOf(gateways.list(ALL, callOptions)),
        (callOptions) => Promise.all([options.smsGateways(callOptions), options.imGateways(callOptions)]),
      ],
      given(costs.nouns.hostTrackerOptions?.fetchDeferred)(1, ['smsGateways', 'imGateways'], known),
    );
  });

  test('for every mutation that it supports', async () => {
    const ids = keys.map((key) => encodeId('hosttracker', 'contact', key));
    const [id = '', ...others] = ids;
    const unconfirmed = (await allOf(contact.list(ALL, {}))).find((row) => 'confirmed' in row && !row.confirmed);
    const filter = '{ addresses: ["a@example.com"] }';
    const email = (address: string): string => `{ hostTrackerEmail: { address: "${address}" } }`;
    const bulk = `{ filter: ${filter}, expectedCount: 1 }`;
    const change = `{ filter: ${filter}, name: "New" }`;
    const exact: ReadonlyArray<readonly [string, number, string, string?]> = [
      ['createContact', 1, `(input: ${email('a@example.com')})`],
      [
        'createContacts',
        2,
        `(inputs: [${email('b@example.com')}, ${email('c@example.com')}])`,
        'results { userErrors { code } }',
      ],
      ['updateContact', 1, `(id: "${id}", input: { hostTracker: { name: "New" } })`],
      ['confirmContact', 1, `(id: "${given(unconfirmed).id}", code: "64700")`],
      ['resendConfirmationCode', 1, `(id: "${given(unconfirmed).id}")`],
      ['updateHostTrackerContacts', 1, `(input: ${change})`],
      ['deleteHostTrackerContacts', 1, `(input: ${bulk})`],
      ['deleteContact', 1, `(id: "${id}")`],
      ['deleteContacts', 3, `(ids: ${JSON.stringify(others.slice(0, 3))})`],
    ];
    for (const [field, count, text, payload] of exact) {
      expectExact(await writtenBy(gateway, field + text, payload), given(costs.writes[field])(count, known), field);
    }
    expect(exact.map(([field]) => field).sort()).toEqual([...theOnly(gateway).value.capabilities.writes].sort());
    expect(Object.keys(costs.writes).sort()).toEqual(exact.map(([field]) => field).sort());
    // Lists of what can be chosen are read where something is, and the kind decides the path: neither is known before.
    const sms = '{ hostTrackerSms: { address: "48500111999", gateway: "clickatell", alertDelayMinutes: 15 } }';
    const voice = '{ hostTrackerVoice: { address: "12125550123", alertDelayMinutes: 15 } }';
    for (const [field, text] of [
      ['createContact', `(input: ${sms})`],
      ['createContact', `(input: ${voice})`],
      ['updateContact', `(id: "${given(others[4])}", input: { hostTracker: { alertDelayMinutes: 15 } })`],
      ['updateHostTrackerContacts', `(input: { filter: { contactTypes: [VOICE] }, alertDelayMinutes: 15 })`],
    ] as const) {
      expectWithin(await writtenBy(gateway, field + text), given(costs.writes[field])(1, known), field + text);
    }
  });

  test('and its worst cases hold for less, too', () => {
    expectSound(costs, COLUMNS);
  });
});

test('a log-in is told of only where there is one', async () => {
  for (const [settings, logIn] of [
    [TOKEN, undefined],
    [LOGIN, 'POST /users/token'],
  ] as const) {
    const gateway = over(emulator, settings);
    const { backends, costs } = theOnly(gateway);
    const measured = await measureRequests((callOptions) =>
      given(backends.contact).byKeys(['00000000-0000-0000-0000-000000000000'], callOptions),
    );
    expect(costs.logIn).toBe(logIn);
    expect(measured).toEqual({ 'GET /contacts/{id}': 1, ...(logIn === undefined ? {} : { [logIn]: 1 }) });
    await gateway.close();
  }
});
