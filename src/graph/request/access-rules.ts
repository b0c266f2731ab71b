import type { Scope } from './principal.js';

/** What callers are known by, as the config says it. */
export interface AccessRules {
  readonly keys: readonly ApiKeyRule[];
  readonly jwt: TokenRule | undefined;
}

/** One API key. The key itself is nowhere: only its digest is. */
export interface ApiKeyRule {
  readonly name: string;
  /** SHA-256 of the key, in hexadecimal. */
  readonly sha256: string;
  readonly scopes: readonly Scope[];
  /** The upstreams that exist for it; undefined: all. */
  readonly upstreams: readonly string[] | undefined;
}

/** Which JSON Web Tokens are believed, and what their claims mean. */
export interface TokenRule {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's public keys are. */
  readonly jwksUri: string;
  readonly algorithms: readonly string[];
  readonly scopesClaim: string;
  /** Undefined: every token sees all upstreams. */
  readonly upstreamsClaim: string | undefined;
  readonly principalClaim: string;
}
