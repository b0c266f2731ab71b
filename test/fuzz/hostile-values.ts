/** Texts that have broken programs before. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  '..',
  '../users',
  '%2e%2e',
  'a/b?c#d',
  '\u0000',
  '\r\nx-injected: 1',
  '\uD800',
  '\uFF11\uFF12\uFF13',
  '😀',
  '+48500111222;ext=9',
  '+000000000000',
  'a@b@c',
  '"@"@example.com',
  '2026-02-30',
  '0000-00-00 00:00:00',
  '275761-01-01T00:00:00Z',
  '99:99',
  '%',
  "' OR 1=1 --",
  '<a>&lol;</a>',
  'x'.repeat(10_000),
];

/** Numbers at the ends of what types hold. */
export const HOSTILE_NUMBERS: readonly number[] = [
  0, -1, 1.5, -0.0001, 2_147_483_647, 2_147_483_648, -2_147_483_649, 4_294_967_296, 9_007_199_254_740_993, 1e21, 1e308,
  -1e308, 253_402_300_800, 8_640_000_000_001,
];

/** Whatever else JSON can say. */
export const HOSTILE_VALUES: readonly unknown[] = [null, true, false, [], {}, [null], [[]], { a: { a: {} } }, ['a', 1]];
