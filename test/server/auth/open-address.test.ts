import { expect, it } from 'vitest';

import { isOpenAddress } from '../../../src/server/auth/open-address.js';

it.each<[string, boolean]>([
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['::1', false],
  ['0:0:0:0:0:0:0:1', false],
  ['::ffff:127.0.0.1', false],
  ['localhost', false],
  ['0.0.0.0', true],
  ['::', true],
  ['10.0.0.1', true],
  ['::ffff:10.0.0.1', true],
  ['name.invalid', true],
])('%s is open to other machines: %s', async (host, isOpen) => {
  expect(await isOpenAddress(host)).toBe(isOpen);
});
