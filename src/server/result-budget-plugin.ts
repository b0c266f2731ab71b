import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import type { ServedContext } from './served-request.js';

const OUTCOMES_ARE_KEPT =
  'What was written stays written: see "operations", or ask again with the same "idempotencyKey".';

/** Sends nothing of an answer that is beyond its budget but the reason. It belongs behind all that add to an answer. */
export const resultBudgetPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { resultBudget }, operation, response: { body, http } }) => {
      if (body.kind !== 'single' || !body.singleResult.data) return;
      const isMutation = operation?.operation === OperationTypeNode.MUTATION;
      // What a mutation did must be told, and where a list of it was too long, its error says so at its place.
      if (isMutation && resultBudget.excess()) return;
      resultBudget.checkBytes(body.singleResult);
      const excess = resultBudget.excess();
      if (!excess) return;
      const { message, extensions } = excess.toJSON();
      const error = {
        message: isMutation ? `${message}. ${OUTCOMES_ARE_KEPT}` : message,
        extensions: extensions ?? {},
      };
      body.singleResult = { errors: [error] };
      if (!isMutation) http.status = 400;
    },
  }),
};
