import { expect, it } from 'vitest';

import { hashKey, readKey } from '../../src/commands/hash-key.js';

it('gives the digest that the config takes, with or without a line break behind the key', () => {
  const [plain, ended] = [hashKey('a key of enough length'.replaceAll(' ', '-')), hashKey('a-key-of-enough-length\n')];
  expect(ended).toEqual(plain);
  expect(plain).toMatchObject({ warning: undefined, sha256: expect.stringMatching(/^[\da-f]{64}$/) as string });
});

it('warns of a key that can be guessed', () => {
  expect(hashKey('hunter2').warning).toMatch(/^this key has 7 characters and can be guessed: use 20 or more/);
});

it.each([[''], ['two words'], ['żółć'], ['x'.repeat(2000)]])('refuses %j', (key) => {
  expect(() => hashKey(key)).toThrow(/^a key is 1 to 1024 visible ASCII characters without blanks/);
});

it('reads no more than could be a key', async () => {
  let chunks = 0;
  const endless = (async function* () {
    for (;;) {
      chunks += 1;
      yield 'x'.repeat(1000);
    }
  })();
  expect((await readKey(endless)).length).toBe(3000);
  expect(chunks).toBe(3);
});
