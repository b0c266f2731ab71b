import type { RegisteredDocuments } from './registered-documents.js';
import { selectDocument, type AskedDocument, type SelectedDocument } from './select-document.js';
import { isRecord } from './stored-document.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** A request as Apollo reads it: a body for POST, `search` for GET. */
export interface AskedRequest {
  readonly method: string | undefined;
  readonly search: string;
  readonly body: unknown;
}

/** A request whose document was chosen. */
export type ResolvedRequest =
  | {
      readonly is: 'ready';
      readonly search: string;
      readonly body: unknown;
      readonly register?: (() => void) | undefined;
    }
  | Extract<SelectedDocument, { is: 'refused' }>;

export type ResolveRequest = (asked: AskedRequest, principal: string) => ResolvedRequest;

/** Puts the document into requests that ask for it by its id. */
export function createResolveRequest(
  trusted: TrustedDocuments | undefined,
  registered: RegisteredDocuments,
): ResolveRequest {
  const only = trusted?.only ?? false;
  return (asked, principal) => {
    const document = asked.method === 'GET' ? readSearch(asked.search, only) : readBodyMembers(asked.body);
    const selected = document && selectDocument(document, principal, trusted, registered);
    if (!selected || selected.is === 'given') return { is: 'ready', search: asked.search, body: asked.body };
    if (selected.is === 'refused') return selected;
    const { text, register } = selected;
    return asked.method === 'GET'
      ? { is: 'ready', search: withQuery(asked.search, text), body: asked.body, register }
      : { is: 'ready', search: asked.search, body: withDocument(asked.body, text), register };
  };
}

/** Undefined where it is no object: Apollo says what is wrong with that. */
function readBodyMembers(body: unknown): AskedDocument | undefined {
  if (!isRecord(body)) return undefined;
  const { query, documentId, extensions } = body;
  return { query, documentId, persistedQuery: isRecord(extensions) ? extensions['persistedQuery'] : undefined };
}

function readSearch(search: string, only: boolean): AskedDocument | undefined {
  if (!only && !/[?&](documentId|extensions)=/.test(search)) return undefined;
  const params = new URLSearchParams(search);
  const extensions = parseExtensions(params.get('extensions'));
  return {
    query: params.get('query') ?? undefined,
    documentId: params.get('documentId') ?? undefined,
    persistedQuery: isRecord(extensions) ? extensions['persistedQuery'] : undefined,
  };
}

function parseExtensions(text: string | null): unknown {
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Apollo keeps what it parsed by the hash of the text, and knows nothing of other ids. */
function withDocument(body: unknown, query: string): object {
  const members: Record<string, unknown> = { ...(isRecord(body) ? body : {}), query };
  delete members['documentId'];
  delete members['extensions'];
  return members;
}

function withQuery(search: string, query: string): string {
  const params = new URLSearchParams(search);
  params.set('query', query);
  params.delete('documentId');
  params.delete('extensions');
  return `?${params.toString()}`;
}
