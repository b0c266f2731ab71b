import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext, ServedRequest, AnswerResult } from './served-request.js';

/** Lists what went to the wire as `extensions.upstream`, if the client sent `x-trunkline-explain: 1`. */
export const explainPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { request }, response: { body } }) => {
      if (body.kind === 'single') addExplanation(body.singleResult, request);
    },
  }),
};

export function addExplanation(result: AnswerResult, { attempts }: Pick<ServedRequest, 'attempts'>): void {
  if (!attempts) return;
  const requests = attempts.map((attempt) => ({ ...attempt, elapsedMs: Math.round(attempt.elapsedMs * 1000) / 1000 }));
  // Shared and cached answers are listed too, but nothing was sent for them.
  const totalRequests = requests.filter(({ cache }) => cache === 'miss').length;
  result.extensions = { ...result.extensions, upstream: { requests, totalRequests } };
}
