import type { OperationDefinitionNode } from 'graphql';

import { checkDocument, type DocumentChecks } from './check-document.js';
import { readDocuments } from './read-documents.js';
import { DocumentError, type StoredDocument } from './stored-document.js';

export interface TrustedDocumentsOptions {
  /** A folder of documents, or a manifest. */
  readonly directory: string;
  /** Whether nothing else runs. */
  readonly only: boolean;
}

/** An operation of a document, for people. */
export interface TrustedOperation {
  readonly id: string;
  readonly kind: OperationDefinitionNode['operation'];
  readonly name: string;
}

export interface TrustedDocuments {
  readonly only: boolean;
  /** The text of the document with this id. */
  readonly find: (id: string) => string | undefined;
  /** Whether it is the text of one of them. */
  readonly has: (text: string) => boolean;
  readonly operations: readonly TrustedOperation[];
}

/** Reads and checks all documents, once; throws a DocumentError with everything that is wrong. */
export async function loadTrustedDocuments(
  { directory, only }: TrustedDocumentsOptions,
  checks: DocumentChecks,
): Promise<TrustedDocuments> {
  const documents = await readDocuments(directory);
  const checked = checkAll(documents, checks);
  const textOf = new Map<string, string>();
  const findings = checked.flatMap(({ faults }) => faults);
  for (const { id, text, file } of documents) {
    if ((textOf.get(id) ?? text) !== text) findings.push(`${file}: another document has the same id`);
    textOf.set(id, text);
  }
  if (findings.length > 0) throw new DocumentError(findings);
  const texts = new Set(textOf.values());
  return {
    only,
    find: (id) => textOf.get(id),
    has: (text) => texts.has(text),
    operations: checked.flatMap(({ document, operations }) => operations.map((each) => toOperation(document, each))),
  };
}

/** On its own, so that what is kept for lookups does not keep the gateway that these were checked against. */
function checkAll(documents: readonly StoredDocument[], checks: DocumentChecks) {
  return documents.map((document) => ({ document, ...checkDocument(document, checks) }));
}

function toOperation({ id }: StoredDocument, { operation, name }: OperationDefinitionNode): TrustedOperation {
  return { id, kind: operation, name: name?.value ?? '(no name)' };
}
