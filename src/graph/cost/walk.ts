import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type SelectionSetNode,
} from 'graphql';

import type { Context, OpenUpstream } from '../context.js';
import type { FieldCost, FieldCosts, Rows } from './ask.js';
import { argumentsOf } from './arguments.js';
import type { Bill } from './bill.js';
import { plus, NONE, type Range } from './call.js';
import { writing } from './mutations.js';
import { selectedOf, type Document, type Selected } from './selected.js';
import type { Sizes } from './sizes.js';

/** What a walk through an operation goes by. */
export interface Ground {
  readonly document: Document;
  readonly upstreams: readonly OpenUpstream[];
  readonly context: Pick<Context, 'contactFilters' | 'upstreams'>;
  readonly sizes: Sizes;
  readonly costs: FieldCosts;
  readonly bill: Bill;
}

interface Place {
  readonly sets: readonly SelectionSetNode[];
  readonly type: GraphQLCompositeType;
  readonly path: readonly string[];
  readonly rows: readonly Rows[];
}

/** Puts everything on the bill that the fields of a selection ask for, and those below them. */
export function walk({ sets, type, path, rows }: Place, ground: Ground): void {
  const { document, upstreams, context, sizes, bill } = ground;
  const fields = selectedOf(sets, type, document).map((selected) => {
    const args = argumentsOf(selected.field, firstNode(selected), document.variables);
    const own = rows.flatMap((each) => ofType(each, selected.type, type, ground));
    return { ...selected, args, own, cost: costOf(selected, ground), at: [...path, selected.key] };
  });
  askLate(fields, ground);
  for (const { field, nodes, args, own, cost, at } of fields) {
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inner = getNamedType(field.type);
    const found = cost?.plan?.({
      args,
      rows: own,
      selected: isCompositeType(inner) ? columnsOf(below, inner, document) : new Set(),
      upstreams,
      context,
      sizes,
      ask: (upstream, asked) => {
        bill.add([at.join('.')], upstream, asked);
      },
    });
    if (isCompositeType(inner) && below.length > 0) {
      walk({ sets: below, type: inner, path: at, rows: found ?? own }, ground);
    }
  }
}

interface Costly extends Selected {
  readonly args: ReturnType<typeof argumentsOf>;
  readonly own: readonly Rows[];
  readonly cost: FieldCost | undefined;
  readonly at: readonly string[];
}

/** Columns that rows lack are asked for together: all columns of all rows of an upstream are one call of its backend. */
function askLate(fields: readonly Costly[], { bill, sizes }: Ground): void {
  const groups = new Map<string, { readonly row: Rows; count: Range; columns: Set<string>; fields: Set<string> }>();
  for (const { args, own, cost, at, type } of fields) {
    if (!cost?.late) continue;
    const { noun, columns } = cost.late;
    const types = new Set<string>();
    for (const row of own) {
      const place = `${row.upstream.name} ${noun}`;
      const group = groups.get(place) ?? { row, count: NONE, columns: new Set<string>(), fields: new Set<string>() };
      for (const column of columns(args)) group.columns.add(column);
      group.fields.add(at.join('.'));
      // Columns of several types are wanted of the rows of each.
      if (group.count === NONE) group.count = row.count;
      else if (!types.has(type.name) && group.count.worst < row.count.worst) group.count = plus(group.count, row.count);
      groups.set(place, group);
    }
  }
  for (const [place, { row, count, columns, fields: wanted }] of groups) {
    const noun = place.slice(row.upstream.name.length + 1) as keyof typeof row.upstream.costs.nouns;
    const { late, told } = row.upstream.costs.nouns[noun] ?? {};
    if (!late) continue;
    const all = [...columns];
    const lacking = all.filter((column) => !told?.(row.came).includes(column));
    bill.add([...wanted], row.upstream, {
      // Rows usually have what such rows have; a server may be of another mind.
      calls: (things, known, which) => late(things, which === 'worst' ? all : lacking, known),
      // What was told once is not asked again.
      count: { ...count, expected: Math.min(count.expected, sizes.rows(row.upstream.name, noun).expected) },
      batches: row.batches,
      each: row.batches.worst > 1,
    });
  }
}

/** What a field costs: told of its own type, or of an interface that has it too. */
function costOf({ type, field }: Selected, { document, costs }: Ground): FieldCost | undefined {
  if (type === document.schema.getMutationType()) return costs[`Mutation.${field.name}`] ?? writing(field.name);
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  for (const { name } of [type, ...interfaces]) {
    const cost = costs[`${name}.${field.name}`];
    if (cost) return cost;
  }
  return undefined;
}

/** Those rows that can be of a type: none of an upstream whose provider has no such things, and a part where it has others. */
function ofType(row: Rows, type: GraphQLCompositeType, declared: GraphQLCompositeType, ground: Ground): Rows[] {
  if (type === declared) return [row];
  const all = concreteTypes(declared, ground).filter((name) => mayBe(name, row.upstream, ground));
  const narrow = concreteTypes(type, ground).filter((name) => all.includes(name));
  if (narrow.length === 0) return [];
  const share = narrow.length / all.length;
  return [{ ...row, count: { expected: row.count.expected * share, worst: row.count.worst } }];
}

function concreteTypes(type: GraphQLCompositeType, { document: { schema } }: Ground): readonly string[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
}

/** A type that a plug brings is of its provider only. */
function mayBe(typeName: string, { provider }: OpenUpstream, { upstreams }: Ground): boolean {
  const has = ({ types }: OpenUpstream['provider']): boolean => types.some(({ name }) => name === typeName);
  return has(provider) || !upstreams.some((each) => has(each.provider));
}

/** Names of fields that are selected of a list's rows, through `nodes` or `edges`. */
function columnsOf(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  document: Document,
): ReadonlySet<string> {
  const below = (of: readonly SelectionSetNode[], owner: GraphQLCompositeType, key: string) =>
    selectedOf(of, owner, document)
      .filter(({ field }) => field.name === key)
      .flatMap(({ field, nodes }) => {
        const inner = getNamedType(field.type);
        const inside = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
        return isCompositeType(inner) ? [{ inner, inside }] : [];
      });
  const rows = [
    ...below(sets, type, 'nodes'),
    ...below(sets, type, 'edges').flatMap(({ inner, inside }) => below(inside, inner, 'node')),
  ];
  return new Set(
    rows.flatMap(({ inner, inside }) => selectedOf(inside, inner, document).map(({ field }) => field.name)),
  );
}

function firstNode({ nodes }: Selected): Selected['nodes'][number] {
  const [node] = nodes;
  if (!node) throw new TypeError('a selected field has no node');
  return node;
}
