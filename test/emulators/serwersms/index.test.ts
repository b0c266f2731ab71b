import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS, startSerwerSms } from '../../../src/emulators/serwersms/index.js';
import type { Seed } from '../../../src/emulators/serwersms/state.js';
import { exchangesOf } from '../../support/exchange.js';
import { callerOf, columnOf, JSON_BODY, type Answered } from './client.js';
import { expectAnswered } from '../expect-exchange.js';

const emulator = await startSerwerSms();
const { post, ask, askForm } = callerOf(emulator);

afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
});

const LOGIN = { username: CREDENTIALS.username, password: CREDENTIALS.password };

async function idsOf(action: string, params: object = {}): Promise<unknown[]> {
  return columnOf(await ask(action, params), 'id');
}

describe('documented exchanges', () => {
  test.each(exchangesOf('serwersms'))('$name is answered as written', async (exchange) => {
    emulator.reset(exchange.given as Seed);
    await expectAnswered(exchange, emulator.url);
  });
});

describe('access', () => {
  test.each<[string, object, Readonly<Record<string, string>>, number | undefined]>([
    ['login and password in the body', LOGIN, {}, undefined],
    ['a token', {}, { authorization: `Bearer ${CREDENTIALS.token}` }, undefined],
    ['nothing', {}, {}, 1001],
    ['a wrong password', { ...LOGIN, password: 'x' }, {}, 1001],
    ['a wrong token beside a good password', LOGIN, { authorization: 'Bearer x' }, 1001],
  ])('with %s an action answers only those whom it knows', async (_, body, headers, code) => {
    const answered = await post('groups/index', JSON.stringify(body), { ...JSON_BODY, ...headers });
    expect(answered.error?.code).toBe(code);
  });

  test('only POST reaches an action, but an error code can be looked up by any method and without credentials', async () => {
    const read = async (method: string, path: string): Promise<Answered> =>
      (await (await fetch(emulator.url + path, { method })).json()) as Answered;
    expect((await read('GET', '/groups/index')).error?.code).toBe(1000);
    expect((await read('POST', '/groups/nothing')).error?.code).toBe(1000);
    expect((await read('GET', '/error/1004')).error?.type).toBe('InvalidID');
    expect((await read('POST', '/error/1004.json')).error?.type).toBe('InvalidID');
    expect((await read('POST', '/error/77')).error?.code).toBe(2002);
  });

  test('a body that is no JSON object is invalid data', async () => {
    for (const body of ['{"username":', '[1]', '7']) {
      expect((await post('groups/index', body, JSON_BODY)).error?.code).toBe(1006);
    }
  });
});

