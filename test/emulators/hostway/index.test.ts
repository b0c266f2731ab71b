import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS, startHostway } from '../../../src/emulators/hostway/index.js';
import { manyContacts } from '../../../src/emulators/hostway/seed.js';
import type { ContactRow, Seed } from '../../../src/emulators/hostway/state.js';
import type { Emulator } from '../../../src/emulators/kit/emulator.js';
import { exchangesOf } from '../../support/exchange.js';
import { expectAnswered } from '../expect-exchange.js';

type Links = ReadonlyArray<{ readonly href: string; readonly rel: string }>;

interface Listed {
  readonly count: number;
  readonly list: ReadonlyArray<ContactRow & { readonly links: Links }>;
  readonly links: Links;
}

const BOOK = '/accounts/account007/email/test-domain.com/contacts';
const OTHER_BOOK = '/accounts/account007/email/example.net/contacts';
const LOGIN = `Basic ${Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64')}`;
const ANNA = { name: 'anna', email: 'Anna@example.com', displayName: 'Anna K.', mobilePhone: '500 111 222' };

let emulator: Emulator<Seed>;

beforeAll(async () => {
  emulator = await startHostway();
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
});

async function ask(method: string, path: string, sent?: unknown, authorization = LOGIN) {
  const response = await fetch(path.startsWith('/') ? emulator.url + path : path, {
    method,
    headers: { authorization, 'content-type': 'application/json; charset=UTF-8' },
    redirect: 'manual',
    ...(sent === undefined ? {} : { body: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json');
  const body: unknown = json ? JSON.parse(text) : undefined;
  return { status: response.status, location: response.headers.get('location'), text, body };
}

async function list(query = '', book = BOOK): Promise<Listed> {
  return (await ask('GET', `${book}${query}`)).body as Listed;
}

const names = async (query: string): Promise<string[]> => (await list(query)).list.map(({ name }) => name);

function effects(): string[] {
  return emulator.requests.flatMap((request) => request.effects);
}

describe('each exchange is answered as written', () => {
  test.each(exchangesOf('hostway'))('$name', async (exchange) => {
    emulator.reset(exchange.given as Seed);
    await expectAnswered(exchange, emulator.url);
  });
});

describe('the shipped data set', () => {
  test('holds about forty contacts, Anna Kowalska first, as people type them', async () => {
    const { count, list: rows } = await list();
    expect(count).toBe(rows.length);
    expect(count >= 38 && count <= 100).toBe(true);
    expect(rows[0]).toMatchObject({ email: 'anna.kowalska@example.com', mobilePhone: '+48500111222', pager: '' });
    const phones = rows.map(({ mobilePhone }) => mobilePhone).join();
    for (const spelling of ['600700800', '+48 500 600 700', '48507888999', '502-333-444']) {
      expect(phones).toContain(spelling);
    }
    const text = JSON.stringify(rows);
    for (const sign of ['\\"', "'", '%', '&', '<', '🚨', 'Ł', 'info@example.com']) expect(text).toContain(sign);
  });

  test('knows some names in both domains, as two contacts', async () => {
    for (const name of ['anna.kowalska', 'info']) {
      const here = await ask('GET', `${BOOK}/${name}`);
      const there = await ask('GET', `${OTHER_BOOK}/${name}`);
      expect([here.status, there.status]).toEqual([200, 200]);
      expect(here.body).not.toEqual(there.body);
    }
  });

  test('can be read by each contact’s own link, whatever its name', async () => {
    const rows = [...(await list()).list, ...(await list('', OTHER_BOOK)).list];
    for (const row of rows) expect((await ask('GET', row.links[0]?.href ?? '')).body).toEqual(row);
  });
});

describe('filters', () => {
  const rows = ['Anna', 'anna b', 'JOANNA', 'ann%', 'Łukasz', 'a*b', ''].map((firstName, index) => ({
    ...ANNA,
    name: `n${index}`,
    firstName,
  }));

  beforeEach(() => {
    emulator.reset({ domains: { 'test-domain.com': rows } });
  });

  test.each([
    ['filterFirstName=anna', [0]],
    ['filterFirstName=ANN*', [0, 1, 3]],
    ['filterFirstName=*n*a*', [0, 1, 2]],
    ['filterFirstName=*', [0, 1, 2, 3, 4, 5, 6]],
    ['filterFirstName=', [6]],
    ['filterFirstName=ann%25', [3]],
    ['filterFirstName=anna%20*', [1]],
    ['searchFirstName=ann', [0, 1, 2, 3]],
    ['searchFirstName=*', [5]],
    ['searchFirstName=%C5%82uk', [4]],
    ['searchFirstName=ann&searchName=2', [2]],
    ['filterFirstName=ann*&filterFirstName=*b', [1]],
    ['filterEmail=anna@example.com&filterName=n4', [4]],
    ['searchPager=1', []],
  ] satisfies Array<[string, number[]]>)('?%s finds %j', async (query, found) => {
    expect(await names(`?${query}`)).toEqual(found.map((index) => `n${index}`));
  });

  test.each([
    ['?filterName=n1&searchName=n', 'searchName'],
    ['?searchName=n&filterName=n1', 'filterName'],
    ['?filterLinks=x', 'filterLinks'],
    ['?filtername=n1', 'filtername'],
    ['?searchNick=x', 'searchNick'],
  ])('%s is refused, naming %s', async (query, field) => {
    const { status, body } = await ask('GET', `${BOOK}${query}`);
    expect(status).toBe(400);
    expect(Object.keys(body as object)).toEqual([field]);
  });
});

describe('pages', () => {
  test.each([100, 101, 250])(
    '%i contacts, its redirects and next links followed, are each read once',
    async (count) => {
      emulator.reset(manyContacts(count));
      const read: string[] = [];
      let answer = await ask('GET', `${BOOK}?searchName=contact`);
      expect(answer.status).toBe(count > 100 ? 303 : 200);
      if (answer.location) answer = await ask('GET', answer.location);
      for (;;) {
        const page = answer.body as Listed;
        expect(page.count).toBe(count);
        read.push(...page.list.map(({ name }) => name));
        const next = page.links.find(({ rel }) => rel === 'next');
        if (!next) break;
        answer = await ask('GET', next.href);
      }
      expect(read).toEqual((manyContacts(count).domains?.['test-domain.com'] ?? []).map(({ name }) => name));
    },
  );

  test('any page of any size is that slice of the whole, or a redirect to the last page', async () => {
    const all = await names('');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 400 }), async (page, pageSize) => {
        const last = Math.ceil(all.length / pageSize);
        const answer = await ask('GET', `${BOOK}?page=${page}&pageSize=${pageSize}`);
        const found = (answer.body as Listed | undefined)?.list.map(({ name }) => name);
        expect([answer.location, found]).toEqual(
          page > last
            ? [`${emulator.url}${BOOK}?page=${last}&pageSize=${pageSize}`, undefined]
            : [null, all.slice((page - 1) * pageSize, page * pageSize)],
        );
      }),
      { numRuns: 25 },
    );
  });

  test('a redirect keeps the filters, letter for letter', async () => {
    emulator.reset(manyContacts(500));
    const query = 'filterEmail=*%40test-domain.com&filterDisplayName=Contact%20*';
    const { location } = await ask('GET', `${BOOK}?${query}&page=1&pageSize=401`);
    expect(location).toBe(`${emulator.url}${BOOK}?${query}&page=1&pageSize=400`);
    expect((await ask('GET', location ?? '')).body).toMatchObject({ count: 500 });
  });

  test.each(['page=1', 'pageSize=10', 'page=0&pageSize=10', 'page=1&pageSize=ten'])('refuse ?%s', async (query) => {
    expect((await ask('GET', `${BOOK}?${query}`)).status).toBe(400);
  });
});

