import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

import { compileOperation, type CompiledOperation } from '../../executor/compile-operation.js';
import type { Pacing } from '../../executor/execution.js';
import { isYieldDue, yieldToEventLoop } from '../../transport/yield.js';
import type { FormatFieldError } from '../error-mask.js';
import type { ServedContext } from '../served-request.js';
import { formatErrors } from './format-errors.js';
import type { KnownOperations } from './known-operations.js';

interface Learnt {
  uses: number;
  /** Undefined where graphql-js has to execute it. */
  readonly compiled: CompiledOperation | undefined;
}

/** What a page of a list can't have: such lists are given whole by a provider. */
const LONG_LIST = 1001;
/** So many items are completed in a fraction of a millisecond. */
const ITEMS_BETWEEN_LOOKS = 50;

const PACING: Pacing = {
  longList: LONG_LIST,
  isPauseDue: (completedItems) => completedItems % ITEMS_BETWEEN_LOOKS === 0 && isYieldDue(),
  pause: yieldToEventLoop,
  mayRepeat: (context, things) => (context as ServedContext).resultBudget.repeatThings(things),
};

/**
 * Executes operations that Apollo Server has parsed, validated and let run, in their compiled form. Those that are asked for
 * again are made known to the lane. Uses are counted as long as Apollo's document store, which is bounded, holds the document.
 */
export function learnPlugin(
  schema: GraphQLSchema,
  known: Pick<KnownOperations, 'add'>,
  compileAtUse: number,
  formatFieldError: FormatFieldError,
): ApolloServerPlugin<ServedContext> {
  const operations = new WeakMap<OperationDefinitionNode, Learnt>();
  const learn = (document: DocumentNode, operation: OperationDefinitionNode): Learnt => {
    let learnt = operations.get(operation);
    if (!learnt) {
      learnt = { uses: 0, compiled: compileOperation(schema, document, operation, PACING) };
      operations.set(operation, learnt);
    }
    return learnt;
  };
  return {
    requestDidStart: async () => ({
      // Undefined where the document has no operation of the name that was asked for, whatever Apollo's types say.
      didResolveOperation: async ({ document, operation, queryHash, request: { query, operationName } }) => {
        if (!operation || query === undefined) return;
        const learnt = learn(document, operation);
        const { compiled } = learnt;
        learnt.uses += 1;
        if (compiled && learnt.uses >= compileAtUse)
          known.add(query, operationName, { document, operation, queryHash, compiled });
      },
      responseForOperation: async ({ operation, request: { variables = {} }, contextValue, response: { http } }) => {
        const result = await operations.get(operation)?.compiled?.(variables)?.(contextValue);
        if (!result) return null;
        const { data = null, errors } = result;
        if (!errors) return { http, body: { kind: 'single', singleResult: { data } } };
        const { formatted, status } = formatErrors(errors, contextValue.request, formatFieldError);
        if (status !== undefined) http.status = status;
        return { http, body: { kind: 'single', singleResult: { data, errors: formatted } } };
      },
    }),
  };
}
