import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';

import type { ServedContext, ServedRequest, AnswerResult } from '../served-request.js';

/** Finds out the name and kind of an operation and the codes of its errors; installed only where somebody is told. */
export const observePlugin: ApolloServerPlugin<ServedContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, operation, response: { body } }) => {
      noteOperation(contextValue.request, operation, body.kind === 'single' ? body.singleResult.errors : undefined);
    },
  }),
};

export function noteOperation(
  { observation }: Pick<ServedRequest, 'observation'>,
  operation: OperationDefinitionNode | undefined,
  errors: AnswerResult['errors'],
): void {
  if (!observation) return;
  observation.operationName = operation?.name?.value.slice(0, 100);
  observation.operationType = operation?.operation ?? 'none';
  observation.codes = errors ? [...new Set(errors.map(({ extensions }) => errorCodeOf(extensions)))] : NO_CODES;
}

const NO_CODES: readonly string[] = [];

function errorCodeOf(extensions: Readonly<Record<string, unknown>> | undefined): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL';
}
