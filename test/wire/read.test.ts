import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  decimal,
  either,
  flag,
  hidden,
  instant,
  json,
  list,
  nothing,
  oneOf,
  oneOrMany,
  optional,
  record,
  text,
  Unreadable,
  wholeNumber,
  type Reader,
} from '../../src/wire/read.js';

function complaint(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
  throw new Error('it was read');
}

const contact = record({ contact_id: wholeNumber, name: optional(text), tags: oneOrMany(text) });

test.each<[string, Reader<unknown>, ReadonlyArray<readonly [unknown, unknown]>]>([
  [
    'text',
    text,
    [
      ['a', 'a'],
      ['', ''],
      [7, '7'],
      [1.5, '1.5'],
      [-0, '0'],
    ],
  ],
  [
    'wholeNumber',
    wholeNumber,
    [
      [7, 7],
      ['7', 7],
      ['-12', -12],
      ['007', 7],
      ['-0', 0],
    ],
  ],
  [
    'decimal',
    decimal,
    [
      [1.5, 1.5],
      ['1.50', 1.5],
      ['-3', -3],
      ['1e3', 1000],
    ],
  ],
  [
    'flag',
    flag,
    [
      [true, true],
      ['true', true],
      ['True', true],
      [1, true],
      ['1', true],
      [false, false],
      ['false', false],
      ['False', false],
      [0, false],
      ['0', false],
    ],
  ],
  ['oneOf', oneOf('EMAIL', 'SMS'), [['SMS', 'SMS']]],
  [
    'optional',
    optional(wholeNumber),
    [
      [undefined, null],
      [null, null],
      ['', null],
      ['0', 0],
    ],
  ],
  [
    'oneOrMany',
    oneOrMany(text),
    [
      [undefined, []],
      ['a', ['a']],
      [['a'], ['a']],
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      ['', ['']],
    ],
  ],
  [
    'list',
    list(text),
    [
      [[], []],
      [['a'], ['a']],
      [
        ['a', 2],
        ['a', '2'],
      ],
    ],
  ],
  [
    'either',
    either(wholeNumber, text),
    [
      ['7', 7],
      ['seven', 'seven'],
    ],
  ],
  [
    'nothing',
    nothing,
    [
      ['<html>', undefined],
      [undefined, undefined],
    ],
  ],
])('%s reads', (_name, reader, pairs) => {
  expect(pairs.map(([value]) => reader(value, 'GET /a'))).toEqual(pairs.map(([, meant]) => meant));
});

test.each<[string, Reader<unknown>, readonly unknown[]]>([
  ['text', text, [null, undefined, true, {}, [], NaN, Infinity, 2 ** 53]],
  ['a whole number', wholeNumber, ['7a', '', '1.0', ' 7', '0x10', '1e3', 1.5, '9007199254740993', null, true, ['7']]],
  ['a number', decimal, ['', 'NaN', 'Infinity', '1e999', '.5', '1,5', Infinity, null]],
  ['true or false', flag, ['yes', '', 2, 'TRUE', null, 'on']],
  [
    'a date',
    instant,
    [
      '',
      'yesterday',
      '2026-02-30',
      '2026-13-01',
      '0000-00-00',
      '2026-01-01T25:00Z',
      9e15,
      '99999999999999999999',
      null,
    ],
  ],
  ['one of "EMAIL", "SMS"', oneOf('EMAIL', 'SMS'), ['sms', '', null]],
  ['a list', list(text), [{ 0: 'a' }, { length: 0 }, 'ab', null, undefined]],
  ['an object', record({}), [[], 'a', null, undefined, 7]],
  ['JSON', json, [undefined, NaN, () => 1, [undefined], { a: new Date() }]],
])('%s is demanded of what is none', (expected, reader, values) => {
  for (const value of values)
    expect(complaint(() => reader(value, 'GET /a'))).toContain(`expected ${expected} at GET /a, found `);
});

test.each<[unknown, string]>([
  ['2026-03-04T05:06:07Z', '2026-03-04T05:06:07.000Z'],
  ['2026-03-04T05:06:07.5+01:00', '2026-03-04T04:06:07.500Z'],
  ['2026-03-04T05:06:07+0100', '2026-03-04T04:06:07.000Z'],
  ['2026-03-04 05:06:07', '2026-03-04T05:06:07.000Z'],
  ['2026-03-04', '2026-03-04T00:00:00.000Z'],
  [1795293336, '2026-11-21T20:35:36.000Z'],
  ['1795293336', '2026-11-21T20:35:36.000Z'],
])('%s is an instant', (value, iso) => {
  expect(instant(value, '').toISOString()).toBe(iso);
});

