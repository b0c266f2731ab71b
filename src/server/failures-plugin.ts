import type { ApolloServerPlugin } from '@apollo/server';

import type { ServedContext, AnswerResult } from './served-request.js';

/** Adds the failures of upstreams to the errors of the response, one entry each; status and data stay the same. */
export const failuresPlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response: { body } }) => {
      if (body.kind === 'single') addFailures(body.singleResult, contextValue);
    },
  }),
};

export function addFailures(result: AnswerResult, { failures }: Pick<ServedContext, 'failures'>): void {
  const errors = failures.errors();
  if (errors.length > 0) result.errors = [...(result.errors ?? []), ...errors.map((error) => error.toJSON())];
}
