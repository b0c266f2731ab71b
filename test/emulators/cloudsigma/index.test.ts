import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS, startCloudSigma } from '../../../src/emulators/cloudsigma/index.js';
import type { ContactRow, Seed } from '../../../src/emulators/cloudsigma/state.js';
import type { Emulator } from '../../../src/emulators/kit/emulator.js';
import { exchangesOf } from '../../support/exchange.js';
import { expectAnswered } from '../expect-exchange.js';

type Contact = ContactRow & { readonly resource_uri: string };

interface Listed<Row> {
  readonly meta: Readonly<Record<'limit' | 'offset' | 'total_count', number>>;
  readonly objects: readonly Row[];
}

const CONTACTS = '/api/2.0/notification_contacts/';
const PREFERENCES = '/api/2.0/notification_preferences/';
const MAIN = 'e13c4b8c-68c8-4163-bc00-2a43a86e5937';
const OTHER = '0103f398-9f85-446a-a285-fe63cf9f0f28';
const TWO: Seed = {
  contacts: [
    { uuid: MAIN, email: 'main@example.com', name: 'Main', main: true },
    { uuid: OTHER, email: 'other@example.com', name: 'Other', phone: '+48 500 600 700' },
  ],
};

let emulator: Emulator<Seed>;

beforeAll(async () => {
  emulator = await startCloudSigma();
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset(TWO);
});

