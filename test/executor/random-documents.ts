import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  OperationTypeNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

import type { Random } from './random.js';

export interface RandomOperation {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Draft {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly variables: Map<string, { readonly type: string; readonly value: unknown }>;
  readonly fragments: Map<string, string>;
  fields: number;
}

const MAX_DEPTH = 6;
const MAX_FIELDS = 60;

/** A valid operation of any kind: aliases, fragments, directives, variables, arguments and type conditions included. */
export function makeOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  const isMutation = random.chance(0.2);
  const rootType = schema.getRootType(isMutation ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY);
  if (!rootType) throw new TypeError('the schema has no such root');
  const draft: Draft = { schema, random, variables: new Map(), fragments: new Map(), fields: 0 };
  const selections = writeSelections(draft, rootType, 0);
  const definitions = [...draft.variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
  const head = `${isMutation ? 'mutation' : 'query'} Random${definitions === '' ? '' : `(${definitions})`}`;
  return {
    source: [`${head} ${selections}`, ...draft.fragments.values()].join('\n'),
    variables: Object.fromEntries([...draft.variables].map(([name, { value }]) => [name, value])),
  };
}

function writeSelections(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { random, schema } = draft;
  const selections: string[] = [];
  const count = 1 + random.below(depth === 0 ? 3 : 5);
  for (let index = 0; index < count; index += 1) {
    if (random.chance(0.15)) selections.push(writeFragment(draft, type, depth));
    else if (random.chance(0.1)) selections.push('__typename');
    else if ('getFields' in type) {
      const field = random.pick(Object.values(type.getFields()));
      selections.push(writeField(draft, field, depth));
      // The same field once more: its selections are merged.
      if (random.chance(0.1) && field.args.length === 0) selections.push(writeField(draft, field, depth));
    }
  }
  if (isAbstractType(type) && random.chance(0.8)) {
    const member = random.pick(schema.getPossibleTypes(type));
    selections.push(`... on ${member.name} ${writeSelections(draft, member, depth + 1)}`);
  }
  return `{ ${selections.join(' ') || '__typename'} __typename }`;
}

function writeFragment(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const body = writeSelections(draft, type, depth + 1);
  if (draft.random.chance(0.5)) return `... ${writeCondition(draft)} ${body}`;
  const name = `F${draft.fragments.size}_${draft.random.below(1e6)}`;
  draft.fragments.set(name, `fragment ${name} on ${type.name} ${body}`);
  return `...${name} ${writeCondition(draft)}`;
}

function writeField(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  draft.fields += 1;
  if (!isLeafType(type) && (depth >= MAX_DEPTH || draft.fields > MAX_FIELDS)) return '__typename';
  const required = field.args.some(({ type: argument }) => isNonNullType(argument));
  const args = field.args.filter(({ type: argument }) => isNonNullType(argument) || draft.random.chance(0.3));
  const text = args.map((argument) => `${argument.name}: ${writeArgument(draft, argument)}`).join(', ');
  // Fields of one name must be alike, so that only those without arguments keep their name.
  const alias = args.length > 0 || required || draft.random.chance(0.2) ? `a${draft.fields}_${field.name}: ` : '';
  const selections = isLeafType(type) ? '' : ` ${writeSelections(draft, type as GraphQLCompositeType, depth + 1)}`;
  return `${alias}${field.name}${text === '' ? '' : `(${text})`} ${writeCondition(draft)}${selections}`;
}

function writeCondition(draft: Draft): string {
  const { random, variables } = draft;
  if (!random.chance(0.15)) return '';
  const directive = random.pick(['skip', 'include']);
  if (random.chance(0.4)) return `@${directive}(if: ${String(random.chance(0.5))})`;
  const name = `if${random.below(3)}`;
  if (!variables.has(name)) variables.set(name, { type: 'Boolean!', value: random.chance(0.5) });
  return `@${directive}(if: $${name})`;
}

function writeArgument(draft: Draft, { type }: GraphQLArgument): string {
  const { random, variables } = draft;
  const value = makeValue(random, type, 0);
  if (random.chance(0.4)) {
    const name = `v${variables.size}`;
    variables.set(name, { type: String(type), value: random.chance(0.05) ? { wrong: 1 } : value });
    return `$${name}`;
  }
  return writeLiteral(value, type);
}

function makeValue(random: Random, type: GraphQLInputType, depth: number): unknown {
  if (isNonNullType(type)) return makeValue(random, type.ofType, depth);
  if (isListType(type)) return depth > 2 ? [] : [makeValue(random, type.ofType, depth + 1)];
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) return makeInputObject(random, type, depth);
  return SCALARS[type.name] ?? 'text';
}

function makeInputObject(
  random: Random,
  type: Extract<GraphQLInputType, { getFields: unknown }>,
  depth: number,
): Record<string, unknown> {
  const fields = Object.values(type.getFields());
  const chosen = type.isOneOf
    ? [
        random.pick(
          fields.filter((field) => depth < 2 || isLeafType(getNamedType(field.type))).concat(fields.slice(0, 1)),
        ),
      ]
    : fields.filter(({ type: fieldType }) => isNonNullType(fieldType) || (depth < 3 && random.chance(0.3)));
  return Object.fromEntries(chosen.map((field) => [field.name, makeValue(random, field.type, depth + 1)]));
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 3,
  Float: 1.5,
  Boolean: true,
  ID: 'an-id',
  DateTime: '2026-11-30T10:00:00.000Z',
  Date: '2026-11-30',
  Time: '10:00:00',
};

function writeLiteral(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return writeLiteral(value, type.ofType);
  if (isListType(type)) {
    return `[${(value as unknown[]).map((item) => writeLiteral(item, type.ofType)).join(', ')}]`;
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const members = Object.entries(value as Record<string, unknown>).map(([name, member]) => {
      const field = fields[name];
      return field ? `${name}: ${writeLiteral(member, field.type)}` : '';
    });
    return `{ ${members.join(', ')} }`;
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value);
}
