import { createRemoteJWKSet, customFetch, type FetchImplementation, type RemoteJWKSet } from 'jose';

const TIMEOUT_MS = 3000;
/** An unknown key id reads the set anew at most once in this time, so that made-up ids cost the issuer nothing. */
const COOLDOWN_MS = 30_000;
/** A key that the issuer has withdrawn is believed for no longer. */
const MAX_AGE_MS = 10 * 60_000;
/** The pause after a read that failed, unless the keys at hand are good. */
const PAUSE_AFTER_FAILURE_MS = 5000;

export interface KeySetOptions {
  readonly fetch?: FetchImplementation;
}

/** The issuer's public keys, read when they are needed; while they cannot be read, those read before are used to their end. */
export function createKeySet(uri: string, { fetch: send = fetch }: KeySetOptions = {}): RemoteJWKSet {
  let askedAt = -Infinity;
  const keySet: RemoteJWKSet = createRemoteJWKSet(new URL(uri), {
    timeoutDuration: TIMEOUT_MS,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: MAX_AGE_MS,
    [customFetch]: async (...request) => {
      const pauseMs = keySet.fresh ? COOLDOWN_MS : PAUSE_AFTER_FAILURE_MS;
      if (Date.now() < askedAt + pauseMs) throw new Error('the keys could not be read a moment ago');
      askedAt = Date.now();
      return send(...request);
    },
  });
  return keySet;
}