async function ask(method: string, path: string, sent?: unknown, headers: Record<string, string> = {}) {
  const login = Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64');
  const response = await fetch(emulator.url + path, {
    method,
    headers: { authorization: `Basic ${login}`, 'content-type': 'application/json', ...headers },
    ...(sent === undefined ? {} : { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json');
  const body: unknown = json ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, body };
}

async function contacts(query: string): Promise<Listed<Contact>> {
  return (await ask('GET', `${CONTACTS}${query}`)).body as Listed<Contact>;
}

function effects(): string[] {
  return emulator.requests.flatMap((request) => request.effects);
}

describe('each exchange is answered as written', () => {
  test.each(exchangesOf('cloudsigma'))('$name', async (exchange) => {
    emulator.reset(exchange.given as Seed);
    await expectAnswered(exchange, emulator.url);
  });
});

describe('the shipped data set', () => {
  beforeEach(() => {
    emulator.reset();
  });

  test('holds about forty contacts, Anna Kowalska as the main one, and the awkward values of a real account', async () => {
    const { objects, meta } = await contacts('?limit=0');
    expect(meta).toEqual({ limit: 0, offset: 0, total_count: objects.length });
    expect(objects.length).toBeGreaterThanOrEqual(38);
    expect(new Set(objects.map(({ uuid }) => uuid)).size).toBe(objects.length);
    expect(objects.filter(({ main }) => main)).toMatchObject([
      { name: 'Anna Kowalska', email: 'anna.kowalska@example.com', phone: '+48500111222' },
    ]);
    expect(new Set(objects.map(({ main }) => main))).toEqual(new Set([true, null, false]));
    for (const phone of [null, '', '+48221234567', '+48 22 123 45 67']) {
      expect(objects.map((row) => row.phone)).toContain(phone);
    }
    const names = objects.map(({ name }) => name).join();
    for (const sign of ['"', "'", '%', '&', '<', '🚨', 'Ł']) expect(names).toContain(sign);
    const emails = objects.map(({ email }) => email.toLowerCase());
    expect(emails.filter((email) => email === 'jan.nowak@example.com')).toHaveLength(2);
    expect(emails).toContain('info@example.com');
  });

  test('is the same at every start, and comes back after a reset', async () => {
    const before = await contacts('?limit=0');
    await ask('DELETE', before.objects[1]?.resource_uri ?? '');
    expect((await contacts('?limit=0')).meta.total_count).toBe(before.meta.total_count - 1);
    emulator.reset();
    expect(await contacts('?limit=0')).toEqual(before);
  });
});

describe('lists', () => {
  test('are twenty rows without a limit, all with limit=0, and any slice by offset and limit', async () => {
    emulator.reset();
    const all = await contacts('?limit=0');
    expect((await contacts('')).objects).toEqual(all.objects.slice(0, 20));
    await fc.assert(
      fc.asyncProperty(fc.nat(50), fc.nat(50), async (limit, offset) => {
        const page = await contacts(`?limit=${limit}&offset=${offset}`);
        expect(page.meta).toEqual({ limit, offset, total_count: all.meta.total_count });
        expect(page.objects).toEqual(all.objects.slice(offset, limit === 0 ? undefined : offset + limit));
      }),
      { numRuns: 20 },
    );
  });

  test.each(['limit=x', 'limit=-1', 'offset=1.5', 'limit='])('refuse ?%s as invalid', async (query) => {
    expect(await ask('GET', `${CONTACTS}?${query}`)).toMatchObject({
      status: 400,
      body: [{ error_type: 'validation' }],
    });
  });

  test('ignore parameters that nobody documented, such as filters', async () => {
    expect((await contacts('?email=other@example.com')).meta.total_count).toBe(2);
  });
});

describe('writing contacts', () => {
  test('takes several at once, gives each its own id and null as main, and keeps their order', async () => {
    const objects = ['a', 'b', 'c'].map((name) => ({ email: `${name}@example.com`, name }));
    const { status, body } = await ask('POST', CONTACTS, { objects });
    const created = (body as { objects: Contact[] }).objects;
    expect(status).toBe(201);
    expect(created).toMatchObject(objects.map((object) => ({ ...object, main: null, phone: '' })));
    expect((await contacts('?limit=0')).objects.slice(2)).toEqual(created);
    expect(effects()).toEqual(created.map(({ uuid }) => `contact.create ${uuid}`));
  });

  test('creates none of several when one is invalid', async () => {
    const objects = [{ email: 'a@example.com', name: 'a' }, { email: 'nobody' }];
    expect(await ask('POST', CONTACTS, { objects })).toMatchObject({
      status: 400,
      body: [{ error_point: 'name' }, { error_point: 'email' }],
    });
    expect((await contacts('')).meta.total_count).toBe(2);
    expect(effects()).toEqual([]);
  });

  test.each([
    ['+1 123 555 1234', '+11235551234'],
    ['48 (22) 123-45-67', '48221234567'],
    ['', ''],
    [null, null],
  ])('keeps the phone %j as %j', async (given, stored) => {
    expect((await ask('PUT', `${CONTACTS}${OTHER}/`, { phone: given })).body).toMatchObject({ phone: stored });
  });

  test('changes only the columns named, and never the read-only ones', async () => {
    const before = (await ask('GET', `${CONTACTS}${OTHER}/`)).body;
    const { body } = await ask('PUT', `${CONTACTS}${OTHER}/`, { name: 'Żółć "&"', main: true, uuid: MAIN });
    expect(body).toEqual({ ...(before as Contact), name: 'Żółć "&"', pk: OTHER });
    expect((await ask('GET', `${CONTACTS}${OTHER}/`)).body).toEqual({ ...(before as Contact), name: 'Żółć "&"' });
    expect(effects()).toEqual([`contact.update ${OTHER} name`]);
  });

  test('deletes a contact once, and the main contact never', async () => {
    expect((await ask('DELETE', `${CONTACTS}${MAIN}/`)).status).toBe(403);
    const gone = await ask('DELETE', `${CONTACTS}${OTHER}/`);
    expect(gone).toMatchObject({ status: 204, text: '' });
    expect(gone.headers.get('content-type')).toMatch(/^text\/html/);
    expect((await ask('DELETE', `${CONTACTS}${OTHER}/`)).status).toBe(404);
    expect(effects()).toEqual([`contact.delete ${OTHER}`]);
  });

  const CASES: ReadonlyArray<[string, unknown, Record<string, string>?]> = [
    ['a body that is not JSON', '{"objects":'],
    ['a body without its Content-Type', { objects: [] }, { 'content-type': 'text/plain' }],
    ['a contact that is not under objects', { email: 'a@example.com', name: 'a' }],
    ['a contact that is not an object', { objects: ['a@example.com'] }],
    ['a name that is no text', { objects: [{ email: 'a@example.com', name: 7 }] }],
    ['a phone of letters', { objects: [{ email: 'a@example.com', name: 'a', phone: 'ask Ola' }] }],
  ];
  test.each(CASES)('refuses %s', async (_, body, headers = {}) => {
    const refused = { status: 400, body: [{ error_type: 'validation' }] };
    expect(await ask('POST', CONTACTS, body, headers)).toMatchObject(refused);
    expect(effects()).toEqual([]);
  });
});

describe('preferences', () => {
  test('are on for each kind of event and contact until changed, and leave with their contact', async () => {
    const all = (await ask('GET', `${PREFERENCES}?limit=0`)).body as Listed<{ value: boolean; contact: string }>;
    expect(all.meta.total_count).toBe(44);
    expect(all.objects.every(({ value }) => value)).toBe(true);
    const payment = { contact: `${CONTACTS}${OTHER}/`, medium: 'email', type: 'payment', value: false };
    expect((await ask('PUT', PREFERENCES, payment)).status).toBe(202);
    const now = (await ask('GET', `${PREFERENCES}?limit=0`)).body as typeof all;
    expect(now.objects.filter(({ value }) => !value)).toEqual([payment]);
    await ask('DELETE', `${CONTACTS}${OTHER}/`);
    expect(((await ask('GET', PREFERENCES)).body as typeof all).meta.total_count).toBe(22);
  });

  test('change all together or not at all', async () => {
    const good = { contact: `${CONTACTS}${OTHER}/`, medium: 'email', type: 'payment', value: false };
    const bads = [{ type: 'no_such_event' }, { medium: 'sms' }, { contact: OTHER }, { value: 'false' }];
    for (const bad of bads) {
      expect(await ask('PUT', PREFERENCES, [good, { ...good, ...bad }])).toMatchObject({ status: 400 });
    }
    expect(effects()).toEqual([]);
  });
});

describe('errors', () => {
  test.each([
    ['', 'no login'],
    ['Basic bm9ib2R5Om5vdGhpbmc=', 'a wrong login'],
    ['Bearer abc', 'a token'],
  ])('are 401 with an empty body for %j (%s)', async (authorization) => {
    const answer = await ask('GET', CONTACTS, undefined, { authorization });
    expect(answer).toMatchObject({ status: 401, text: '' });
    expect(answer.headers.get('www-authenticate')).toContain('realm="users"');
  });

  test.each([
    ['GET', '/api/2.0/drives/', 404, 'notexist'],
    ['GET', `${CONTACTS}${OTHER}`, 404, 'notexist'],
    ['GET', `${CONTACTS}no-uuid/`, 404, 'notexist'],
    ['PUT', CONTACTS, 405, 'permission'],
    ['DELETE', PREFERENCES, 405, 'permission'],
  ])('%s %s is %i, told in a list with a type and a point', async (method, path, status, type) => {
    const answer = await ask(method, path);
    expect(answer).toMatchObject({ status, body: [{ error_type: type, error_point: null }] });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['application/xml, application/json;q=0.5', 200],
    ['image/png', 406],
  ])('a client that accepts %s is answered %i', async (accept, status) => {
    expect((await ask('GET', CONTACTS, undefined, { accept })).status).toBe(status);
  });
});
