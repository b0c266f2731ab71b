import {
  Kind,
  OperationTypeNode,
  parse,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import type { SourceFile } from './imports.js';

/** Where the example of each root field should be and is not, as sentences. */
export function missingExamples(schema: GraphQLSchema, files: readonly SourceFile[]): string[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    type ? missingExamplesOf(type, files) : [],
  );
}

function missingExamplesOf(type: GraphQLObjectType, files: readonly SourceFile[]): string[] {
  return Object.keys(type.getFields()).flatMap((field) => {
    const path = `schema/operations/${toKebabCase(field)}.graphql`;
    const file = files.find((each) => each.path === path);
    if (!file) return [`${type.name}.${field} has no example: write ${path}`];
    const [operation, ...others] = operationsIn(file.text);
    if (!operation || others.length > 0) return [`${path} holds not one operation`];
    const isOfType =
      operation.operation === (type.name === 'Query' ? OperationTypeNode.QUERY : OperationTypeNode.MUTATION);
    return isOfType && rootFieldsOf(operation).includes(field) ? [] : [`${path} does not ask for ${field}`];
  });
}

/** The operations of a document. */
export function operationsIn(text: string): OperationDefinitionNode[] {
  return parse(text).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
}

/** The fields at the root of an operation. */
export function rootFieldsOf({ selectionSet }: OperationDefinitionNode): string[] {
  return selectionSet.selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));
}

function toKebabCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
