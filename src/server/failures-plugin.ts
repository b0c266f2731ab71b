import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext } from './served-request.js';

/** Adds what upstreams failed to give, one entry each, to the response's errors; status and data stay as they are. */
export const failuresPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response: { body } }) => {
      const errors = contextValue.failures.errors();
      if (errors.length === 0 || body.kind !== 'single') return;
      body.singleResult.errors = [...(body.singleResult.errors ?? []), ...errors.map((error) => error.toJSON())];
    },
  }),
};
