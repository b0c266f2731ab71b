import { expect, it } from 'vitest';

import { differenceOf } from './equality.js';

const anna = { id: '1', name: 'Anna', email: 'a@example.com', phone: '501 000 002' };
const jan = { id: '2', name: 'Jan', email: null, phone: '+48501000003' };

it('takes rows in another order, and phones in another spelling, as the same', () => {
  const mine = [
    { ...jan, email: undefined },
    { ...anna, phone: '+48501000002' },
  ];
  expect(differenceOf(mine, [anna, jan], 2)).toBeUndefined();
});

it.each([
  ['a missing row', [anna], '1 rows instead of 2'],
  ['a row twice', [anna, anna], '“1 | Anna | a@example.com | 501000002 | ” instead of “2 | Jan |  | 501000003 | ”'],
  ['another phone', [anna, { ...jan, phone: '+48501000004' }], '501000004'],
  ['a description that the other lacks', [anna, { ...jan, description: 'x' }], '| x”'],
])('tells %s', (_, mine, difference) => {
  expect(differenceOf(mine, [anna, jan], 2)).toContain(difference);
});
