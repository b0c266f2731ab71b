import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeUtf8, encodeUtf8 } from '../../src/transport/utf8.js';

/** Short ones and such as take another way: of ASCII, and of characters of two, three and four bytes. */
const texts = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', '"', '\n', '\u0000', 'é', 'Ł', '\uFEFF', '漢', '😀') }), fc.nat(3000))
  .map(([text, times]) => text.repeat(times));

describe('UTF-8', () => {
  it('is read as the engine reads it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(decodeUtf8(Buffer.from(text)) === text).toBe(true);
      }),
    );
  });

  it('is written as the engine writes it, with a replacement for half a character', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('', '\uD83D', '\uDE00'), (text, half) => {
        expect(encodeUtf8(text + half).equals(Buffer.from(text + half))).toBe(true);
      }),
    );
  });

  it.each(['a', 'é', '漢', '😀'])('is read and written however long a text is of %s', (character) => {
    for (const length of [1_023, 1_024, 43_690, 43_691, 65_536, 90_000, 131_072, 131_073, 270_000]) {
      const text = character.repeat(length);
      const bytes = Buffer.from(text);
      expect(encodeUtf8(text).equals(bytes) && decodeUtf8(bytes) === text).toBe(true);
    }
  });

  it('keeps the bytes of one text when it writes the next', () => {
    const first = encodeUtf8('first');
    encodeUtf8('other');
    expect(first.toString()).toBe('first');
  });
});