test.each([0, '0', '', null, '0000-00-00', '0000-00-00 00:00:00'])(
  '%o is no instant, where one is optional',
  (value) => {
    expect(optional(instant)(value, '')).toBeNull();
    expect(optional(hidden(instant))(value, '')).toBeNull();
  },
);

test('a complaint names what was expected, where, and what was found', () => {
  const rows = [{ contact_id: 1 }, { contact_id: '2' }, { contact_id: 3 }, { contact_id: '7a' }];
  expect(complaint(() => list(contact)(rows, 'GET /contacts'))).toBe(
    'expected a whole number at GET /contacts[3].contact_id, found "7a"',
  );
  expect(complaint(() => record({ objects: list(contact) })({ objects: [{}] }, 'GET /a'))).toBe(
    'expected a whole number at GET /a.objects[0].contact_id, found nothing',
  );
  expect(complaint(() => contact({ contact_id: 1, tags: ['a', null] }, 'GET /a'))).toBe(
    'expected text at GET /a.tags[1], found null',
  );
});

test('a complaint tells at most forty characters of a value, and nothing of what a list or an object holds', () => {
  expect(complaint(() => wholeNumber('x'.repeat(100), 'a'))).toBe(
    `expected a whole number at a, found "${'x'.repeat(39)}…"`,
  );
  expect(complaint(() => text({ password: 'hunter2' }, 'a'))).toBe('expected text at a, found an object');
  expect(complaint(() => text(['hunter2'], 'a'))).toBe('expected text at a, found a list of 1');
  expect(complaint(() => wholeNumber('a\nb', 'a'))).not.toContain('\n');
});

test('a hidden value is not told, however deep it stands', () => {
  const reader = record({ account: hidden(record({ pin: wholeNumber })) });
  expect(complaint(() => reader({ account: { pin: 'hunter2' } }, 'GET /me'))).toBe(
    'expected a whole number at GET /me.account.pin, found a hidden value',
  );
});

test('where neither of two readers can read, the message names both or the one that came further', () => {
  const reader = either(wholeNumber, either(flag, contact));
  expect(complaint(() => reader('x', 'a'))).toBe(
    'expected a whole number or true or false or an object at a, found "x"',
  );
  expect(complaint(() => reader({ contact_id: 'x' }, 'a'))).toBe('expected a whole number at a.contact_id, found "x"');
});

test('a record ignores fields that it does not name, and inherited ones are not there', () => {
  const hostile: unknown = JSON.parse(
    '{"contact_id":1,"__proto__":{"name":"x","polluted":true},"constructor":{"a":1}}',
  );
  expect(contact(hostile, '')).toEqual({ contact_id: 1, name: null, tags: [] });
  expect(record({ constructor: optional(text), toString: optional(text) })({}, '')).toEqual({
    constructor: null,
    toString: null,
  });
  expect({}).not.toHaveProperty('polluted');
  expect(() => record(Object.fromEntries([['__proto__', text]]))).toThrow(TypeError);
});

test('any value is read or complained of as Unreadable, by any reader', () => {
  const leaf = fc.constantFrom<Reader<unknown>>(
    text,
    wholeNumber,
    decimal,
    flag,
    instant,
    json,
    nothing,
    oneOf('a', 'b'),
  );
  const { reader } = fc.letrec<{ reader: Reader<unknown> }>((tie) => ({
    reader: fc.oneof(
      { maxDepth: 4 },
      leaf,
      tie('reader').map((inner) => optional(inner)),
      tie('reader').map((inner) => hidden(inner)),
      tie('reader').map((inner) => list(inner)),
      tie('reader').map((inner) => oneOrMany(inner)),
      fc.tuple(tie('reader'), tie('reader')).map(([one, other]) => either(one, other)),
      fc.tuple(tie('reader'), tie('reader')).map(([one, other]) => record({ a: one, constructor: other })),
    ),
  }));
  const value = fc.oneof(
    fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSparseArray: true,
      key: fc.constantFrom('a', 'constructor', '__proto__', 'b'),
    }),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(reader, value, (read, found) => {
      try {
        read(found, 'GET /a');
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
        expect(error).toHaveProperty('message', expect.stringMatching(/^expected .+ at GET \/a[[\].\w]*, found .+$/s));
      }
    }),
    { numRuns: 2000 },
  );
});

test('any JSON value is read as it is, up to a depth', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const parsed: unknown = JSON.parse(JSON.stringify(value));
      expect(json(parsed, '')).toBe(parsed);
    }),
  );
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  expect(complaint(() => json(deep, 'a'))).toContain('expected JSON');
});

test('text of a number leads back to the number', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      expect(wholeNumber(text(number, ''), '')).toBe(number + 0);
    }),
  );
});
