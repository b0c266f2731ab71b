import { generateKeyPair, sign, verify, type KeyPairKeyObjectResult } from 'node:crypto';
import { promisify } from 'node:util';

import type { Clock } from '../kit/clock.js';

/** `security:token_expiry` as released, in seconds: 360 days. */
export const TOKEN_LIFETIME = 31_104_000;

export interface Bearer {
  readonly user_id: string;
  readonly username: string;
  readonly is_admin: '0' | '1';
}

/** Signs and checks JSON Web Tokens (RS256) with a key of this start; nothing is remembered, so nothing can be revoked. */
export interface Tokens {
  /** Once the key is there; to find one takes a quarter of a second, on another thread. */
  readonly ready: Promise<void>;
  readonly issue: (bearer: Bearer) => string;
  /** The user a token speaks for, or undefined where it is not ours, was changed or has expired. */
  readonly userOf: (token: string) => string | undefined;
}

export function createTokens(clock: Clock): Tokens {
  let keys: KeyPairKeyObjectResult | undefined;
  const readKeys = (): KeyPairKeyObjectResult => {
    if (!keys) throw new Error('a token before the key is ready');
    return keys;
  };
  const ready = promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then((made) => {
    keys = made;
  });
  const now = (): number => Math.floor(clock.now() / 1000);
  return {
    ready,
    issue: (bearer) => {
      const issued = { iss: 'http://ictcore.example.com', iat: now(), nbf: now(), exp: now() + TOKEN_LIFETIME };
      const head = encode({ typ: 'JWT', alg: 'RS256' });
      const signed = `${head}.${encode({ ...issued, ...bearer, 'api-version': '1.0' })}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), readKeys().privateKey).toString('base64url')}`;
    },
    userOf: (token) => {
      const [head = '', payload = '', signature = '', ...rest] = token.split('.');
      const genuine =
        rest.length === 0 &&
        verify('sha256', Buffer.from(`${head}.${payload}`), readKeys().publicKey, Buffer.from(signature, 'base64url'));
      if (!genuine) return undefined;
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { exp: number; user_id: string };
      return now() < claims.exp ? claims.user_id : undefined;
    },
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
