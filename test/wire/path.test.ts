import fc from 'fast-check';
import { expect, test } from 'vitest';

import { sanitizeMessage, encodeSegment, UnsendableValue } from '../../src/wire/caller.js';
import { encodeQuery } from '../../src/wire/path.js';

test('whatever can be a part of a path arrives as that part, and nothing else is sent', () => {
  const hostile = fc
    .array(fc.constantFrom('.', '..', '/', '\\', '%2e', '?', '#', ';', 'a', 'ż', '\n', '\u0000', '\uD800', '．'), {
      maxLength: 4,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (value) => {
      let encoded: string;
      try {
        encoded = encodeSegment(value);
      } catch (error) {
        expect(error).toBeInstanceOf(UnsendableValue);
        expect(value === '' || /[\p{Cc}\p{Cs}/\\]|^\.{1,2}$/u.test(value)).toBe(true);
        return;
      }
      const url = new URL(`http://a/contacts/${encoded}/link`);
      expect(url.pathname).toBe(`/contacts/${encoded}/link`);
      expect(decodeURIComponent(url.pathname.split('/')[2] ?? '')).toBe(value);
      expect(decodeURIComponent(url.pathname)).not.toMatch(/(^|\/)\.{1,2}(\/|$)/);
    }),
  );
});

test.each(['', '.', '..', '../x', 'x/..', 'a//b', '..\\x', 'a\r\nb', 'a\u0000', '\u0085', '\uD800'])(
  '%o is no part of a path',
  (value) => {
    expect(() => encodeSegment(value)).toThrow(UnsendableValue);
  },
);

test('a number is a part of a path', () => {
  expect(encodeSegment(12)).toBe('12');
});

test('a query arrives as it was meant', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string()),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value), (values) => {
      const meant = Object.entries(values).flatMap(([name, each]) =>
        each === undefined ? [] : (Array.isArray(each) ? each : [each]).map((one) => [name, String(one)]),
      );
      expect([...new URL(`http://a/b${encodeQuery(values)}`).searchParams]).toEqual(meant);
    }),
  );
  expect(encodeQuery({ a: undefined, b: [] })).toBe('');
  expect(() => encodeQuery({ a: '\uD800' })).toThrow(UnsendableValue);
});

test('a cleaned message is one line of at most two hundred characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (message) => {
      const line = sanitizeMessage('pbx', message);
      expect(line.length).toBeLessThanOrEqual(200);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(line).toBe(line.trim());
    }),
  );
  expect(sanitizeMessage('pbx', ' No such\r\n\tcontact\u202E ')).toBe('No such contact');
  expect(sanitizeMessage('pbx', 'x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
  expect(sanitizeMessage('pbx', 'x'.repeat(200))).toBe('x'.repeat(200));
});
