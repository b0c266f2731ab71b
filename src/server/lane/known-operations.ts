import { LRUCache } from 'lru-cache';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';

import type { CompiledOperation } from '../../executor/compile-operation.js';

/** An operation that Apollo Server has parsed, validated and let run, in its compiled form. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly queryHash: string;
  readonly compiled: CompiledOperation;
}

/** Compiled operations by what clients send: the text of the document, and the name of the operation where it has several. */
export interface KnownOperations {
  readonly add: (query: string, operationName: string | undefined, known: KnownOperation) => void;
  readonly find: (query: string, operationName: string | undefined) => KnownOperation | undefined;
}

const MAX_DOCUMENTS = 2000;
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** Forgets those that were not asked for the longest. */
export function createKnownOperations(): KnownOperations {
  const byText = new LRUCache<string, Map<string | undefined, KnownOperation>>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, query) => query.length,
  });
  return {
    add: (query, operationName, known) => {
      const byName = byText.get(query) ?? new Map<string | undefined, KnownOperation>();
      byText.set(query, byName.set(operationName, known));
    },
    find: (query, operationName) => byText.get(query)?.get(operationName),
  };
}
