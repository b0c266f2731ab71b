import { expect, test } from 'vitest';

import { distinctRows } from '../../src/wire/distinct-rows.js';

test('of rows with one key the first stays', () => {
  const rows = ['a1', 'b1', 'a2', 'c1', 'b2'];
  expect(distinctRows(rows, ([key = '']) => key)).toEqual(['a1', 'b1', 'c1']);
});

test('2,000 attempts that are one are one', () => {
  expect(
    distinctRows(
      Array.from({ length: 2000 }, () => '7'),
      (key) => key,
    ),
  ).toEqual(['7']);
});
