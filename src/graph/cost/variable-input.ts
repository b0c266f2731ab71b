import {
  BREAK,
  getNamedType,
  isInputObjectType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/**
 * Whether variables stand in inputs, such as filters, or for them. Which columns a filter needs, and which things it
 * names, decides what a list costs: without its variables there is no worst case of it.
 */
export function hasVariableInput(schema: GraphQLSchema, document: DocumentNode): boolean {
  let isFound = false;
  const find = (): typeof BREAK => {
    isFound = true;
    return BREAK;
  };
  visit(document, {
    [Kind.VARIABLE_DEFINITION]: ({ type }) => {
      const declared = typeFromAST(schema, type);
      return isInputObjectType(getNamedType(declared)) ? find() : false;
    },
    [Kind.OBJECT_FIELD]: ({ value }) => (value.kind === Kind.VARIABLE || value.kind === Kind.LIST ? find() : undefined),
  });
  return isFound;
}
