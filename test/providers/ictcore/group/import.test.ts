import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { BASE_PATH, CREDENTIALS, startIctCore, type Seed } from '../../../../src/emulators/ictcore/index.js';
import { encodeId } from '../../../../src/graph/values/id.js';
import { ictCore } from '../../../../src/providers/ictcore/index.js';
import { startServer, type HttpAnswer, type TestServer } from '../../../support/server.js';

let emulator: Awaited<ReturnType<typeof startIctCore>>;
let server: TestServer;
let isStarted = false;
const upstream = () => ({ provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings: { auth: CREDENTIALS } });
const GROUPS = [
  { group_id: 1, name: 'One' },
  { group_id: 2, name: 'Two' },
];

beforeAll(async () => {
  emulator = await startIctCore();
});
afterAll(() => emulator.close());
/** A gateway that knows of no import. */
const restart = async (seed: Seed): Promise<void> => {
  if (isStarted) await server.stop();
  isStarted = true;
  emulator.reset(seed);
  server = await startServer([upstream()]);
};
beforeEach(() => restart({ groups: GROUPS }));
afterAll(() => server.stop());

const groupId = (key: number): string => encodeId('ictcore', 'group', String(key));
const pathOf = (url = ''): string => new URL(url).pathname;
const csv = (body: string | Uint8Array) => ({ method: 'PUT', body, headers: { 'content-type': 'text/csv' } });

async function signedFor(group: number): Promise<string> {
  const document = 'mutation ($id: ID!) { createGroupImport(groupId: $id) { url } }';
  const { data } = await server.ask(document, { variables: { id: groupId(group) } });
  return pathOf((data as { createGroupImport: { url: string } }).createGroupImport.url);
}

async function importInto(group: number, body: string | Uint8Array): Promise<HttpAnswer> {
  return server.fetch(await signedFor(group), csv(body));
}

async function exportOf(group: number): Promise<string> {
  const document = 'query ($id: ID!) { node(id: $id) { ... on IctCoreGroup { csvUrl } } }';
  const { data } = await server.ask(document, { variables: { id: groupId(group) } });
  const { status, text } = await server.fetch(pathOf((data as { node: { csvUrl: string } }).node.csvUrl));
  expect(status).toBe(200);
  return text;
}

const FIELDS = 'phones firstName lastName emails address custom1 custom2 custom3 description';

async function contactsOf(group: number): Promise<ReadonlyArray<Record<string, unknown>>> {
  const document = `query ($id: ID!) { node(id: $id) { ... on Group {
    contacts(first: 100) { nodes { ... on IctCoreContact { ${FIELDS} } } }
  } } }`;
  const { data, errors } = await server.ask(document, {
    variables: { id: groupId(group) },
    headers: { 'cache-control': 'no-cache' },
  });
  expect(errors ?? []).toEqual([]);
  return (data as { node: { contacts: { nodes: Array<Record<string, unknown>> } } }).node.contacts.nodes;
}

const sent = () => emulator.requests.filter(({ path, method }) => path.endsWith('/csv') && method === 'POST');

const GOOD = '"48600100206","Jan","Kowalski","","","","","",""\n';
const HEADER = 'phone,first_name,last_name,email,address,custom1,custom2,custom3,description\n';
const bytes = (...parts: Array<string | number[]>): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('a file with a fault is told by its line, and the server sees none of it', () => {
  test.each<[fault: string, line: number, word: RegExp, body: string | Uint8Array]>([
    ['three columns', 1, /3 columns/, '48600100206,Jan,Kowalski\n48600100207,Ewa,Nowak\n'],
    ['eight columns late in the file', 41, /8 columns/, `${GOOD.repeat(40)}a,b,c,d,e,f,g,h\n${GOOD}`],
    ['ten columns', 2, /10 columns/, `${GOOD}1,2,3,4,5,6,7,8,9,10\n`],
    ['an empty line', 2, /empty/, `${GOOD}\n${GOOD}`],
    ['an empty line at its end', 2, /empty/, `${GOOD}\r\n`],
    ['a line of blanks', 2, /empty/, `${GOOD}   \n`],
    ['a line of commas alone', 2, /empty/, `${GOOD},,,,,,,,\n`],
    ['an English header', 1, /names the columns/, HEADER + GOOD],
    ['a Polish header', 1, /names the columns/, `Telefon,Imię,Nazwisko,E-mail,Adres,a,b,c,Opis\n${GOOD}`],
    ['a header of phones alone', 1, /names the columns/, 'Phone number\n48600100206\n'],
    ['semicolons', 1, /";"/, '48600100206;Jan;Kowalski;;;;;;\n'],
    ['semicolons after quotation marks', 1, /";"/, '"48600100206";"Jan"\n'],
    ['tabs', 2, /tabs/, '48600100206\n48600100207\tJan\n'],
    ['a line break within a value', 2, /line break/, `${GOOD}"1","Jan","two\nlines","","","","","",""\n`],
    ['a carriage return within a value', 1, /carriage return/, '"1","a\rb","","","","","","",""\n'],
    ['a quotation mark that is not doubled', 1, /doubled/, '"1","Jan "Janek" K","","","","","","",""\n'],
    ['one within a bare value', 2, /doubled/, `${GOOD}1,Jan "J",,,,,,,\n`],
    ['Latin-2', 2, /UTF-8/, bytes(GOOD, '1,', [0xb3], ',,,,,,,\n')],
    ['half a character at its end', 1, /UTF-8/, bytes('1', [0xc5])],
    ['a value that would be cut', 1, /column 2 \(first_name\)/, `1,${'x'.repeat(65)},,,,,,,\n`],
    ['a line that does not end', 2, /longer/, GOOD + 'x'.repeat(20_000)],
    ['a backslash that shields', 1, /backslash/, '"1","a,\\","","","","","","",""\n'],
    ['nothing', 1, /empty/, ''],
  ])('%s', async (_fault, line, word, body) => {
    const url = await signedFor(1);
    const before = sent().length;
    const { status, errors } = await server.fetch(url, csv(body));
    expect([status, errors?.[0]?.extensions]).toEqual([422, { code: 'BAD_USER_INPUT' }]);
    expect(errors?.[0]?.message).toMatch(new RegExp(`line ${line}: .*(?:${word.source})`));
    expect(sent()).toHaveLength(before);
    // The same URL takes the mended file.
    expect((await server.fetch(url, csv(GOOD))).status).toBe(200);
  });

  test('after more than is held in memory', async () => {
    const { status, errors } = await importInto(1, `${GOOD.repeat(40_000)}48,Jan\n${GOOD}`);
    const message = expect.stringContaining('line 40001: it has 2 columns') as string;
    expect([status, errors?.[0]?.message]).toEqual([422, message]);
  });
});

