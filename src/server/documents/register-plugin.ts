import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext } from '../served-request.js';

/** Keeps a document for its caller once it was found to be valid and within the limits. */
export const registerPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async ({ contextValue: { registerDocument } }) => {
    if (!registerDocument) return;
    return {
      responseForOperation: async () => {
        registerDocument();
        return null;
      },
    };
  },
};
