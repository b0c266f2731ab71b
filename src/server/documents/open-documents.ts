import type { ServerResponse } from 'node:http';

import { createResolveRequest, type ResolveRequest } from './asked-request.js';
import type { DocumentChecks } from './check-document.js';
import { createRegisteredDocuments } from './registered-documents.js';
import { createStoredOperationsPage } from './stored-operations-page.js';
import { loadTrustedDocuments, type TrustedDocumentsOptions } from './trusted-documents.js';

/** The documents of a server, whichever gateway it serves. */
export interface ServedDocuments {
  readonly resolveRequest: ResolveRequest;
  /** The page for people where nothing but stored documents runs. */
  readonly storedOnlyPage: ((response: ServerResponse) => void) | undefined;
}

/** Reads the stored documents, and has room for those that callers register; rejects with a DocumentError. */
export async function openDocuments(
  options: TrustedDocumentsOptions | undefined,
  { close, ...checks }: DocumentChecks & { readonly close: () => Promise<void> },
): Promise<ServedDocuments> {
  try {
    const trusted = options && (await loadTrustedDocuments(options, checks));
    return {
      resolveRequest: createResolveRequest(trusted, createRegisteredDocuments()),
      storedOnlyPage: trusted?.only ? createStoredOperationsPage(trusted.operations) : undefined,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
