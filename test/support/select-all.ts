import { getNamedType, isAbstractType, isCompositeType, isRequiredArgument } from 'graphql';
import type { GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql';

type Arguments = Readonly<Record<string, string>>;

/**
 * A selection of every field of a type and of what it holds, so many levels deep; fields with required arguments only
 * where `given` has their arguments, by `Type.field`.
 */
export function selectAll(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
  given: Arguments = {},
): string {
  const parts = ['__typename'];
  if ('getFields' in type) {
    for (const field of Object.values(type.getFields())) {
      const part = selectField(schema, type.name, field, depth, given);
      if (part) parts.push(part);
    }
  }
  if (isAbstractType(type)) {
    for (const each of schema.getPossibleTypes(type)) {
      const own = Object.values(each.getFields()).filter(
        ({ name }) => !('getFields' in type) || !(name in type.getFields()),
      );
      const selected = own.map((field) => selectField(schema, each.name, field, depth, given)).filter(Boolean);
      if (selected.length) parts.push(`... on ${each.name} { ${selected.join(' ')} }`);
    }
  }
  return parts.join(' ');
}

function selectField(
  schema: GraphQLSchema,
  owner: string,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  given: Arguments,
): string {
  const written = given[`${owner}.${field.name}`] ?? '';
  if (!written && field.args.some(isRequiredArgument)) return '';
  const type = getNamedType(field.type);
  // The same field may have another type in another kind: an alias keeps them apart.
  const name = `${owner}_${field.name}: ${field.name}${written}`;
  if (!isCompositeType(type)) return name;
  return depth > 0 ? `${name} { ${selectAll(schema, type, depth - 1, given)} }` : '';
}
