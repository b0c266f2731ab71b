import fc from 'fast-check';
import { expect, test } from 'vitest';

import { findJsonSlices } from '../../src/wire/json-slices.js';

/** The rows and the rest of a body, put together from its slices as a reader would. */
function read(text: string, key: string | null, sliceBytes: number) {
  const body = Buffer.from(text);
  const finding = findJsonSlices(body, key, sliceBytes);
  let step = finding.next();
  while (!step.done) step = finding.next();
  if (!step.value) return undefined;
  const { ranges, rest } = step.value;
  const rows = ranges.flatMap(([from, to]) => JSON.parse(`[${body.toString('utf8', from, to)}]`) as unknown[]);
  return { rows, rest: JSON.parse(rest) as unknown };
}

// Quotes, brackets, commas and backslashes inside of texts are what a scanner stumbles over.
const tricky = fc.string({ unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', ',', ':', 'a', 'ż', '😀', ' ') });
const value = fc.oneof(tricky, fc.integer(), fc.boolean(), fc.constant(null), fc.array(tricky, { maxLength: 3 }));
const row = fc.dictionary(fc.oneof(fc.constant('objects'), tricky), value, { maxKeys: 4 });
const without = (given: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'objects'));
const rows = fc.array(fc.oneof(row, value), { maxLength: 12 });
const spacing = fc.constantFrom(undefined, 1, '\t');

test('an array that is the whole body comes back as it was, however it is sliced', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 60 }), spacing, (given, sliceBytes, space) => {
      const text = JSON.stringify(given, null, space);
      expect(read(text, null, sliceBytes)).toEqual({ rows: JSON.parse(text) as unknown, rest: [] });
    }),
    { numRuns: 500 },
  );
});

test('an array under a key comes back as it was, and the rest of the object too', () => {
  fc.assert(
    fc.property(row, rows, row, fc.integer({ min: 1, max: 60 }), spacing, (before, given, after, sliceBytes, space) => {
      const whole = { ...without(before), inner: { objects: ['not these'] }, objects: given, ...without(after) };
      const text = JSON.stringify(whole, null, space);
      const { objects, ...others } = JSON.parse(text) as typeof whole;
      expect(read(text, 'objects', sliceBytes)).toEqual({ rows: objects, rest: { ...others, objects: [] } });
    }),
    { numRuns: 500 },
  );
});

test('it goes on after each pause where it was, wherever in a row that is', () => {
  for (let length = 65_500; length < 65_560; length += 1) {
    const given = ['a'.repeat(length), { name: 'x"]},{[', list: [1, [2]] }, [], 'b'.repeat(70_000), { z: '\\' }];
    expect(read(JSON.stringify({ objects: given, more: 1 }), 'objects', 10)).toEqual({
      rows: given,
      rest: { objects: [], more: 1 },
    });
  }
});

test.each([
  ['{"meta":1}', 'objects'],
  ['{"objects":{"a":[]}}', 'objects'],
  ['{"objects":"[1]"}', 'objects'],
  ['{"a":"objects","b":[1]}', 'objects'],
  ['{"a":[1]}', null],
  ['[1,2', null],
  ['["a', null],
  ['', null],
  ['<html>', null],
])('%s has no such array', (text, key) => {
  expect(read(text, key, 10)).toBeUndefined();
});

test('a byte order mark is no part of it', () => {
  expect(read('\uFEFF [1, 2]', null, 1)?.rows).toEqual([1, 2]);
});
