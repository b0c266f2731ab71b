import { expect, it } from 'vitest';

import { startAnswerTarget } from './answer-target.js';
import { startDocumentTarget } from './document-target.js';
import { findFault } from './find-fault.js';
import { fuzz, type FuzzTarget } from './fuzz.js';

/** A slow machine tries fewer of them; `npm run fuzz` tries others. */
const OPTIONS = { seed: 1, count: 1000, forMs: 20_000 };
const TIMEOUT_MS = 90_000;

it.each<readonly [string, () => Promise<FuzzTarget>]>([
  ['A24 random bytes, documents with faults and random documents', startDocumentTarget],
  ['U11 U12 answers of every provider, with faults', startAnswerTarget],
])(
  '%s end in data or in an error that says what is wrong',
  async (_, start) => {
    const target = await start();
    try {
      const { fault, tried, answers } = await fuzz(target, OPTIONS);
      expect(fault).toBeUndefined();
      expect(tried).toBeGreaterThan(20);
      // Most must come further than the door.
      expect(answers['no error'] ?? 0).toBeGreaterThan(tried / 20);
    } finally {
      await target.stop();
    }
  },
  TIMEOUT_MS,
);

it.each([
  [500, 'application/json', '{}'],
  [302, 'application/json', '{}'],
  [200, 'text/html', '{}'],
  [200, null, '{}'],
  [400, 'application/json', '{'],
  [200, 'application/json', '{"errors":[{"extensions":{"code":"INTERNAL"}}]}'],
  [200, 'application/json', '{"data":{"a":[{"sources":[{"error":{"code":"INTERNAL_SERVER_ERROR"}}]}]}}'],
])('the check bites: %s %s %s', (status, contentType, text) => {
  expect(findFault(status, contentType, text)).toBeDefined();
  expect(
    findFault(200, 'application/json; charset=utf-8', '{"errors":[{"extensions":{"code":"NOT_FOUND"}}]}'),
  ).toBeUndefined();
});
