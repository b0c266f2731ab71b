import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isInterfaceType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** What of a schema says nothing of itself, by coordinate. */
export function silentIn(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [...silent(type, ''), ...membersOf(type).flatMap((member) => silent(member, `${type.name}.`))]);
  const directives = schema
    .getDirectives()
    .filter((directive) => !isSpecifiedDirective(directive))
    .flatMap((directive) => [...silent(directive, '@'), ...argsOf(directive.args, `@${directive.name}`)]);
  const args = Object.values(schema.getTypeMap()).flatMap((type) =>
    (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type)
      ? Object.values(type.getFields()).flatMap((field) => argsOf(field.args, `${type.name}.${field.name}`))
      : [],
  );
  return [...types, ...args, ...directives];
}

function membersOf(type: GraphQLNamedType): readonly Described[] {
  if (isEnumType(type)) return type.getValues();
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields ? Object.values<Described>(type.getFields()) : [];
}

function argsOf(args: readonly Described[], owner: string): string[] {
  return args.flatMap((each) => (each.description ? [] : [`${owner}(${each.name})`]));
}

function silent({ name, description }: Described, before: string): string[] {
  return description ? [] : [before + name];
}
