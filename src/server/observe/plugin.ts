import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext } from '../served-request.js';

/** Finds out the name and kind of an operation and the codes of its errors; installed only where somebody is told. */
export const observePlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, operation, response: { body } }) => {
      const { observation } = contextValue.request;
      if (!observation) return;
      observation.operationName = operation?.name?.value.slice(0, 100);
      observation.operationType = operation?.operation ?? 'none';
      const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
      observation.codes = [...new Set(errors.map(({ extensions }) => errorCodeOf(extensions)))];
    },
  }),
};

function errorCodeOf(extensions: Readonly<Record<string, unknown>> | undefined): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL';
}
