import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { decodeId, type Reference } from '../values/id.js';
import type { MediaVerb } from '../request/context.js';
import type { UpstreamCredential } from '../../transport/upstream-credential.js';

/** A signed URL's path, and until when it is good. */
export interface SignedPath {
  readonly path: string;
  readonly expiresAt: Date;
}

/** What a token allows. */
export interface SignedReference extends Reference {
  /** Seals the credential that the thing was seen with, where callers bring their own: with another, it is another thing. */
  readonly seal: string | undefined;
}

/** Signs and reads the tokens of media URLs. */
export interface MediaSigner {
  readonly sign: (verb: MediaVerb, id: string, credential?: UpstreamCredential) => SignedPath;
  /** What the token allows, or undefined when it is not ours, of another verb, or over. */
  readonly read: (verb: string, token: string) => SignedReference | undefined;
  /** Whether it was signed for whoever has this credential. */
  readonly isFor: (reference: SignedReference, credential: UpstreamCredential) => boolean;
}

const VALID_MS = 15 * 60_000;

export function createMediaSigner(secret: Buffer, now: () => number = Date.now): MediaSigner {
  const macOf = (claim: string): Buffer => createHmac('sha256', secret).update(claim).digest();
  return {
    sign: (verb, id, credential) => {
      const expires = now() + VALID_MS;
      // What is sent to a URL may be taken once for it: no two are the same, even within a millisecond.
      const seal = credential ? `.${credential.sealWith(secret)}` : '';
      const claim = `${verb}.${expires.toString(36)}.${id}.${randomUUID()}${seal}`;
      return { path: `/media/${tokenOf(claim, macOf(claim))}`, expiresAt: new Date(expires) };
    },
    read: (verb, token) => {
      const [encoded = '', mac = ''] = token.split('.');
      const claim = Buffer.from(encoded, 'base64url').toString('utf8');
      const given = Buffer.from(mac, 'base64url');
      const right = macOf(claim);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      // Base64 forgives a lot, and whoever counts URLs must not take one for several.
      if (token !== tokenOf(claim, right)) return undefined;
      const [allowed, expires = '', id = '', , seal] = claim.split('.');
      return allowed === verb && now() < parseInt(expires, 36) ? { ...decodeId(id), seal } : undefined;
    },
    isFor: ({ seal }, credential) => seal === credential.sealWith(secret),
  };
}

function tokenOf(claim: string, mac: Buffer): string {
  return `${Buffer.from(claim).toString('base64url')}.${mac.toString('base64url')}`;
}
