import type { RegisteredDocuments } from './registered-documents.js';
import { hashDocument, isRecord } from './stored-document.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** What a request says of its document, unchecked. */
export interface AskedDocument {
  readonly query: unknown;
  readonly documentId: unknown;
  /** The member of `extensions`. */
  readonly persistedQuery: unknown;
}

export type SelectedDocument =
  /** The request says what is to run, or Apollo says what is wrong with it. */
  | { readonly is: 'given' }
  /** `register`: to be called once the document was found to be valid. */
  | { readonly is: 'found'; readonly text: string; readonly register: (() => void) | undefined }
  | { readonly is: 'refused'; readonly status: 200 | 400; readonly code: string; readonly message: string };

const GIVEN: SelectedDocument = { is: 'given' };
const ONLY_STORED =
  'This gateway runs only the operations that it stores: ask with "documentId" or "extensions.persistedQuery.sha256Hash".';
const NOT_STORED = 'This gateway stores no document with this id.';
const NOT_ITS_TEXT = 'The "query" is not the document of this id: leave it out, or send the document itself.';
const NO_ID = 'Expected a text as "documentId", and as "extensions.persistedQuery" { "version": 1, "sha256Hash": … }.';
const TWO_IDS = 'Expected "documentId" or "extensions.persistedQuery", not both.';

/** Chooses the document of a request: one that the gateway stores, one that the caller registered, or its own. */
export function selectDocument(
  { query, documentId, persistedQuery }: AskedDocument,
  principal: string,
  trusted: TrustedDocuments | undefined,
  registered: RegisteredDocuments,
): SelectedDocument {
  const isById = documentId !== undefined && documentId !== null;
  const isByHash = persistedQuery !== undefined && persistedQuery !== null;
  const text = typeof query === 'string' && query !== '' ? query : undefined;
  if (!isById && !isByHash) {
    if (!trusted?.only) return GIVEN;
    // Whatever is not a text that is stored stops here, also what Apollo would read in another way.
    return text !== undefined && trusted.has(text) ? found(text) : refused(ONLY_STORED);
  }
  if (isById && isByHash) return refused(TWO_IDS);
  const id = isById ? documentId : readHash(persistedQuery);
  if (typeof id !== 'string') return refused(NO_ID);
  const stored = trusted?.find(id);
  if (stored !== undefined) return (text ?? stored) === stored ? found(stored) : refused(NOT_ITS_TEXT);
  if (isById || trusted?.only) return refused(trusted?.only ? `${NOT_STORED} ${ONLY_STORED}` : NOT_STORED);
  if (text === undefined) {
    const known = registered.find(principal, id);
    return known === undefined ? MISS : found(known);
  }
  if (hashDocument(text) !== id) return refused(NOT_ITS_TEXT);
  return found(text, () => {
    registered.add(principal, id, text);
  });
}

/** What clients of Apollo expect, to send the whole document next. */
const MISS: SelectedDocument = {
  ...{ is: 'refused', status: 200 },
  ...{ code: 'PERSISTED_QUERY_NOT_FOUND', message: 'PersistedQueryNotFound' },
};

function readHash(persistedQuery: unknown): unknown {
  return isRecord(persistedQuery) && persistedQuery['version'] === 1 ? persistedQuery['sha256Hash'] : undefined;
}

function found(text: string, register?: () => void): SelectedDocument {
  return { is: 'found', text, register };
}

function refused(message: string): SelectedDocument {
  return { is: 'refused', status: 400, code: 'BAD_REQUEST', message };
}
