import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext, AnswerResult } from './served-request.js';

/** Marks an answer that has the stored outcome of an earlier write with the same key. */
export const replayPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response: { body } }) => {
      if (body.kind === 'single') addReplayMark(body.singleResult, contextValue);
    },
  }),
};

export function addReplayMark(result: AnswerResult, { notes }: Pick<ServedContext, 'notes'>): void {
  if (notes.replayed) result.extensions = { ...result.extensions, idempotentReplay: true };
}
