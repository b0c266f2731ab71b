import { expect, test } from 'vitest';

import type { ProviderCosts } from '../../../src/graph/ports/costs.js';
import { cloudSigma } from '../../../src/providers/cloudsigma/index.js';
import { encodeId } from '../../../src/graph/values/id.js';
import { parseExchange } from '../../support/exchange.js';
import { startGateway } from '../../support/gateway.js';
import { startStub } from '../../support/stub-server.js';
import { contact, LIST, settings, useCloudSigma, uuidOf } from './fixture.js';
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
import type { Backends } from '../../../src/graph/ports/backends.js';

const ROWS = 50;
const ALL = { params: {} };
const known = sizes({ contact: ROWS, notificationPreference: 22 * ROWS });
const { emulator, gateway } = useCloudSigma();

function seed(): {
  readonly backends: Partial<Backends>;
  readonly costs: ProviderCosts;
  readonly keys: readonly string[];
} {
  const contacts = Array.from({ length: ROWS }, (_, number) => contact(number, { main: number === 0 || null }));
  emulator().reset({ contacts });
  const { backends, costs } = theOnly(gateway());
  return { backends, costs, keys: contacts.map(({ uuid }) => uuid) };
}

test('CloudSigma is asked for contacts by list, window and key as its costs say', async () => {
  const { backends, costs, keys } = seed();
  const backend = given(backends.contact);
  const { list, byKeys } = given(costs.nouns.contact);
  for (const offset of [0, 7, ROWS, 1000]) {
    for (const limit of [undefined, 1, 2, 20, 51, 1001]) {
      const measured = await measureRequests((callOptions) =>
        allOf(backend.list({ ...ALL, offset: limit === undefined ? 0 : offset, limit }, callOptions)),
      );
      expectExact(measured, given(list)({ ...ALL, limit, rows: ROWS }, known), `${offset} ${limit}`);
    }
  }
  for (const count of SOME) {
    const some = keys.slice(0, count);
    const calls = given(byKeys)(some.length, known);
    expectExact(await measureRequests((callOptions) => backend.byKeys(some, callOptions)), calls, `${count} keys`);
    const strange = some.map((key, place) => (place === 0 ? key : 'no UUID'));
    expectWithin(
      await measureRequests((callOptions) => backend.byKeys(strange, callOptions)),
      calls,
      `${count} strange keys`,
    );
  }
  const whole = given(list)({ ...ALL, limit: undefined, rows: ROWS }, known);
  await expectShared(
    emulator(),
    [
      (callOptions) => allOf(backend.list({ ...ALL, offset: 0, limit: undefined }, callOptions)),
      (callOptions) => backend.byKeys(keys, callOptions),
    ],
    whole,
  );
});

test('CloudSigma is asked for preferences as its costs say', async () => {
  const { backends, costs } = seed();
  const { readAll } = given(backends.notificationPreference);
  const calls = given(costs.nouns.notificationPreference?.read)(known);
  expectExact(await measureRequests((callOptions) => readAll(callOptions)), calls, 'preferences');
  await expectShared(emulator(), [readAll, readAll], calls);
});

test('CloudSigma that cuts its lists where it would without a limit is asked no more than its worst case', async () => {
  const part = (query: string, offset: number) => {
    const objects = Array.from({ length: Math.min(20, ROWS - offset) }, (_, place) => contact(offset + place));
    const body = JSON.stringify({ meta: { total_count: ROWS, offset }, objects });
    const answer = `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${body}`;
    return parseExchange('cloudsigma', query, `# Source: made up\nGET ${LIST}?${query} HTTP/1.1\n\n${answer}`);
  };
  const asked = { 'limit=0': 0, 'limit=0&offset=20': 20, 'limit=0&offset=40': 40 };
  const run = { 'limit=45&offset=3': 3, 'limit=25&offset=23': 23, 'limit=5&offset=43': 43 };
  const parts = Object.entries({ ...asked, ...run }).map(([query, offset]) => part(query, offset));
  const stub = await startStub(parts, { headers: [] });
  const cutting = startGateway([{ provider: cloudSigma, baseUrl: `${stub.url}/api/2.0`, settings }]);
  const { backends, costs } = theOnly(cutting);
  const backend = given(backends.contact);
  const { list, byKeys } = given(costs.nouns.contact);
  const listed = await measureRequests((callOptions) =>
    allOf(backend.list({ ...ALL, offset: 0, limit: undefined }, callOptions)),
  );
  const found = await measureRequests((callOptions) => backend.byKeys([uuidOf(0), uuidOf(49)], callOptions));
  const cut = await measureRequests((callOptions) =>
    allOf(backend.list({ ...ALL, offset: 3, limit: 45 }, callOptions)),
  );
  for (const measured of [listed, found, cut]) expect(measured).toEqual({ 'GET notification_contacts/': 3 });
  expectWithin(listed, given(list)({ ...ALL, limit: undefined, rows: ROWS }, known), 'a list');
  expectWithin(found, given(byKeys)(2, known), 'two keys');
  expectWithin(cut, given(list)({ ...ALL, limit: 45, rows: ROWS }, known), 'a run');
  await cutting.close();
  await stub.close();
});

test('CloudSigma is asked for every mutation that it supports as its costs say', async () => {
  const { costs, keys } = seed();
  const ids = keys.map((key) => encodeId('cloudsigma', 'contact', key));
  const person = (name: string): string => `{ cloudSigma: { email: "${name}@example.com", name: "${name}" } }`;
  const preference = `{ contactId: "${ids[1]}", medium: "email", type: "payment", enabled: false }`;
  const exact: ReadonlyArray<readonly [string, number, string, string?]> = [
    ['createContact', 1, `(input: ${person('a')})`],
    ['createContacts', 3, `(inputs: [${['b', 'c', 'd'].map(person).join()}])`, 'results { userErrors { code } }'],
    ['updateContact', 1, `(id: "${ids[1]}", input: { cloudSigma: { name: "New" } })`],
    ['setNotificationPreferences', 1, `(input: { preferences: [${preference}] })`],
    ['deleteContact', 1, `(id: "${ids[1]}")`],
    ['deleteContacts', 3, `(ids: ${JSON.stringify(ids.slice(2, 5))})`],
  ];
  for (const [field, count, text, payload] of exact) {
    expectExact(await writtenBy(gateway(), field + text, payload), given(costs.writes[field])(count, known), field);
  }
  expect(exact.map(([field]) => field).sort()).toEqual([...theOnly(gateway()).value.capabilities.writes].sort());
  expect(exact.map(([field]) => field).sort()).toEqual(Object.keys(costs.writes).sort());
  // The main contact is refused, and then read.
  const { attempts } = await gateway().ask(`mutation { deleteContact(id: "${ids[0]}") { userErrors { code } } }`);
  const measured = Object.fromEntries(attempts.map(({ operation }) => [operation, 1]));
  expect(Object.keys(measured)).toHaveLength(2);
  expectWithin(measured, given(costs.writes['deleteContact'])(1, known), 'a refused deletion');
});

test('CloudSigma’s worst cases hold for less, too', () => {
  expectSound(seed().costs);
});
