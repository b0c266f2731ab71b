import { expect, test } from 'vitest';

import { ConfigError } from '../../src/config/config-error.js';
import { readConfig } from '../../src/config/load.js';
import { hostway } from '../../src/providers/hostway/index.js';
import { providers } from '../../src/providers/index.js';
import type { Provider } from '../../src/graph/ports/provider.js';

const AUTH = 'auth: { keys: { web: { sha256: "' + 'a'.repeat(64) + '", scopes: [read] } } }\n';

function read(auth: string, { head = '', known = providers }: { head?: string; known?: readonly Provider[] } = {}) {
  const text = `${head}upstreams:
  mail:
    provider: hostway
    baseUrl: https://api.hostway.com
    account: account007
    domains: [example.com]
    auth: ${auth}
`;
  try {
    return readConfig(text, 'gateway.yaml', known, {}).upstreams.map(({ callerHeader }) => callerHeader);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

test('a header takes the place of credentials, in small letters as requests have it', () => {
  expect(read('{ fromHeader: X-Mail-Token }')).toEqual(['x-mail-token']);
  expect(read('{ fromHeader: Authorization }')).toEqual(['authorization']);
  expect(read('{ username: anna, password: secret }')).toEqual([undefined]);
});

test.each([
  ['{ fromHeader: x-mail-token, username: anna, password: secret }', 'either "fromHeader" or credentials'],
  ['{ fromHeader: cookie }', 'begins with "x-"'],
  ['{ fromHeader: X-Api-Key }', 'no other meaning'],
  ['{ fromHeader: x-trunkline-plan }', 'no other meaning'],
  ['{ fromHeader: "x-a\\r\\nb" }', 'begins with "x-"'],
  ['{ fromHeader: [x-mail] }', 'expected'],
])('%s is refused', (auth, message) => {
  expect(read(auth)).toMatch(/gateway\.yaml:\d+/);
  expect(read(auth)).toContain(message);
});

test('the header of the gateway’s own keys is refused where it has keys', () => {
  expect(read('{ fromHeader: Authorization }', { head: AUTH })).toContain('holds the key of this gateway');
  expect(read('{ fromHeader: x-mail-token }', { head: AUTH })).toEqual(['x-mail-token']);
});

test('a provider that takes no credentials of callers is refused with a sentence', () => {
  const { callerAuth, ...closed } = hostway;
  expect(callerAuth).toBeDefined();
  expect(read('{ fromHeader: x-mail-token }', { known: [closed] })).toContain(
    'Hostway takes no credentials of callers',
  );
});
