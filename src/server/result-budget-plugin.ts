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
      // A long one is looked at while it is encoded.
      if (body.kind !== 'single' || isEncodedInPieces(body.singleResult, resultBudget)) return;
      const isMutation = operation?.operation === OperationTypeNode.MUTATION;
      const error = findExcess(body.singleResult, resultBudget, isMutation);
      if (!error) return;
      body.singleResult = { errors: [error] };
      if (!isMutation) http.status = 400;
    },
  }),
};

/** Whether an answer is so long that others should have their turn while it is encoded. */
export function isEncodedInPieces({ data }: AnswerResult, resultBudget: ResultBudget): boolean {
  return Boolean(data) && resultBudget.isLong() && !resultBudget.excess();
}

/** What is to be told instead of a result that is beyond its budget; undefined where it is not. */
export function findExcess(
  result: AnswerResult,
  resultBudget: ResultBudget,
  isMutation: boolean,
): GraphQLFormattedError | undefined {
  // What a mutation did must be told, and where a list of it was too long, its error says so at its place.
  if (!result.data || (isMutation && resultBudget.excess())) return undefined;
  resultBudget.checkBytes(result);
  return describeExcess(resultBudget, isMutation);
}

/** The same of a result whose bytes were looked at. */
export function describeExcess(resultBudget: ResultBudget, isMutation: boolean): GraphQLFormattedError | undefined {
  const excess = resultBudget.excess();
  if (!excess) return undefined;
  const { message, extensions = {} } = excess.toJSON();
  return { message: isMutation ? `${message}. ${OUTCOMES_ARE_KEPT}` : message, extensions };
}
