import type { DocumentNode, OperationDefinitionNode } from 'graphql';

import type { CompiledOperation } from '../../executor/compile-operation.js';
import { createLruMap } from '../../graph/cost/lru-map.js';
import { MAX_CHARACTERS } from '../documents/document-store.js';

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

interface KnownDocument {
  readonly length: number;
  readonly operations: Map<string | undefined, KnownOperation>;
}

/** The compiled form of a short document takes memory as well. */
const LEAST_LENGTH = 2000;

/** Forgets those that were not asked for the longest. */
export function createKnownOperations(): KnownOperations {
  const documents = createLruMap<KnownDocument>(MAX_CHARACTERS, ({ length }) => length);
  return {
    add: (query, operationName, known) => {
      const operations = documents.get(query)?.operations ?? new Map<string | undefined, KnownOperation>();
      operations.set(operationName, known);
      documents.set(query, { length: Math.max(LEAST_LENGTH, query.length), operations });
    },
    find: (query, operationName) => documents.get(query)?.operations.get(operationName),
  };
}
