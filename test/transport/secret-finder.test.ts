import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createSecretFinder } from '../../src/transport/secret-finder.js';

/** One way in which a body, URL, header, HTML or JSON may write a character. */
const CHARACTER_SPELLINGS: Readonly<Record<string, (character: string) => string>> = {
  'as it is': (character) => character,
  'percent-encoded': percentEncode,
  'percent-encoded in lower case': (character) => percentEncode(character).toLowerCase(),
  'percent-encoded twice': (character) => percentEncode(character).replaceAll('%', '%25'),
  'as a decimal entity': (character) => `&#${character.codePointAt(0) ?? 0};`,
  'as a hexadecimal entity': (character) => `&#x00${(character.codePointAt(0) ?? 0).toString(16)};`,
  'as an entity that was encoded again': (character) => `&amp;#${character.codePointAt(0) ?? 0};`,
  'as an escape of JSON': escapeUnits,
  'as an escape of JSON within JSON': (character) => escapeUnits(character).replaceAll('\\', '\\\\'),
  'as an escape of JSON in a URL': (character) => encodeURIComponent(escapeUnits(character)),
  'in JSON': (character) => JSON.stringify(character).slice(1, -1),
  'in a form': (character) => new URLSearchParams([['', character]]).toString().slice(1),
  'in HTML': (character) => NAMED[character] ?? character,
};
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '/': '&sol;',
  ó: '&oacute;',
};

function percentEncode(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** Ways in which a whole text may be written. */
const WHOLE_SPELLINGS: Readonly<Record<string, (text: string) => string>> = {
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 without padding': (text) => Buffer.from(text).toString('base64').replaceAll('=', ''),
  'in base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
  'in base64 in a URL': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  'in base64 of lines': (text) => Buffer.from(text).toString('base64').replace(/.{7}/g, '$&\r\n'),
  'in hex': (text) => Buffer.from(text).toString('hex'),
  'in upper-case hex': (text) => Buffer.from(text).toString('hex').toUpperCase(),
};

const secrets = fc.oneof(
  fc.string({ minLength: 4, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...Array.from('abcDEF0123456789+/=&%\\"<> óż🙂-_')), minLength: 4, maxLength: 60 }),
  fc.stringMatching(/^eyJ[\w-]{20,80}\.[\w-]{20,80}$/),
);
const INVISIBLE = [
  '',
  '',
  '',
  '',
  '\0',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\u00AD',
  '\n',
  '\u2060',
  '\u202E',
  '\uFE0F',
  '\u{E0041}',
];

/** What is left of the text where its secrets are cut out. */
function remove(secret: string, text: string, isCut = false): string {
  const spans = createSecretFinder([secret]).find(text, isCut);
  return [...spans].reverse().reduce((rest, { start, end }) => `${rest.slice(0, start)}●${rest.slice(end)}`, text);
}

const around = fc.stringMatching(/^[ -~]{0,12}$/);

test('T13 a secret is found whose characters are spelt each in its own way, split by what does not show', () => {
  const spellings = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(CHARACTER_SPELLINGS)), fc.constantFrom(...INVISIBLE)),
    { minLength: 1, maxLength: 80 },
  );
  fc.assert(
    fc.property(secrets, spellings, around, around, (secret, forms, before, after) => {
      const spelled = Array.from(secret)
        .map((character, index) => {
          const [form = '', invisible = ''] = forms[index % forms.length] ?? [];
          return (index > 0 ? invisible : '') + (CHARACTER_SPELLINGS[form]?.(character) ?? '');
        })
        .join('');
      fc.pre(!/[%&\\\\+]$/.test(before));
      const rest = remove(secret, `${before}<${spelled}>${after}`);
      expect(rest.length).toBeLessThanOrEqual(before.length + after.length + 3);
      expect(rest).toContain('●');
    }),
    { numRuns: 500 },
  );
});