describe('what is imported', () => {
  test('is what the file says: byte order mark, line ends, phones alone, extensions, backslashes', async () => {
    const body = '\ufeff48600100201\r\n48600100202;ext=12\r\n48600100203,C:\\,"D""\\",,,"a,b",";","\\",last';
    expect((await importInto(1, body)).status).toBe(200);
    emulator.clock.advance(2_000);
    expect(await contactsOf(1)).toMatchObject([
      { phones: ['+48600100201'], firstName: null },
      { firstName: null },
      { firstName: 'C:\\', lastName: 'D"\\', custom1: 'a,b', custom2: ';', custom3: '\\', description: 'last' },
    ]);
  });

  test('goes through the disk where it is long, and arrives whole', async () => {
    const line = (index: number): string => `"4860${index}","Jan ""${index}""","","","","","","","${'x'.repeat(60)}"\n`;
    const body = Array.from({ length: 20_000 }, (_, index) => line(index)).join('');
    expect((await importInto(1, body)).status).toBe(200);
    expect(sent().at(-1)?.body).toBe(body);
  });
});

const cell = fc
  .string({ unit: fc.constantFrom('a', 'Ż', '"', ',', ';', "'", '%', ' ', '😀', '\\x'), maxLength: 6 })
  .map((text) => text.trim());
const contact = fc.record({
  phone: fc.integer({ min: 48_500_000_000, max: 48_599_999_999 }).map(String),
  ...{ first_name: cell, last_name: cell, address: cell, custom1: cell, custom2: cell, custom3: cell },
  email: fc.constantFrom('', 'a@example.com'),
  description: cell,
});

function seeded(contacts: ReadonlyArray<Record<string, string>>): Seed {
  return {
    groups: GROUPS,
    contacts: contacts.map((each, index) => ({ contact_id: index + 1, ...each })),
    links: contacts.map((_, index) => ({ group_id: 1, contact_id: index + 1 })),
  };
}

describe('an export', () => {
  test('that is imported gives the group, whatever its contacts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(contact, { minLength: 1, maxLength: 6 }), async (contacts) => {
        await restart(seeded(contacts));
        const before = await contactsOf(1);
        expect(before).toHaveLength(contacts.length);
        expect(await importInto(2, await exportOf(1))).toMatchObject({ status: 200 });
        emulator.clock.advance(2_000);
        expect(await contactsOf(2)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  test('is the one of the server where that can be read, and else is written from the contacts', async () => {
    const plain = { phone: '48500100200', first_name: 'Ann', description: 'x; y, z' };
    for (const [more, items] of [
      [{}, 0],
      [{ address: 'the "old" town' }, 2],
      [{ address: '1","2' }, 2],
      [{ description: 'two\nlines' }, 2],
    ] as const) {
      emulator.reset(seeded([plain, { ...plain, ...more }]));
      const begun = emulator.requests.length;
      const text = await exportOf(1);
      const asked = emulator.requests.slice(begun).filter(({ path }) => /contacts\/\d+$/.test(path));
      expect(asked).toHaveLength(items);
      expect(text.split('\n')[0]).toBe('"48500100200","Ann","","","","","","","x; y, z"');
      for (const value of Object.values(more)) expect(text).toContain(`"${value.replaceAll('"', '""')}"`);
    }
  });
});

describe('a further import into a group that still grows', () => {
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => `${from + index}\n`).join('');

  test('is CONFLICT until the earlier one is over, and one into another group is none', async () => {
    const begun = sent().length;
    expect((await importInto(1, rows(48_600_000_000, 12_000))).status).toBe(200);
    const conflict = { status: 409, errors: [{ extensions: { code: 'CONFLICT' } }] };
    for (let batch = 0; batch < 3; batch += 1) {
      expect(await importInto(1, rows(48_700_000_000, 3))).toMatchObject(conflict);
      emulator.clock.advance(1_000);
    }
    emulator.clock.advance(60_000);
    expect((await importInto(2, rows(48_700_000_000, 3))).status).toBe(200);
    expect((await importInto(1, rows(48_700_000_000, 3))).status).toBe(200);
    const groups = sent()
      .slice(begun)
      .map(({ path }) => path.split('/').at(-2));
    expect(groups).toEqual(['1', '2', '1']);
  });

  test('at the same time is CONFLICT for one of them', async () => {
    const both = await Promise.all([importInto(1, rows(1_000, 5)), importInto(1, rows(2_000, 5))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
