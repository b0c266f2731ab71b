import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import type { ServedContext } from './served-request.js';

/** A mutation goes on when its client has gone: what was begun must end in a known state. */
export const mutationsPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue }) => {
      if (operation?.operation === OperationTypeNode.MUTATION) contextValue.request.ignoreDisconnect();
    },
  }),
};