test.each(Object.keys(WHOLE_SPELLINGS))('T13 a secret is found %s, alone and within a longer text', (form) => {
  const spell = WHOLE_SPELLINGS[form] ?? String;
  fc.assert(
    fc.property(secrets, around, around, (secret, before, after) => {
      expect(remove(secret, `<${spell(secret)}>`)).toMatch(/^<●(?:\s*[\w+/-]?[=\s]*)>$/);
      const rest = remove(secret, `<${spell(before + secret + after)}>`);
      expect(rest).toContain('●');
      // Nothing of the secret is left: what the rest decodes to is what stood around it.
      const [left = '', right = ''] = rest.slice(1, -1).split('●');
      const format = form.includes('hex') ? 'hex' : 'base64';
      if (form.endsWith('in a URL')) return;
      const known = (text: string): string => Buffer.from(text.replace(/\s/g, ''), format).toString('latin1');
      const start = Buffer.from(before).toString('latin1');
      expect(start.startsWith(known(left).slice(0, start.length))).toBe(true);
      expect(known(left).length).toBeLessThanOrEqual(start.length);
      expect(right.length).toBeLessThanOrEqual(spell(after).length + 12);
    }),
  );
});

test('T13 of a secret that a cut goes through at most three characters are left', () => {
  const forms = fc.constantFrom(...Object.keys(CHARACTER_SPELLINGS));
  fc.assert(
    fc.property(secrets, forms, fc.nat(), (secret, form, place) => {
      const spelled = Array.from(secret).map((character) => CHARACTER_SPELLINGS[form]?.(character) ?? '');
      const whole = spelled.join('');
      const cut = whole.slice(0, 1 + (place % whole.length));
      const rest = remove(secret, `<${cut}`, true);
      expect(rest === '<●' || rest.length - 1 <= 4 * Math.max(...spelled.map(({ length }) => length))).toBe(true);
    }),
  );
});

test.each(['base64', 'base64url', 'hex'] as const)(
  'T13 of a part of a secret in %s at most three characters are left',
  (format) => {
    const forms = fc.constantFrom(
      'as it is',
      'as it is',
      'percent-encoded',
      'as an escape of JSON',
      'as a decimal entity',
    );
    const gaps = fc.constantFrom('', '', '\u200B', '\r\n', '\\n');
    const parts = fc.record({ before: fc.nat({ max: 2 }), from: fc.nat(), length: fc.integer({ min: 4, max: 40 }) });
    fc.assert(
      fc.property(
        fc.stringMatching(/^[!-~]{4,60}$/),
        parts,
        forms,
        gaps,
        (secret, { before, from, length }, form, gap) => {
          const encoded = Buffer.from('ab'.slice(0, before) + secret)
            .toString(format)
            .replaceAll('=', '');
          const first = from % encoded.length;
          let text = 'got <';
          const places = Array.from(encoded.slice(first, first + length), (digit) => {
            const place = text.length;
            text += `${CHARACTER_SPELLINGS[form]?.(digit) ?? ''}${gap}`;
            return place;
          });
          const spans = createSecretFinder([secret]).find(`${text}>`);
          const isLeft = (place: number) => !spans.some(({ start, end }) => start <= place && place < end);
          const bits = format === 'hex' ? 4 : 6;
          let runStart = first;
          for (const [index, place] of [...places, undefined].entries()) {
            if (place !== undefined && isLeft(place)) continue;
            const [start, end] = [Math.max(runStart * bits, before * 8), (first + index) * bits];
            expect(Math.floor(end / 8) - Math.ceil(start / 8)).toBeLessThanOrEqual(3);
            runStart = first + index + 1;
          }
        },
      ),
      { numRuns: 400 },
    );
  },
);

test('words that only resemble a secret stay, and so does a text without any', () => {
  expect(remove('opensesame', 'open sesame, openses, opensesam\u200B and %6Fpen')).not.toContain('●');
  expect(remove('opensesame', 'it ends with opens')).not.toContain('●');
  expect(remove('opensesame', 'it ends with opens', true)).toBe('it ends with ●');
});

test('two secrets that overlap leave nothing of each other', () => {
  const spans = createSecretFinder(['abcd-efgh', 'efgh-ijkl']).find('<abcd-efgh-ijkl>');
  expect(spans).toEqual([{ start: 1, end: 15 }]);
});

test.each([
  ['blanks that do not show', '\u200B'],
  ['escapes of blanks that do not show', '\\u200b'],
  ['backslashes', '\\'],
  ['percent signs', '%25'],
  ['entities', '&amp;'],
])('a long text of %s takes no more than its length', (_what, unit) => {
  const started = performance.now();
  expect(remove('opensesame', `o${unit.repeat(20_000)}p`)).not.toContain('opens');
  expect(remove('%25%25%25%25', unit.repeat(5000))).toBeTypeOf('string');
  // Far more than it takes: what grew with the square of the length would take minutes.
  expect(performance.now() - started).toBeLessThan(10_000);
});
