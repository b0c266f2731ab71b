import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext } from './served-request.js';

/** Tells a client that asked with `x-trunkline-explain: 1` what went to the wire, as `extensions.upstream`. */
export const explainPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { request }, response: { body } }) => {
      if (!request.attempts || body.kind !== 'single') return;
      const requests = request.attempts.map((attempt) => ({
        ...attempt,
        elapsedMs: Math.round(attempt.elapsedMs * 1000) / 1000,
      }));
      // Shared and cached answers are told too, but nothing was sent for them.
      const totalRequests = requests.filter(({ cache }) => cache === 'miss').length;
      body.singleResult.extensions = { ...body.singleResult.extensions, upstream: { requests, totalRequests } };
    },
  }),
};
