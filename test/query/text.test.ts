import fc from 'fast-check';
import { expect, test } from 'vitest';

import { foldText, invariantParts } from '../../src/query/text.js';

const LETTERS = [
  'a',
  'S',
  's',
  'ß',
  'ẞ',
  'ss',
  'ﬁ',
  'f',
  'i',
  'ﬀ',
  'l',
  'é',
  'e\u0301',
  'İ',
  'ı',
  'ς',
  'Σ',
  ' ',
  'ł',
  'ﬂ',
];
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 8 }).map((letters) => letters.join(''));

test('folding twice is folding once, in any normal form and case', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (any) => {
      const folded = foldText(any);
      expect(foldText(folded)).toBe(folded);
      expect(foldText(any.normalize('NFD'))).toBe(folded);
      expect(foldText(any.normalize('NFC'))).toBe(folded);
    }),
  );
});

test.each([
  ['ß', 'SS'],
  ['ẞ', 'ss'],
  ['ΣΑΣ', 'σας'],
  ['ﬃ', 'ffi'],
  ['I', 'i'],
])('"%s" and "%s" are one', (one, other) => {
  expect(foldText(one)).toBe(foldText(other));
});

test.each([
  ['ı', 'i'],
  ['İ', 'i'],
  ['Ａ', 'a'],
  ['ł', 'l'],
  ['é', 'e'],
])('"%s" and "%s" are two', (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other));
});

test('whatever equals, holds or begins with a text holds its invariant parts, but for case', () => {
  const holds = {
    eq: (row: string, value: string) => row === value,
    contains: (row: string, value: string) => row.includes(value),
    startsWith: (row: string, value: string) => row.startsWith(value),
  };
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.constantFrom('eq', 'contains', 'startsWith'),
      (before, value, behind, operator) => {
        // Rows in other spellings of the value, and with other text around it.
        const bodies = [value, value.toUpperCase(), value.replaceAll('ss', 'ß'), value.replaceAll('fi', 'ﬁ')];
        const candidates = bodies.flatMap((body) => [body, before + body, body + behind, before + body + behind]);
        for (const row of candidates) {
          if (!holds[operator](foldText(row), foldText(value))) continue;
          for (const part of invariantParts(value, operator)) expect(row.toLowerCase()).toContain(part.toLowerCase());
        }
      },
    ),
    { numRuns: 2000 },
  );
});
