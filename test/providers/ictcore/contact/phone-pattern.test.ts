import fc from 'fast-check';
import { getCountries, getCountryCallingCode, type CountryCode } from 'libphonenumber-js';
import { describe, expect, test } from 'vitest';

import { withoutExtension } from '../../../../src/graph/values/phone-extension.js';
import { toPhones } from '../../../../src/graph/values/phone-field.js';
import { digitsOf, isPhone } from '../../../../src/graph/values/phone.js';
import { patternOfNumber, patternOfPart } from '../../../../src/providers/ictcore/contact/phone-pattern.js';
import { startFixture } from '../fixture.js';

interface Typed {
  readonly text: string;
  readonly e164: string;
}

/** Countries whose numbers may be typed without their area, which libphonenumber-js then adds. */
const ADDING: readonly CountryCode[] = ['AR', 'AG', 'BB', 'CC', 'CX', 'GG', 'IM', 'JE', 'MG', 'NF', 'SM', 'VI'];

const country = fc.oneof(fc.constantFrom(...getCountries()), fc.constantFrom<CountryCode>(...ADDING));
const digit = fc.integer({ min: 0, max: 9 }).map(String);

/** A number as a clerk types it, with the E.164 that the graph makes of it. */
const typed: fc.Arbitrary<Typed> = fc
  .record({
    country,
    local: fc.array(digit, { minLength: 5, maxLength: 11 }),
    lead: fc.constantFrom('', '+', '00', '0', 'code', '+code '),
    gap: fc.constantFrom('', ' ', '-', '.', ') '),
    tail: fc.constantFrom('', '', ' ext. 12', ' x 3', '  ', ',,12#', ' wew. 12', ' / 600 700 801', '; 112'),
    before: fc.constantFrom('', '', '', '600700800, ', '+48 22 555 12 00 wew. 7 | '),
  })
  .map(({ country: home, local, lead, gap, tail, before: other }) => {
    const before = other + lead.replace('code', getCountryCallingCode(home));
    const text = `${before}${local.slice(0, 3).join('')}${gap}${local.slice(3).join('')}${tail}`;
    return toPhones(text, home).map((e164) => ({ text, e164 }));
  })
  .map((each) => each.filter(({ text, e164 }) => isPhone(withoutExtension(e164)) && e164 !== text.trim()))
  .filter((each) => each.length > 0)
  .chain((each) => fc.constantFrom(...each));

/** `phone LIKE '%…'`. */
function isLike(text: string, value: string): boolean {
  return new RegExp(`^.*${value.replaceAll('%', '.*')}$`, 's').test(text);
}

describe('what phones are searched by', () => {
  test('a number is found in every spelling that means it', () => {
    fc.assert(
      fc.property(typed, ({ text, e164 }) => {
        // The bare number finds those with an extension, too.
        for (const searched of [e164, withoutExtension(e164)]) {
          const pattern = patternOfNumber(searched);
          expect(pattern).toMatch(/^(\d%){3,}$/);
          expect([text, pattern, isLike(text, pattern ?? '')]).toEqual([text, pattern, true]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('a part of a number is found in every spelling that means the number', () => {
    fc.assert(
      fc.property(typed, fc.nat(14), fc.integer({ min: 1, max: 15 }), ({ text, e164 }, from, length) => {
        const part = digitsOf(e164).slice(from, from + length);
        const pattern = patternOfPart(part);
        if (pattern !== undefined) expect([text, part, isLike(text, pattern)]).toEqual([text, part, true]);
      }),
      { numRuns: 3_000 },
    );
  });

  test('what is sent is digits and wildcards, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const sent of [patternOfNumber(text), patternOfPart(text)]) expect(sent ?? '1%').toMatch(/^(\d%){1,32}$/);
      }),
    );
  });

  test('phone is searched by digits with anything between them', async () => {
    await using fixture = await startFixture({
      contacts: ['+48 500-111-222', '500111222', '0048500111222', '(500) 111 222 x5', '+48500111223', '5001112220'].map(
        (phone, index) => ({ contact_id: index + 1, phone }),
      ),
    });
    const find = async (phone: object): Promise<unknown> => {
      const { data } = await fixture.gateway.ask(
        'query ($phone: StringFilter) { contacts(filter: { phone: $phone }) { nodes { upstreamId } sources { pushedDown } } }',
        { phone },
      );
      return data?.['contacts'];
    };
    const four = ['1', '2', '3', '4'].map((upstreamId) => ({ upstreamId }));
    expect(await find({ eq: '500 111 222' })).toEqual({ nodes: four, sources: [{ pushedDown: ['phone.eq'] }] });
    expect(await find({ contains: '48500111222' })).toEqual({
      nodes: four,
      sources: [{ pushedDown: ['phone.contains'] }],
    });
    expect(fixture.asked()).toEqual(
      ['5%0%0%1%1%1%2%2%2%', '0%0%1%1%1%2%2%2%'].map((sent) => `/contacts?phone=${encodeURIComponent(sent)}`),
    );
  });
});
