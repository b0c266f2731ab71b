import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import { encodeAnswer, type EncodedAnswer } from './encode-answer.js';
import { noteOperation } from './observe/plugin.js';
import { isEncodedInPieces } from './result-budget-plugin.js';
import type { ServedContext } from './served-request.js';

/** Takes a long result out of the answer, for `encodeLongAnswer`. It belongs behind all others. */
export const longAnswerPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, operation, response: { body } }) => {
      if (body.kind !== 'single' || !isEncodedInPieces(body.singleResult, contextValue.resultBudget)) return;
      contextValue.request.longAnswer = { result: body.singleResult, operation };
      body.singleResult = { data: null };
    },
  }),
};

/** What becomes of the result that was taken out of an answer; undefined where none was. */
export async function encodeLongAnswer(
  { resultBudget, request }: ServedContext,
  status: number,
): Promise<(Pick<EncodedAnswer, 'body'> & { readonly status: number }) | undefined> {
  const { longAnswer } = request;
  if (!longAnswer) return undefined;
  const { result, operation } = longAnswer;
  const isMutation = operation?.operation === OperationTypeNode.MUTATION;
  const { body, excess } = await encodeAnswer(result, resultBudget, isMutation);
  if (excess) noteOperation(request, operation, [excess]);
  return { body, status: excess && !isMutation ? 400 : status };
}
