import { isEnumType, isListType, isNonNullType, isObjectType, type GraphQLOutputType } from 'graphql';

/** What a field gives that may not be null and has nothing to give: null would take the neighbours' answers with it. */
export function emptyValueOf(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.value;
  if (isObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter((field) => isNonNullType(field.type));
    return {
      ...Object.fromEntries(fields.map((field) => [field.name, emptyValueOf(field.type)])),
      // Fields of payloads are read from these.
      ...{ nodes: [], result: null, upstream: null },
    };
  }
  return EMPTY_SCALARS[inner.name] ?? '';
}

const EMPTY_SCALARS: Readonly<Record<string, unknown>> = { Int: 0, Float: 0, Boolean: false };