describe('writes', () => {
  beforeEach(() => {
    emulator.reset({ domains: { 'test-domain.com': [ANNA] } });
  });

  test('create a contact under any name, found again by it and by its Location', async () => {
    for (const name of ['a b', "o'hara", 'kropka.', 'Żółć', 'a/b', '100%', 'who?#', '🚨', 'x+y', '%41']) {
      const created = await ask('POST', BOOK, { ...ANNA, name });
      expect(created).toMatchObject({ status: 201, text: '' });
      const read = await ask('GET', `${BOOK}/${encodeURIComponent(name)}`);
      expect(read.body).toMatchObject({ ...ANNA, name, links: [{ href: created.location, rel: 'self' }] });
      expect((await ask('POST', BOOK, { ...ANNA, name })).status).toBe(409);
      expect((await ask('POST', OTHER_BOOK, { ...ANNA, name })).status).toBe(201);
      expect(effects().slice(-2)).toEqual([
        `contact.create test-domain.com/${name}`,
        `contact.create example.net/${name}`,
      ]);
    }
  });

  test('change what is named, clear with "" and keep the rest', async () => {
    const change = { title: 'Dyrektor', mobilePhone: '' };
    expect(await ask('PUT', `${BOOK}/anna`, change)).toMatchObject({ status: 204, text: '' });
    expect((await list()).list).toMatchObject([{ ...ANNA, ...change }]);
    expect(effects()).toEqual(['contact.update test-domain.com/anna title,mobilePhone']);
  });

  test.each([
    ['POST', BOOK, { name: 'b' }, { email: 'Required', displayName: 'Required' }],
    ['POST', BOOK, { ...ANNA, name: ' ' }, { name: 'Required' }],
    ['POST', BOOK, { ...ANNA, nick: 'x', title: null }, { nick: 'Unknown field', title: 'Must be a string' }],
    ['PUT', `${BOOK}/anna`, { name: 'anna' }, { name: 'Cannot be changed' }],
    ['PUT', `${BOOK}/anna`, { email: '' }, { email: 'Required' }],
  ])('%s %s of %j is 400 with the fields at fault', async (method, path, sent, fields) => {
    expect(await ask(method, path, sent)).toMatchObject({ status: 400, body: fields });
    expect(effects()).toEqual([]);
  });

  test.each(['', '{"name":', '[]'])('the body %j is 400 in plain text', async (sent) => {
    expect(await ask('POST', BOOK, sent)).toMatchObject({ status: 400, body: undefined });
  });
});

describe('errors', () => {
  test.each([
    ['GET', BOOK, '', 401],
    ['GET', BOOK, LOGIN.replace('Basic', 'Bearer'), 401],
    ['GET', '/accounts/account007', LOGIN, 404],
    ['GET', `${BOOK}/`, LOGIN, 404],
    ['DELETE', `${BOOK}/info`, LOGIN, 405],
    ['PUT', BOOK, LOGIN, 405],
  ])('%s %s as %j is %i in plain text', async (method, path, authorization, status) => {
    const answer = await ask(method, path, undefined, authorization);
    expect(answer).toMatchObject({ status, body: undefined });
    expect(answer.text).toMatch(new RegExp(`^${status} `));
    expect(effects()).toEqual([]);
  });

  test('a key is another’s in another letter case', async () => {
    expect(await ask('GET', `${BOOK}/INFO`)).toMatchObject({ status: 404, body: { itemNotFound: { code: 404 } } });
  });
});
