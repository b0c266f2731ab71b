import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';

import {
  unregisterSecrets,
  redact,
  redactQuery,
  registerSecrets,
  registerAccessToken,
} from '../../src/transport/redact.js';

afterEach(() => {
  unregisterSecrets('sms');
});

test('a secret is hidden however it is spelt', () => {
  const spellings: ReadonlyArray<(secret: string) => string> = [
    (secret) => secret,
    encodeURIComponent,
    (secret) => JSON.stringify(secret).slice(1, -1),
    (secret) => new URLSearchParams([['', secret]]).toString().slice(1),
    (secret) => Buffer.from(secret).toString('base64'),
  ];
  const secrets = fc
    .string({ unit: 'grapheme', minLength: 4 })
    .filter((secret) => !'before *** after'.includes(secret));
  fc.assert(
    fc.property(secrets, fc.constantFrom(...spellings), (secret, spell) => {
      unregisterSecrets('sms');
      registerSecrets('sms', secret);
      expect(redact('sms', `<${spell(secret)}>`)).toBe('<***>');
    }),
  );
});

test('a secret within another leaves nothing of the longer one', () => {
  registerSecrets('sms', 'pass', 'password-of-ann');
  expect(redact('sms', 'password-of-ann')).toBe('***');
});

test('secrets of one upstream do not touch the words of another, and three letters are no secret', () => {
  registerSecrets('sms', 'opensesame', 'abc');
  expect(redact('pbx', 'opensesame')).toBe('opensesame');
  expect(redact('sms', 'abc')).toBe('abc');
});

test('old tickets are forgotten, credentials never', () => {
  registerSecrets('sms', 'opensesame');
  for (let index = 0; index < 1000; index += 1) registerAccessToken('sms', `ticket-${index}-`);
  expect(redact('sms', 'ticket-0- ticket-999- opensesame')).toBe('ticket-0- *** ***');
});

test('the values of secret-looking query parameters are hidden in any text', () => {
  expect(redactQuery('GET /a?token=abc failed, see /b?x=1&clientSecret=d&y=2')).toBe(
    'GET /a?token=*** failed, see /b?x=1&clientSecret=***&y=2',
  );
});
