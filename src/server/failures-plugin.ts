import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext } from './served-request.js';

/** Adds the failures of upstreams to the errors of the response, one entry each; status and data stay the same. */
export const failuresPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response: { body } }) => {
      const errors = contextValue.failures.errors();
      if (errors.length === 0 || body.kind !== 'single') return;
      body.singleResult.errors = [...(body.singleResult.errors ?? []), ...errors.map((error) => error.toJSON())];
    },
  }),
};
