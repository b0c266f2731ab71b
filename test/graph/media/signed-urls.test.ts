import fc from 'fast-check';
import { expect, test } from 'vitest';

import { encodeId } from '../../../src/graph/values/id.js';
import { createMediaSigner } from '../../../src/graph/media/signer.js';

const SECRET = Buffer.alloc(32, 7);
const ID = encodeId('pbx', 'document', '12');
const tokenOf = (path: string): string => path.replace('/media/', '');

test('a signed URL allows one verb on one object, for 15 minutes', () => {
  let now = 1_000_000;
  const signer = createMediaSigner(SECRET, () => now);
  const { path, expiresAt } = signer.sign('GET', ID);
  expect(expiresAt.getTime()).toBe(now + 15 * 60_000);
  expect(signer.read('GET', tokenOf(path))).toEqual({ upstream: 'pbx', noun: 'document', key: '12' });
  expect(signer.read('PUT', tokenOf(path))).toBeUndefined();
  now += 15 * 60_000;
  expect(signer.read('GET', tokenOf(path))).toBeUndefined();
});

test('a token that was changed anywhere, or signed with another secret, allows nothing', () => {
  const signer = createMediaSigner(SECRET);
  const token = tokenOf(signer.sign('PUT', ID).path);
  expect(createMediaSigner(Buffer.alloc(32, 8)).read('PUT', token)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '9', '_', '.', ''), (at, letter) => {
      const changed = token.slice(0, at) + letter + token.slice(at + 1);
      if (changed !== token) expect(signer.read('PUT', changed)).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('each URL has one spelling, and no two are the same', () => {
  const signer = createMediaSigner(SECRET, () => 1_000_000);
  const token = tokenOf(signer.sign('PUT', ID).path);
  expect(tokenOf(signer.sign('PUT', ID).path)).not.toBe(token);
  for (const changed of [`${token}.`, `${token}.x`, `${token}=`, `%${token}`, token.replace('.', '=.')]) {
    expect(signer.read('PUT', changed)).toBeUndefined();
  }
  const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  // The last letter has bits to spare: others stand for the same bytes.
  const spelt = Array.from(last).filter((letter) => signer.read('PUT', token.slice(0, -1) + letter) !== undefined);
  expect(spelt).toEqual([token.at(-1)]);
});

test('whatever is sent as a token, it is refused and nothing breaks', () => {
  const signer = createMediaSigner(SECRET);
  fc.assert(fc.property(fc.string(), (token) => signer.read('GET', token) === undefined));
});
