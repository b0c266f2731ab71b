import type { AccessRules } from '../../graph/request/access-rules.js';
import { createKeyOwnerFinder } from './api-keys.js';
import type { Authenticate } from './authenticate.js';
import { createTokenCheck } from './json-web-token.js';
import { createKeySet, type KeySetOptions } from './key-set.js';
import { readCredential, unknownCaller } from './read-credential.js';

/** Knows callers by the keys and tokens of the config. */
export function createAuthenticator({ keys, jwt }: AccessRules, options: KeySetOptions = {}): Authenticate {
  const findKeyOwner = createKeyOwnerFinder(keys);
  const checkToken = jwt && createTokenCheck(jwt, createKeySet(jwt.jwksUri, options));
  return (source) => {
    const credential = readCredential(source);
    if (credential.is === 'refused') return credential;
    const owner = findKeyOwner(credential.text);
    if (owner) return owner;
    return checkToken && credential.kind === 'bearer' ? checkToken(credential.text) : unknownCaller();
  };
}
