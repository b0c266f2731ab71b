import { expect, test } from 'vitest';

import { toPhones } from '../../../src/graph/values/phone-field.js';

test.each<readonly [string, readonly string[]]>([
  // An extension, in each language's word and place.
  ['+48 22 555 12 00 ext. 12', ['+48225551200;ext=12']],
  ['22 555 12 00 wew. 12', ['+48225551200;ext=12']],
  ['22 555 12 00 w.12', ['+48225551200;ext=12']],
  ['22 555 12 00 WEWNĘTRZNY 0012', ['+48225551200;ext=0012']],
  ['22 555 12 00 wewnętrzny 12'.normalize('NFD'), ['+48225551200;ext=12']],
  ['+49 30 901820 Durchwahl 12', ['+4930901820;ext=12']],
  ['+49 30 901820 - DW-12', ['+4930901820;ext=12']],
  ['+420 224 222 333 linka 12', ['+420224222333;ext=12']],
  ['tel:+48225551200;ext=12', ['+48225551200;ext=12']],
  ['+48225551200,,12#', ['+48225551200;ext=12']],
  ['22 555 12 00, 12', ['+48225551200;ext=12']],
  // Long enough to be numbers of their own, but dialled behind the first.
  ['+48225551200,,500111222#', ['+48225551200;ext=500111222']],
  // Several, with extensions and remarks.
  ['22 555 12 00 x12, 500 111 222', ['+48225551200;ext=12', '+48500111222']],
  ['22 555 12 00 / wew. 12 / 500111222', ['+48225551200;ext=12', '+48500111222']],
  ['+48225551200,,12#;+48225551201;ext=13', ['+48225551200;ext=12', '+48225551201;ext=13']],
  ['\u202A+48225551200\u202C wew. 12', ['+48225551200;ext=12']],
  ['500 111 222 | 0048225551200,,12#', ['+48500111222', '+48225551200;ext=12']],
  ['500111222 / 225 551 200,,12#', ['+48500111222', '+48225551200;ext=12']],
  ['500111222;600111222', ['+48500111222', '+48600111222']],
  ['500111222 i 600111222 oraz 700111222', ['+48500111222', '+48600111222', '+48700111222']],
  ['+48500111222 +48600111222', ['+48500111222', '+48600111222']],
  ['biuro: 22 555 12 00, kom. 500 111 222', ['+48225551200', '+48500111222']],
  ['500111222 / biuro', ['+48500111222']],
  ['500111222, 500 111 222; +48500111222', ['+48500111222']],
  ['500111222,', ['+48500111222']],
  ['00 49 30 901820 oder 0048 500 111 222', ['+4930901820', '+48500111222']],
  ['+1 650-253-0000 | 5001112223', ['+16502530000', '5001112223']],
  // What may be an extension or other last digits of the number is neither: it must tie nobody.
  ['22 555 12 00/01', ['22 555 12 00/01']],
  ['+48225551200/12', ['+48225551200/12']],
  // No numbers at all.
  [' N/A ', ['N/A']],
  ['112, 999', ['112, 999']],
  ['wew. 12', ['wew. 12']],
  [' ,;/ ', [',;/']],
  ['  ', []],
])('a field of a Polish account holds these phones: %j', (text, phones) => {
  expect([toPhones(text, 'PL'), toPhones(text, 'PL')]).toEqual([phones, phones]);
});

test.each<readonly [string, readonly string[]]>([
  ['030/901820', ['+4930901820']],
  ['0171/1234567 und 030/901820', ['+491711234567', '+4930901820']],
  ['030/901820, 0171/1234567', ['+4930901820', '+491711234567']],
  ['+49 (0)30 901820 / +49 (0)171 1234567', ['+4930901820', '+491711234567']],
])('a slash may stand inside of a German number: %j', (text, phones) => {
  expect(toPhones(text, 'DE')).toEqual(phones);
});

test('without a country, several that can’t be read are several all the same', () => {
  expect(toPhones('500 111 222; 600 111 222', undefined)).toEqual(['500 111 222', '600 111 222']);
});

test('digits that an account keeps international are read so first, and in its country only else', () => {
  expect(toPhones('532123456', 'PL')).toEqual(['+48532123456']);
  expect(toPhones('532123456', 'PL', 'international')).toEqual(['+532123456']);
  expect(toPhones('48532123456; 500111222', 'PL', 'international')).toEqual(['+48532123456', '+48500111222']);
});

test.each([['1,'.repeat(240)], ['500111222/'.repeat(49)], ['a1 or '.repeat(80)], ['1;'.repeat(100_000)]])(
  'a text of many marks is told, and not looked at for long',
  (text) => {
    expect(toPhones(text, 'PL').length).toBeGreaterThan(0);
  },
);
