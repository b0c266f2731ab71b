import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import type { ServedContext } from './served-request.js';

/** A mutation continues after its client has disconnected: a started write must end in a known state. */
export const mutationsPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue }) => {
      if (operation?.operation === OperationTypeNode.MUTATION) contextValue.request.ignoreDisconnect();
    },
  }),
};
