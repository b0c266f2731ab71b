import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

import { generateValue, type Names } from './generate-value.js';
import type { Random } from './random.js';

/** A document with its variables. */
export interface Generated {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Wish {
  readonly kind: 'query' | 'mutation';
  /** The share of fields that are selected. */
  readonly share: number;
  /** The share of optional arguments that are given. */
  readonly argumentShare: number;
  /** Fields inside fields at most. */
  readonly depth: number;
}

/** A document that is valid but for some of its values: fields of the root with random arguments and selections. */
export function generateDocument(random: Random, schema: GraphQLSchema, names: Names, wish: Wish): Generated {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  let count = 0;
  let fieldsLeft = 80;

  const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): string => {
    const given = args.filter((each) => isRequiredArgument(each) || random.chance(wish.argumentShare));
    const parts = given.map((each) => {
      const name = `v${(count += 1)}`;
      declared.push(`$${name}: ${String(each.type)}`);
      variables[name] =
        each.name === 'upstreams' ? [random.pick(names.upstreams)] : generateValue(random, each.type, names);
      return `${each.name}: $${name}`;
    });
    return parts.length ? `(${parts.join(', ')})` : '';
  };

  const selectionOf = (type: GraphQLCompositeType, depth: number): string => {
    const owners = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
    const parts = owners.map((owner) => {
      const fields = 'getFields' in owner ? Object.values(owner.getFields()) : [];
      // Fields of a kind of a thing are written once more for each kind: fewer of them.
      const share = owner === type ? wish.share : wish.share / 2;
      const selection = fields.map((field) => (random.chance(share) ? writeField(field, depth) : '')).join(' ');
      return owner === type || selection.trim() === '' ? selection : `... on ${owner.name} { ${selection} }`;
    });
    return `__typename ${parts.join(' ')}`;
  };

  function writeField(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    fieldsLeft -= 1;
    if (fieldsLeft < 0 || (isCompositeType(type) && depth === 0)) return '';
    // The same field may have another type, or other arguments, elsewhere: an alias keeps them apart.
    const call = `f${(count += 1)}: ${field.name}${argumentsOf(field)}`;
    return isCompositeType(type) ? `${call} { ${selectionOf(type, depth - 1)} }` : call;
  }

  const root = wish.kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const fields = Object.values(root?.getFields() ?? {});
  const length = 1 + random.below(2);
  const body = Array.from({ length }, () => writeField(random.pick(fields), wish.depth)).join(' ');
  const head = declared.length ? `(${declared.join(', ')})` : '';
  return { query: `${wish.kind} Fuzz${head} { ${body} }`, variables };
}
