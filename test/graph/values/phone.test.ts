import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { expect, test } from 'vitest';

import { toPhone, type PhoneNotation } from '../../../src/graph/values/phone.js';

test('long texts that clients look for as phones are not kept in memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 300; at += 1) {
    const text = `${at}`.padEnd(200_000, 'x');
    expect(toPhone(text, 'PL')).toBe(text);
  }
  collectGarbage();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000);
});

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** What the library says of a text, in our words. */
function asRead(text: string, country?: CountryCode): string | undefined {
  const found = parsePhoneNumberFromString(text, country);
  if (!found?.isValid()) return undefined;
  return found.ext === undefined ? found.number : `${found.number};ext=${found.ext}`;
}

/** The contract's words, with nothing remembered and nothing taken for the same. */
function asPromised(text: string, country: CountryCode | undefined, digits: PhoneNotation): string {
  const given = text.trim();
  const first = given.replace(/[^\d+]/g, '');
  if (first === '') return given;
  if (first.startsWith('+')) return asRead(given) ?? given;
  const zeros = /^\D*00/.test(given) ? asRead(given.replace(/^\D*00/, '+')) : undefined;
  const international = asRead(`+${given}`);
  const national = country && asRead(given, country);
  return zeros ?? (digits === 'national' ? (national ?? international) : (international ?? national)) ?? given;
}

test('a number is told as its library does, in whatever groups it is written', () => {
  const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 1, maxLength });
  const national = fc.oneof(
    digits(12),
    fc.array(digits(4), { minLength: 1, maxLength: 5 }).map((groups) => groups.join(' ')),
  );
  const codes = fc.constantFrom(...new Set(getCountries().map((country) => getCountryCallingCode(country))), '');
  const written = fc.oneof(
    fc
      .tuple(fc.constantFrom('+', '', ' ', '+ ', '00', '0'), codes, fc.constantFrom('', ' ', '  ', '-', ' 0'), national)
      .map((parts) => parts.join('')),
    fc.string({ unit: fc.constantFrom(...DIGITS, ' ', '+', '-', '(', ')', '/', '#', 'x', '.'), maxLength: 50 }),
  );
  const country = fc.option(fc.constantFrom(...getCountries()), { nil: undefined });
  fc.assert(
    fc.property(written, fc.array(country, { minLength: 1, maxLength: 3 }), (text, countries) => {
      // The second time from memory, which must not tell one country's number to another.
      for (const each of [...countries, ...countries]) {
        for (const format of ['national', 'international'] as const) {
          expect([text, each, format, toPhone(text, each, format)]).toEqual([
            text,
            each,
            format,
            asPromised(text, each, format),
          ]);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
