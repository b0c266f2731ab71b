import { getCountryCallingCode, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';

import { toPhone } from '../../../src/graph/values/phone.js';
import { toPhones } from '../../../src/graph/values/phone-field.js';

const COUNTRIES = ['PL', 'DE', 'GB', 'FR', 'ES', 'IT', 'SE', 'CZ', 'US', 'UA', 'NL', 'AT'] as const;
const EACH = 120;

/** Always the same numbers: none of them must be foreign, whatever chance says. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Valid numbers of a country's plan, in E.164: those of its example's length, in any of its ranges. */
function numbersOf(country: CountryCode): readonly string[] {
  const random = createRandom(country.charCodeAt(0) * 256 + country.charCodeAt(1));
  const example = examples[country];
  const code = getCountryCallingCode(country);
  const numbers = new Set<string>([`+${code}${example}`]);
  while (numbers.size < EACH) {
    // Half of them are like the example in their first two digits, which are those of mobile phones.
    const significant = numbers.size % 2 === 0 ? 2 : 0;
    const national = Array.from(example, (digit, at) => (at < significant ? digit : String(Math.floor(random() * 10))));
    const number = parsePhoneNumberFromString(`+${code}${national.join('')}`);
    if (number?.isValid() && number.country === country) numbers.add(number.number);
  }
  return [...numbers];
}

/** How people of the country and others write it. */
function spellingsOf(e164: string): readonly string[] {
  const number = parsePhoneNumberFromString(e164);
  if (!number) throw new TypeError(`${e164} is no number`);
  const national = number.formatNational();
  return [
    national,
    national.replaceAll(/[^\d]/g, ''),
    national.replaceAll(/[^\d]+/g, '-'),
    number.nationalNumber,
    number.nationalNumber.replaceAll(/(\d{3})(?=\d)/g, '$1 '),
    e164,
    number.formatInternational(),
    number.formatInternational().replace('+', '00 '),
    `00${e164.slice(1)}`,
    ` ${number.formatInternational().replaceAll(' ', '\u00A0')} `,
  ];
}

const EXTENSIONS = [' ext. 12', ' x12', ';ext=12', ',,12#', ' wew. 12', ', wew. 12', ' (wewn. 12)', ' Durchwahl 12'];

describe.each(COUNTRIES)('numbers of %s', (country) => {
  const numbers = numbersOf(country);

  test('none is foreign, in whatever spelling', () => {
    const wrong = numbers.flatMap((number) =>
      spellingsOf(number)
        .filter((text) => toPhone(text, country) !== number)
        .map((text) => [text, toPhone(text, country), number]),
    );
    expect(wrong).toEqual([]);
  });

  test('an extension belongs to the number, in whatever words', () => {
    const wrong = numbers.flatMap((number, at) => {
      const spellings = spellingsOf(number);
      const texts = EXTENSIONS.map(
        (extension, place) => `${spellings[(at + place) % spellings.length]?.trim() ?? ''}${extension}`,
      );
      return texts.filter((text) => toPhones(text, country).join() !== `${number};ext=12`);
    });
    expect(wrong).toEqual([]);
  });

  test('several in one field are several', () => {
    const between = [', ', ',', '; ', ';', ' / ', '/', ' | ', '|', '\n', '\r\n', ' lub ', ' or ', ' und '];
    const wrong = numbers.slice(1).flatMap((number, at) => {
      const before = numbers[at] ?? '';
      const spellings = spellingsOf(number);
      const one = spellingsOf(before)[at % spellings.length]?.trim() ?? '';
      const other = spellings[(at * 7) % spellings.length]?.trim() ?? '';
      const text = one + (between[at % between.length] ?? '') + other;
      const found = toPhones(text, country);
      return found.join() === [before, number].join() ? [] : [[text, ...found]];
    });
    expect(wrong).toEqual([]);
  });
});
