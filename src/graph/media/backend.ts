import type { Readable } from 'node:stream';

import type { JsonObject } from '../../operations/record.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { Reference } from '../values/id.js';
import type { UploadNoun } from '../mutations/capabilities.js';

declare module '../ports/backends.js' {
  interface Backends {
    /** Files behind signed URLs. */
    readonly media: MediaBackend;
  }
}

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
