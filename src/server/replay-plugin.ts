import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext } from './served-request.js';

/** Marks an answer that has the stored outcome of an earlier write with the same key. */
export const replayPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { notes }, response: { body } }) => {
      if (!notes.replayed || body.kind !== 'single') return;
      body.singleResult.extensions = { ...body.singleResult.extensions, idempotentReplay: true };
    },
  }),
};
