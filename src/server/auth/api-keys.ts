import { createHash, timingSafeEqual } from 'node:crypto';

import type { ApiKeyRule } from '../../graph/request/access-rules.js';
import type { Authentication } from './authenticate.js';

/** Finds whose key a text is; undefined: nobody's. */
export type FindKeyOwner = (key: string) => Authentication | undefined;

/**
 * Compares digests, and always all of them: the time tells neither how much of a key was right nor whose it nearly is.
 */
export function createKeyOwnerFinder(rules: readonly ApiKeyRule[]): FindKeyOwner {
  const owners = rules.map(({ name, sha256, scopes, upstreams }) => ({
    digest: Buffer.from(sha256, 'hex'),
    authentication: {
      is: 'known',
      principal: { name, scopes: new Set(scopes), upstreams: upstreams && new Set(upstreams) },
    } satisfies Authentication,
  }));
  return (key) => {
    const given = createHash('sha256').update(key).digest();
    let found: Authentication | undefined;
    for (const { digest, authentication } of owners) if (timingSafeEqual(given, digest)) found = authentication;
    return found;
  };
}
