import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';

import type { UpstreamResponse } from '../../src/transport/exchange.js';
import { registerSecrets, unregisterSecrets } from '../../src/transport/redact.js';
import { createLog, createScrubber } from '../../src/server/log.js';
import { createCaller } from '../../src/wire/caller.js';
import { jsonCodec } from '../../src/wire/json.js';
import { json } from '../../src/wire/value-readers.js';
import { failureOf } from '../transport/scripted-exchange.js';

afterEach(() => {
  unregisterSecrets('pbx');
});

/** From the middle of what an upstream was sent. */
const PARTS = [0, 1, 2].map((shift) => (secret: string) => {
  const encoded = Buffer.from(`user:${secret}`.slice(shift)).toString('base64');
  return encoded.slice(6, 6 + 12 + shift);
});

const SPELLINGS: ReadonlyArray<(secret: string) => string> = [
  (secret) => secret,
  (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  (secret) => [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join(''),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(`user:${secret}`).toString('base64url'),
  (secret) => Buffer.from(`ab${secret}cd`).toString('base64').replace(/=/g, ''),
  (secret) => Buffer.from(secret).toString('hex'),
  (secret) => secret.replace(/./g, (character) => `&#${character.charCodeAt(0)};`),
  (secret) => secret.replace(/./g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (secret) => Array.from(secret).join('\u200B'),
  (secret) => Array.from(secret).join('\0'),
  (secret) => secret.replace(/.{3}/g, '$&\u2060\r\n'),
];

const secrets = fc.stringMatching(/^[G-Zg-z+/&"\\%=]{4,60}$/);
/** Characters that are in no secret and in none of its spellings. */
const padding = fc.nat({ max: 2300 }).map((length) => '.'.repeat(length));

/** An upstream that answers every call with a documented error whose words are these. */
function callerOf(words: string) {
  const response: UpstreamResponse = {
    status: 400,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ words })),
  };
  return createCaller({
    connection: { upstream: 'pbx', exchange: async () => response },
    basePath: '',
    codec: jsonCodec(),
    readProviderError: (_status, body) => ({ kind: 'rejected', message: (body as { words: string }).words }),
  });
}

/** Whether a text has seven characters in a row of this spelling, which are at least two of the secret; of the secret itself four. */
function tells(text: string, spelled: string, length: number): boolean {
  return Array.from({ length: Math.max(0, spelled.length - length + 1) }, (_, at) => spelled.slice(at, at + length))
    .filter((part) => !/^\.+$/.test(part))
    .some((part) => text.includes(part));
}

/** What a text says to whoever takes each of its words for base64 and leaves out so many of its first characters. */
function decode(text: string, shift: number): string {
  const words = text.split(/[^\w+/-]+/);
  return words.map((word) => Buffer.from(word.slice(shift), 'base64').toString('latin1')).join('\n');
}

test('T13 a provider that repeats a secret, anywhere and however spelt, tells nobody more than three characters', async () => {
  const endpoint = { name: 'GET /x', method: 'GET', path: () => '/x', effect: 'reads', answer: json } as const;
  await fc.assert(
    fc.asyncProperty(
      secrets,
      fc.constantFrom(...SPELLINGS, ...PARTS),
      padding,
      padding,
      async (secret, spell, before, after) => {
        unregisterSecrets('pbx');
        registerSecrets('pbx', secret);
        const spelled = spell(secret);
        const failure = await failureOf(callerOf(`${before}${spelled}${after}`)(endpoint, undefined, {}));
        const lines: string[] = [];
        const log = createLog(createScrubber([{ name: 'pbx' }]), (line) => lines.push(line));
        log.error({ error: failure, raw: `${before}${spelled}` }, 'failed');
        log.warn(spelled);
        const { message, providerMessage = '' } = failure as { message: string; providerMessage?: string };
        for (const text of [message, providerMessage, ...lines]) {
          expect(tells(text, secret, 4)).toBe(false);
          for (const shift of [0, 1, 2, 3]) expect(tells(decode(text, shift), secret, 4)).toBe(false);
          // A part may hold no more than three characters, which are nobody's secret.
          const whole = PARTS.includes(spell) ? secret : spelled.replace(/[\0\u200B\u2060\r\n]+/g, ' ');
          expect(tells(text, whole, Math.min(whole.length, 24))).toBe(false);
        }
      },
    ),
    { numRuns: 150 },
  );
});
