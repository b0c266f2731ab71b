import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  decimal,
  either,
  flag,
  withoutValue,
  instant,
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
import { UnreadableValue } from '../../src/wire/unreadable-value.js';

const contact = record({ contact_id: wholeNumber, name: optional(text), tags: oneOrMany(text) });

test('a complaint names what was expected, where, and what was found', () => {
  const rows = [{ contact_id: 1 }, { contact_id: '2' }, { contact_id: 3 }, { contact_id: '7a' }];
  expect(messageOf(() => arrayOf(contact)(rows, 'GET /contacts'))).toBe(
    'expected a whole number at GET /contacts[3].contact_id, found text',
  );
  expect(messageOf(() => record({ objects: arrayOf(contact) })({ objects: [{}] }, 'GET /a'))).toBe(
    'expected a whole number at GET /a.objects[0].contact_id, found nothing',
  );
  expect(messageOf(() => contact({ contact_id: 1, tags: ['a', null] }, 'GET /a'))).toBe(
    'expected text at GET /a.tags[1], found null',
  );
});

test('a complaint tells the kind of a value, and nothing of what it holds', () => {
  for (const [value, kind] of [
    ['x'.repeat(100), 'text'],
    ['', 'empty text'],
    [1.5, 'a number'],
    [true, 'a boolean'],
    [[], 'an empty list'],
  ] as const) {
    expect(messageOf(() => wholeNumber(value, 'a'))).toBe(`expected a whole number at a, found ${kind}`);
  }
  expect(messageOf(() => text({ password: 'hunter2' }, 'a'))).toBe('expected text at a, found an object');
  expect(messageOf(() => text(['hunter2'], 'a'))).toBe('expected text at a, found a list');
  expect(messageOf(() => wholeNumber('a\nb', 'a'))).not.toContain('\n');
});

test('a hidden value is not told, however deep it stands', () => {
  const reader = record({ account: withoutValue(record({ pin: wholeNumber })) });
  expect(messageOf(() => reader({ account: { pin: 'hunter2' } }, 'GET /me'))).toBe(
    'expected a whole number at GET /me.account.pin, found a hidden value',
  );
});

test('where neither of two readers can read, the message names both or the one that came further', () => {
  const reader = either(wholeNumber, either(flag, contact));
  expect(messageOf(() => reader('x', 'a'))).toBe(
    'expected a whole number or true or false or an object at a, found text',
  );
  expect(messageOf(() => reader({ contact_id: 'x' }, 'a'))).toBe('expected a whole number at a.contact_id, found text');
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
    ignoredBody,
    oneOf('a', 'b'),
  );
  const { reader } = fc.letrec<{ reader: Reader<unknown> }>((tie) => ({
    reader: fc.oneof(
      { maxDepth: 4 },
      leaf,
      tie('reader').map((inner) => optional(inner)),
      tie('reader').map((inner) => withoutValue(inner)),
      tie('reader').map((inner) => arrayOf(inner)),
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
        expect(error).toBeInstanceOf(UnreadableValue);
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
  expect(messageOf(() => json(deep, 'a'))).toContain('expected JSON');
});

test('text of a number leads back to the number', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      expect(wholeNumber(text(number, ''), '')).toBe(number + 0);
    }),
  );
});
