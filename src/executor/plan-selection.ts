import {
  defaultFieldResolver,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';

import { collectFields, type Selecting } from './collect-fields.js';
import { createCompleter } from './complete-value.js';
import { PlainFields } from './plain-fields.js';
import { READS_PROPERTY, type FieldPlan, type OperationInfo, type SelectionPlan } from './field-plan.js';
import { planArguments } from './plan-arguments.js';

/** Plans what selection sets select on objects of a type. What lies below a field is planned when a value is first there. */
export function planSelection(
  selecting: Selecting,
  info: OperationInfo,
  rootType: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  generateAtRow: number,
): SelectionPlan {
  let fieldCount = 0;
  const plan = (type: GraphQLObjectType, sets: readonly SelectionSetNode[]): SelectionPlan => {
    const fields = [...collectFields(selecting, type, sets)].map(([key, nodes]) => planField(type, key, nodes));
    const isWorthSharing = fields.some(({ needsPath }) => needsPath);
    return { info, fields, plain: new PlainFields(fields, generateAtRow), isWorthSharing };
  };

  function planField(parentType: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldPlan {
    const [node] = nodes as [FieldNode, ...FieldNode[]];
    const name = node.name.value;
    const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parentType.getFields()[name];
    if (!definition) throw new TypeError(`${parentType.name} has no field "${name}": the document was not validated`);
    const { type: returnType, args, extensions } = definition;
    // Mistakes in arguments are told, whether or not somebody looks at them.
    const resolve = definition.resolve ?? (args.length > 0 ? defaultFieldResolver : undefined);
    const isTypeName = definition === TypeNameMetaFieldDef;
    const readsProperty = resolve !== undefined && extensions[READS_PROPERTY] === resolve;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      key,
      name,
      nodes,
      parentType,
      returnType,
      isNullable: !isNonNullType(returnType),
      constant: isTypeName ? parentType.name : undefined,
      resolve,
      readsProperty,
      needsPath: (resolve !== undefined && !readsProperty) || !isLeaf(returnType),
      complete: createCompleter(returnType, {
        schema: selecting.schema,
        selectionOf: (type) => plan(type, sets),
      }),
      argumentsOf: planArguments(definition, node, (fieldCount += 1)),
    };
  }

  return plan(rootType, selectionSets);
}

function isLeaf(type: GraphQLOutputType): boolean {
  const nullable = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type;
  return !isListType(nullable) && isLeafType(getNamedType(nullable));
}
