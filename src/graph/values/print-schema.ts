import { printSchema, type GraphQLSchema } from 'graphql';

const HEADER = '# The schema of Trunkline, printed by `npm run schema`. Do not edit.\n\n';

/** The SDL as it is committed: the contract that clients generate code from. */
export function printContract(schema: GraphQLSchema): string {
  return `${HEADER}${printSchema(schema)}\n`;
}
