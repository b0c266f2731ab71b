import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

import type { TokenRule } from '../../src/graph/request/access-rules.js';

/** A pair of keys with its id. */
export interface IssuerKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** An issuer of tokens on loopback. */
export interface TestIssuer {
  readonly rule: TokenRule;
  /** How often its keys were read. */
  readonly reads: () => number;
  /** How it answers from now on; a status other than 200 is without keys. */
  readonly answerWith: (change: { readonly status?: number; readonly keys?: readonly IssuerKey[] }) => void;
  readonly stop: () => Promise<void>;
}

export async function createIssuerKey(id: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { id, privateKey, publicKey };
}

/** A token as the issuer would sign it; `change` are its claims besides or instead. */
export function signToken({ id, privateKey }: IssuerKey, rule: TokenRule, change: JWTPayload = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: rule.issuer, aud: rule.audience, sub: 'anna', scope: 'openid read', exp: now + 300, ...change };
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: id }).sign(privateKey);
}

export async function startIssuer(...first: readonly IssuerKey[]): Promise<TestIssuer> {
  let [status, keys, reads] = [200, first, 0];
  const server = createServer((_request, response) => {
    reads += 1;
    void Promise.all(
      keys.map(async ({ id, publicKey }) => ({ ...(await exportJWK(publicKey)), kid: id, alg: 'ES256' })),
    ).then((jwks) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ keys: jwks }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    rule: {
      issuer: 'https://id.example',
      audience: 'trunkline',
      jwksUri: `http://127.0.0.1:${port}/jwks.json`,
      algorithms: ['ES256', 'RS256'],
      scopesClaim: 'scope',
      upstreamsClaim: 'trunkline_upstreams',
      principalClaim: 'sub',
    },
    reads: () => reads,
    answerWith: (change) => {
      status = change.status ?? 200;
      keys = change.keys ?? keys;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