describe('lists', () => {
  test('without page and limit everything comes, newest first, and no paging', async () => {
    const answered = await ask('contacts/index');
    const ids = columnOf(answered, 'id') as number[];
    expect(ids.length).toBeGreaterThan(38);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(answered).not.toHaveProperty('paging');
  });

  test.each(['contacts/index', 'groups/index'])('pages of %s laid end to end are the whole list', async (action) => {
    const whole = await idsOf(action);
    const pages = Math.ceil(whole.length / 3);
    const found: unknown[] = [];
    for (let page = 1; page <= pages; page += 1) {
      const answered = await ask(action, { page, limit: 3 });
      expect(answered.paging).toEqual({ page, count: pages });
      found.push(...columnOf(answered, 'id'));
    }
    expect(found).toEqual(whole);
    expect((await ask(action, { page: pages + 1, limit: 3 })).items).toEqual([]);
  });

  test('a page holds 25 rows unless a limit says otherwise, and never more than 1000', async () => {
    emulator.reset({
      contacts: Array.from({ length: 1001 }, (_, index) => ({ id: index + 1, phone: '+48500111222' })),
    });
    const size = async (params: object): Promise<unknown> => {
      const { items = [], paging } = await ask('contacts/index', params);
      return [items.length, paging];
    };
    expect(await size({ page: 1 })).toEqual([25, { page: 1, count: 41 }]);
    expect(await size({ limit: '400' })).toEqual([400, { page: 1, count: 3 }]);
    expect(await size({ limit: 5000 })).toEqual([1000, { page: 1, count: 2 }]);
    expect(await size({ page: 'x', limit: 0 })).toEqual([1001, undefined]);
  });

  test.each([
    ['phone', '500111222'],
    ['email', 'ANNA.kowalska@EXAMPLE'],
    ['company', 'SERWERSMS.PL'],
    ['first_name', 'ŚWIĘTO'],
    ['last_name', 'żóŁć'],
    ['tax_id', '525-000'],
    ['address', 'świętokrzyska'],
    ['city', 'ŁÓDŹ'],
    ['description', '0%'],
    ['group_name', 'DYŻUR'],
  ])('search finds a phrase in %s, whatever its case', async (name, phrase) => {
    const hits = columnOf(await ask('contacts/index', { search: phrase }), name);
    expect(hits).not.toEqual([]);
    expect(hits.some((hit) => String(hit).toLocaleLowerCase('pl').includes(phrase.toLocaleLowerCase('pl')))).toBe(true);
  });

  test('search looks at no id, folds no accents, takes no wildcard and crosses no column', async () => {
    emulator.reset({
      groups: [{ id: 17293086, name: 'Klienci' }],
      contacts: [{ id: 228173579, first_name: 'Anna', last_name: 'Żółć', group_id: 17293086 }],
    });
    for (const search of ['228173579', '17293086', 'Zolc', 'Ann_', 'A%a', 'Anna Żółć']) {
      expect(await idsOf('contacts/index', { search })).toEqual([]);
    }
    expect(await idsOf('groups/index', { search: '17293086' })).toEqual([]);
    expect(columnOf(await ask('groups/index', { search: 'KLIENCI' }), 'name')).toEqual(['Klienci']);
  });

  test('columns are sorted as Polish sorts them, and a column that is not listed sorts nothing', async () => {
    const names = ['Zając', 'Żak', 'Łoś', 'Lis', 'Ćma', 'Cis', 'źrebak'];
    emulator.reset({ contacts: names.map((last_name, index) => ({ id: index + 1, last_name })) });
    const sorted = ['Cis', 'Ćma', 'Lis', 'Łoś', 'Zając', 'źrebak', 'Żak'];
    const read = async (params: object): Promise<unknown[]> =>
      columnOf(await ask('contacts/index', params), 'last_name');
    expect(await read({ sort: 'last_name' })).toEqual(sorted);
    expect(await read({ sort: 'last_name', order: 'DESC' })).toEqual(sorted.reverse());
    expect(await read({ sort: 'blacklist' })).toEqual([...names].reverse());
    expect(await read({ order: 'asc' })).toEqual(names);
  });

  test('group_id splits the contacts into groups and "none"; null and empty mean all', async () => {
    const all = await idsOf('contacts/index');
    const parts: unknown[] = await idsOf('contacts/index', { group_id: 'none' });
    expect(parts).not.toEqual([]);
    for (const group of (await ask('groups/index')).items ?? []) {
      const members = await idsOf('contacts/index', { group_id: String(group['id']) });
      expect(members).toHaveLength(Number(group['count']));
      parts.push(...members);
    }
    expect(parts.sort()).toEqual([...all].sort());
    expect(await idsOf('contacts/index', { group_id: null })).toEqual(all);
    expect(columnOf(await askForm('contacts/index', 'group_id='), 'id')).toEqual(all);
    expect(await idsOf('contacts/index', { group_id: 1 })).toEqual([]);
    expect((await ask('contacts/index', { group_id: 'all' })).error?.code).toBe(1004);
  });
});

describe('the shipped data set', () => {
  test('somebody in two groups is two rows, and groups/check tells both with their ids as text', async () => {
    const { items = [] } = await ask('contacts/index', { search: '+48500111222' });
    expect(items.map((item) => item['group_name'])).toEqual(['Dyżur nocny', 'Klienci']);
    const checked = await ask('groups/check', { phone: '500 111-222' });
    expect(columnOf(checked, 'id')).toEqual(items.map((item) => String(item['id'])));
    expect(columnOf(checked, 'group_id')).toEqual(items.map((item) => item['group_id']));
  });

  test('unassigned contacts have null group columns, and some numbers are as they were typed', async () => {
    const { items = [] } = await ask('contacts/index', { group_id: 'none' });
    expect(items.every((item) => item['group_id'] === null && item['group_name'] === null)).toBe(true);
    const phones = columnOf(await ask('contacts/index'), 'phone').map(String);
    expect(phones.filter((phone) => !/^\+\d{8,15}$/.test(phone))).toEqual(['?', 'wew. 12']);
  });
});
