import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';

/** Whether a field of the things that this field gives is selected, under whatever names. */
export function selectsField(
  { schema, fragments, variableValues, returnType, fieldNodes }: GraphQLResolveInfo,
  name: string,
): boolean {
  const type = getNamedType(returnType);
  if (!isObjectType(type)) return false;
  for (const [node] of collectSubfields(schema, fragments, variableValues, type, fieldNodes).values()) {
    if (node?.name.value === name) return true;
  }
  return false;
}
