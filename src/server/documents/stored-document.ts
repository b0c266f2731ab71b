import { createHash } from 'node:crypto';

/** A document that the config lets run. */
export interface StoredDocument {
  /** What a client asks for it by: the SHA-256 of its text, or its key in a manifest. */
  readonly id: string;
  readonly text: string;
  /** Where it stands, for complaints. */
  readonly file: string;
}

/** Documents that cannot be used: each finding is one line with the file and the reason. */
export class DocumentError extends Error {
  constructor(readonly findings: readonly string[]) {
    super(findings.join('\n'));
    this.name = 'DocumentError';
  }
}

/** The SHA-256 of a document, as clients compute it. */
export function hashDocument(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
