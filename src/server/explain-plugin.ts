import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext } from './served-request.js';

/** Lists what went to the wire as `extensions.upstream`, if the client sent `x-trunkline-explain: 1`. */
export const explainPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { request }, response: { body } }) => {
      if (!request.attempts || body.kind !== 'single') return;
      const requests = request.attempts.map((attempt) => ({
        ...attempt,
        elapsedMs: Math.round(attempt.elapsedMs * 1000) / 1000,
      }));
      // Shared and cached answers are listed too, but nothing was sent for them.
      const totalRequests = requests.filter(({ cache }) => cache === 'miss').length;
      body.singleResult.extensions = { ...body.singleResult.extensions, upstream: { requests, totalRequests } };
    },
  }),
};
