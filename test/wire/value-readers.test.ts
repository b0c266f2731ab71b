import { expect, test } from 'vitest';

import {
  decimal,
  either,
  flag,
  withoutValue,
  instant,
  int32,
  json,
  ignoredBody,
  oneOf,
  optional,
  text,
  wholeNumber,
} from '../../src/wire/value-readers.js';
import { messageOf } from './message-of.js';
import type { Reader } from '../../src/wire/reader.js';
import { arrayOf, oneOrMany, record } from '../../src/wire/structure-readers.js';

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
    'int32',
    int32,
    [
      ['2147483647', 2_147_483_647],
      [-2_147_483_648, -2_147_483_648],
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
    arrayOf(text),
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
    ignoredBody,
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
  ['a whole number of 32 bits', int32, [2_147_483_648, '-2147483649', '4294967296']],
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
  ['a list', arrayOf(text), [{ 0: 'a' }, { length: 0 }, 'ab', null, undefined]],
  ['an object', record({}), [[], 'a', null, undefined, 7]],
  ['JSON', json, [undefined, NaN, () => 1, [undefined], { a: new Date() }]],
])('U11 U12 %s is demanded of what is none', (expected, reader, values) => {
  for (const value of values)
    expect(messageOf(() => reader(value, 'GET /a'))).toContain(`expected ${expected} at GET /a, found `);
});

test.each<[unknown, string]>([
  ['2026-03-04T05:06:07Z', '2026-03-04T05:06:07.000Z'],
  ['2026-03-04T05:06:07.5+01:00', '2026-03-04T04:06:07.500Z'],
  ['2026-03-04T05:06:07+0100', '2026-03-04T04:06:07.000Z'],
  ['2026-03-04 05:06:07', '2026-03-04T05:06:07.000Z'],
  ['2026-03-04', '2026-03-04T00:00:00.000Z'],
  [1795293336, '2026-11-21T20:35:36.000Z'],
  ['1795293336', '2026-11-21T20:35:36.000Z'],
])('U12 %s is an instant', (value, iso) => {
  expect(instant(value, '').toISOString()).toBe(iso);
});

test.each([0, '0', '', null, '0000-00-00', '0000-00-00 00:00:00'])(
  'U12 %o is no instant, where one is optional',
  (value) => {
    expect(optional(instant)(value, '')).toBeNull();
    expect(optional(withoutValue(instant))(value, '')).toBeNull();
  },
);
