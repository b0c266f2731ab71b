import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type GraphQLFormattedError } from 'graphql';

import type { ResultBudget } from '../graph/request/result-budget.js';
import type { ServedContext, AnswerResult } from './served-request.js';

const OUTCOMES_ARE_KEPT =
  'What was written stays written: see "operations", or ask again with the same "idempotencyKey".';

/** Sends nothing of an answer that is beyond its budget but the reason. It belongs behind all that add to an answer. */
export const resultBudgetPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { resultBudget }, operation, response: { body, http } }) => {
      if (body.kind !== 'single') return;
      const isMutation = operation?.operation === OperationTypeNode.MUTATION;
      const error = findExcess(body.singleResult, resultBudget, isMutation);
      if (!error) return;
      body.singleResult = { errors: [error] };
      if (!isMutation) http.status = 400;
    },
  }),
};

/** What is to be told instead of a result that is beyond its budget; undefined where it is not. */
export function findExcess(
  result: AnswerResult,
  resultBudget: ResultBudget,
  isMutation: boolean,
): GraphQLFormattedError | undefined {
  // What a mutation did must be told, and where a list of it was too long, its error says so at its place.
  if (!result.data || (isMutation && resultBudget.excess())) return undefined;
  resultBudget.checkBytes(result);
  const excess = resultBudget.excess();
  if (!excess) return undefined;
  const { message, extensions = {} } = excess.toJSON();
  return { message: isMutation ? `${message}. ${OUTCOMES_ARE_KEPT}` : message, extensions };
}
