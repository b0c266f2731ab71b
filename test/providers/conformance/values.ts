import fc from 'fast-check';

/** Texts that mean something to SQL, LIKE, wildcards, URLs, lists and XML. */
export const TROUBLE = [
  '%',
  '_',
  '?',
  "O'Brien",
  "' OR 1=1 --",
  '"',
  '\\',
  '*',
  'a,b',
  'a b',
  '&x=1',
  '<b>',
  '#',
  '+',
  '0',
  '-1',
  'null',
  'żółć',
  'ŻÓŁĆ',
  '\u0000',
  '\uD800',
  ' ',
  '',
  'x'.repeat(3000),
];

/** Names that columns of every provider's hostile rows hold: look-alikes by case, accents, wildcards, lists and blanks. */
export const HOSTILE_NAMES: readonly string[] = [
  'Anna',
  'ANNA',
  'Änna',
  'Anna Maria',
  'Joanna',
  'Żółć Gęślą',
  'żółć gęślą',
  'Zolc Gesla',
  'a_b',
  'axb',
  'a%b',
  'aZZb',
  'a*b',
  'a?b',
  'a,b',
  'a',
  "O'Brien",
  'O Brien',
  '"Anna"',
  'back\\slash',
  'R&D <lab> #1',
  'İstanbul',
  '100%',
];

/** Addresses of the same kind; all are what the gateway takes for an e-mail address. */
export const HOSTILE_EMAILS: readonly string[] = [
  'anna@example.com',
  'ANNA@Example.com',
  'joanna@example.com',
  'anna@example.com.pl',
  'anna+tag@example.com',
  'a_b@example.com',
  'axb@example.com',
  'a%b@example.com',
  'a*b@example.com',
  "o'brien@example.com",
  'a,b@example.com',
  'żółć@example.com',
  'ŻÓŁĆ@EXAMPLE.com',
  'zolc@example.com',
  'ąnna@example.com',
  'info@sub.example.com',
];

/** Numbers with and without plus, country, trunk codes and company, as far as digits alone tell them. */
export const HOSTILE_NUMBERS: readonly string[] = [
  '+48500111222',
  '48500111222',
  '500111222',
  '0048500111222',
  '0500111222',
  '485001112223',
  '1500111222',
  '+48600700800',
  '442079460018',
  '02079460018',
  '12025550143',
  '5491123456789',
  '112',
  '1112',
];

const CHANGES: ReadonlyArray<(text: string, at: number) => string> = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  ...['_', '?', '*', '%'].map((sign) => (text: string, at: number) => text.slice(0, at) + sign + text.slice(at + 1)),
  ...['%', '*', ',', "'", '"', ' ', '\\'].map(
    (sign) => (text: string, at: number) => text.slice(0, at) + sign + text.slice(at),
  ),
  (text) => ` ${text} `,
  (text) => `${text}*`,
];

/** Texts near these: whole or in part, as they are or in other letters, and with characters that mean something elsewhere. */
export function near(texts: readonly string[]): fc.Arbitrary<string> {
  const cut = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('whole', 'beginning', 'end', 'middle'));
  const changed = fc.tuple(fc.constantFrom(...texts), cut, fc.constantFrom(...CHANGES), fc.nat());
  return fc.oneof(
    {
      arbitrary: changed.map(([text, [from, to, part], change, at]) => {
        const start = part === 'whole' || part === 'beginning' ? 0 : from % Math.max(1, text.length);
        const end = part === 'whole' || part === 'end' ? text.length : start + 1 + (to % Math.max(1, text.length));
        const cutOut = text.slice(start, end);
        return change(cutOut, at % Math.max(1, cutOut.length));
      }),
      weight: 5,
    },
    fc.constantFrom(...TROUBLE),
  );
}
