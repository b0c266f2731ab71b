import { describe, expect, it } from 'vitest';

import { configErrorsOf, mailroom, MAIL, read } from './files.js';

const DIGEST = 'ab'.repeat(32);

function withAuth(...lines: readonly string[]): string {
  return ['auth:', ...lines.map((line) => `  ${line}`), mailroom(...MAIL)].join('\n');
}

describe('who may ask', () => {
  it('is read with its defaults', () => {
    const { auth } = read(
      withAuth(
        'keys:',
        `  dashboard: { sha256: ${DIGEST.toUpperCase()}, scopes: [read], upstreams: [mail] }`,
        `  sender: { sha256: ${'cd'.repeat(32)}, scopes: [read, send] }`,
        'jwt: { issuer: https://id.example, audience: trunkline, jwksUri: https://id.example/jwks.json }',
      ),
    );
    expect(auth).toEqual({
      keys: [
        { name: 'dashboard', sha256: DIGEST, scopes: ['read'], upstreams: ['mail'] },
        { name: 'sender', sha256: 'cd'.repeat(32), scopes: ['read', 'send'], upstreams: undefined },
      ],
      jwt: {
        issuer: 'https://id.example',
        audience: 'trunkline',
        jwksUri: 'https://id.example/jwks.json',
        algorithms: ['RS256', 'ES256'],
        scopesClaim: 'scope',
        upstreamsClaim: undefined,
        principalClaim: 'sub',
      },
    });
  });

  it('may be nobody in particular', () => {
    expect(read(mailroom(...MAIL)).auth).toBeUndefined();
  });

  it('has every mistake told with key and line', () => {
    const text = withAuth(
      'keys:',
      `  one: { sha256: ${DIGEST}, scopes: [raed], upstreams: [mail, cloud] }`,
      `  two: { sha256: ${DIGEST}, scopes: [], upstream: [mail] }`,
      '  three: { sha256: abcd, scopes: [read], upstreams: [] }',
      'jwt:',
      '  issuer: https://id.example',
      '  audience: trunkline',
      '  jwksUri: http://id.example/jwks.json',
      '  algorithms: [none, HS256]',
    );
    expect(configErrorsOf(text)).toEqual([
      'gateway.yaml:3 auth.keys.one.scopes[0]: expected scopes out of read, write, send, admin',
      'gateway.yaml:3 auth.keys.one.upstreams[1]: there is no such upstream; there are mail',
      'gateway.yaml:4 auth.keys.two.scopes: expected at least one scope out of read, write, send, admin',
      'gateway.yaml:4 auth.keys.two.upstream: unknown key, did you mean "upstreams"?',
      'gateway.yaml:4 auth.keys.two.sha256: is the key of "one" as well',
      'gateway.yaml:5 auth.keys.three.sha256: expected a SHA-256 in 64 hexadecimal digits, as "trunkline hash-key" prints it',
      'gateway.yaml:5 auth.keys.three.upstreams: expected at least one upstream; leave the key out for all of them',
      'gateway.yaml:9 auth.jwt.jwksUri: expected an https URL without a user name, such as https://id.example.com/jwks.json; http for loopback only',
      expect.stringMatching(
        /^gateway\.yaml:10 auth\.jwt\.algorithms\[0\]: expected algorithms out of RS256, /,
      ) as string,
      expect.stringMatching(
        /^gateway\.yaml:10 auth\.jwt\.algorithms\[1\]: expected algorithms out of RS256, /,
      ) as string,
    ]);
  });

  it('is not left empty', () => {
    expect(configErrorsOf(withAuth('keys: {}'))).toEqual([
      'gateway.yaml:1 auth: expected "keys", "jwt" or both: without any nobody could ask',
    ]);
  });
});
