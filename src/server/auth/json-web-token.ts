import { errors, jwtVerify, type JWTPayload, type RemoteJWKSet } from 'jose';

import type { TokenRule } from '../../graph/request/access-rules.js';
import { SCOPES, type Scope } from '../../graph/request/principal.js';
import type { Authentication, CallerRefusal } from './authenticate.js';
import { unknownCaller } from './read-credential.js';

/** Finds out who a token speaks for. */
export type CheckToken = (token: string) => Promise<Authentication>;

/** Clocks of two machines differ. */
const CLOCK_TOLERANCE_SECONDS = 30;
const MAX_NAME_LENGTH = 200;

/** Believes tokens that the issuer's own keys signed; keys that a token brings or names are never used. */
export function createTokenCheck(rule: TokenRule, keySet: RemoteJWKSet): CheckToken {
  const { issuer, audience, algorithms, principalClaim } = rule;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', principalClaim],
      });
      return toAuthentication(payload, rule);
    } catch (error) {
      return isKeySetFailure(error) ? KEYS_UNAVAILABLE : unknownCaller();
    }
  };
}

const KEYS_UNAVAILABLE: CallerRefusal = {
  is: 'refused',
  status: 503,
  code: 'UNAVAILABLE',
  message: 'The keys that tokens are checked with cannot be read now; ask again in a few seconds.',
};

/** Every fault of a token has a class of its own. The rest happened on the way to the keys, so the token may be right. */
function isKeySetFailure(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  return !(error instanceof errors.JOSEError) || error.code === errors.JOSEError.code;
}

function toAuthentication(payload: JWTPayload, rule: TokenRule): Authentication {
  const name = payload[rule.principalClaim];
  if (typeof name !== 'string' || name === '' || name.length > MAX_NAME_LENGTH) return unknownCaller();
  const scopes = wordsOf(payload[rule.scopesClaim]).filter(isScope);
  const upstreams = rule.upstreamsClaim === undefined ? undefined : new Set(wordsOf(payload[rule.upstreamsClaim]));
  // A key of the config may have the same name, and is another caller.
  return { is: 'known', principal: { name: `jwt:${name}`, scopes: new Set(scopes), upstreams } };
}

/** The words of a claim, which is a list or one text with blanks; none where it is neither. */
function wordsOf(claim: unknown): string[] {
  const words: readonly unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  return words.filter((word): word is string => typeof word === 'string' && word !== '');
}

function isScope(word: string): word is Scope {
  return (SCOPES as readonly string[]).includes(word);
}
