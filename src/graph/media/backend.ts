import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Readable } from 'node:stream';

import type { JsonObject } from '../../operations/record.js';
import type { CallOptions } from '../../transport/exchange.js';
import { decodeId, type Reference } from '../values/id.js';

/** What takes files, with the mutation that signs a URL for one. */
export const UPLOAD_MUTATIONS = { message: 'createMediaUpload', group: 'createGroupImport' } as const;
export type UploadNoun = keyof typeof UPLOAD_MUTATIONS;

/** What a signed URL allows: one verb on one object. */
export type MediaVerb = 'GET' | 'PUT';

/** A file on its way to the client. */
export interface Download {
  readonly contentType: string;
  /** Bytes, where the provider says so. */
  readonly length: number | undefined;
  readonly fileName: string;
  readonly body: Readable;
}

/** A file on its way from the client. */
export interface Upload {
  readonly contentType: string | undefined;
  readonly length: number | undefined;
  readonly body: Readable;
}

/** What the media room asks of a provider that holds files; each failure is a ProviderFailure. */
export interface MediaBackend {
  /** Nouns whose things take files. */
  readonly uploads: readonly UploadNoun[];
  readonly download: (reference: Reference, callOptions: CallOptions) => Promise<Download>;
  readonly upload: (reference: Reference, upload: Upload, callOptions: CallOptions) => Promise<void>;
  /** Adds what a file holds to what is there; `earlier`: what was added to it before, the newest first. */
  readonly append?: (
    reference: Reference,
    upload: Upload,
    earlier: readonly EarlierImport[],
    callOptions: CallOptions,
  ) => Promise<ImportCounts>;
}

/** What is kept of an import. */
export interface ImportCounts extends JsonObject {
  /** How much there was before it, where that is known. */
  readonly before?: number | null;
  /** How much it adds. */
  readonly rows?: number;
}

/** An import that was sent, or may have been. */
export interface EarlierImport extends ImportCounts {
  /** When it was sent at the latest, in Unix milliseconds. */
  readonly at: number;
}

/** A signed URL's path, and until when it is good. */
export interface SignedPath {
  readonly path: string;
  readonly expiresAt: Date;
}

/** Signs and reads the tokens of media URLs. */
export interface MediaSigner {
  readonly sign: (verb: MediaVerb, id: string) => SignedPath;
  /** What the token allows, or undefined when it is not ours, of another verb, or over. */
  readonly read: (verb: string, token: string) => Reference | undefined;
}

const VALID_MS = 15 * 60_000;

export function createMediaSigner(secret: Buffer, now: () => number = Date.now): MediaSigner {
  const macOf = (claim: string): Buffer => createHmac('sha256', secret).update(claim).digest();
  return {
    sign: (verb, id) => {
      const expires = now() + VALID_MS;
      // What is sent to a URL may be taken once for it: no two are the same, even within a millisecond.
      const claim = `${verb}.${expires.toString(36)}.${id}.${randomUUID()}`;
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
      const [allowed, expires = '', id = ''] = claim.split('.');
      return allowed === verb && now() < parseInt(expires, 36) ? decodeId(id) : undefined;
    },
  };
}

function tokenOf(claim: string, mac: Buffer): string {
  return `${Buffer.from(claim).toString('base64url')}.${mac.toString('base64url')}`;
}
