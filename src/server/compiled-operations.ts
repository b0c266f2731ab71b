import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

import { compileOperation, type CompiledOperation } from '../executor/compile-operation.js';

interface Entry {
  uses: number;
  compiled: CompiledOperation | undefined;
}

/** Gives the compiled form of an operation from a certain use on; undefined where graphql-js executes it. */
export type FindCompiled = (
  document: DocumentNode,
  /** Undefined where the document has no operation of the name that was asked for, whatever Apollo's types say. */
  operation: OperationDefinitionNode | undefined,
) => CompiledOperation | undefined;

/** Compiled operations live as long as their documents, which Apollo's document store bounds. */
export function createCompiledOperations(schema: GraphQLSchema, compileAtUse: number): FindCompiled {
  const entries = new WeakMap<OperationDefinitionNode, Entry>();
  return (document, operation) => {
    if (!operation) return undefined;
    let entry = entries.get(operation);
    if (!entry) entries.set(operation, (entry = { uses: 0, compiled: undefined }));
    entry.uses += 1;
    if (entry.uses === compileAtUse) entry.compiled = compileOperation(schema, document, operation);
    return entry.compiled;
  };
}
