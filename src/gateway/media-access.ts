import type { MediaBackend } from '../graph/media/backend.js';
import type { RunImport } from '../graph/media/import-once.js';
import type { MediaSigner, SignedReference } from '../graph/media/signer.js';
import type { OpenUpstream } from '../graph/ports/open-upstream.js';
import type { CallerCredentials } from '../transport/upstream-credential.js';
import { asSeenWith } from './caller-views.js';

/** Opens what signed URLs allow. */
export interface MediaAccess {
  readonly read: MediaSigner['read'];
  /** Undefined too where the URL was signed for another credential: with this one it would be another thing. */
  readonly backendOf: (reference: SignedReference, credentials?: CallerCredentials) => MediaBackend | undefined;
  readonly maxUploadBytes: number;
  /** Runs an upload that adds to existing data, such as an import, once for each signed URL. */
  readonly importOnce: RunImport;
}

export function createMediaAccess(
  upstreams: readonly OpenUpstream[],
  signer: MediaSigner,
  rest: Pick<MediaAccess, 'maxUploadBytes' | 'importOnce'>,
): MediaAccess {
  return {
    ...rest,
    read: signer.read,
    backendOf: (reference, credentials) => {
      const upstream = upstreams.find(({ name }) => name === reference.upstream);
      const credential = upstream?.callerAccounts && credentials?.get(upstream.name);
      if (!upstream || (credential && !signer.isFor(reference, credential))) return undefined;
      return asSeenWith(upstream, credentials).backends.media;
    },
  };
}
