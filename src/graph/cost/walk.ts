import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type SelectionSetNode,
} from 'graphql';

import type { Context, OpenUpstream } from '../context.js';
import { NOUNS } from '../provider.js';
import type { FieldCost, FieldCosts, Rows } from './ask.js';
import { argumentsOf } from './arguments.js';
import type { Bill } from './bill.js';
import { writing } from './mutations.js';
import { selectedOf, type Document, type Selected } from './selected.js';
import type { Sizes } from './sizes.js';

/** What a walk through an operation goes by. */
export interface Ground {
  readonly document: Document;
  readonly upstreams: readonly OpenUpstream[];
  readonly context: Pick<Context, 'collation' | 'contactFilters' | 'upstreams'>;
  readonly sizes: Sizes;
  readonly costs: FieldCosts;
  readonly bill: Bill;
  /** Takes what is wrong with a field's arguments: it is told when that field runs, and keeps no other from running. */
  readonly complain: (mistake: string) => void;
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
    const owned = rows.map((each) => ofType(each, selected.type, type, ground));
    return { ...selected, args, owned, cost: costOf(selected, ground), at: [...path, selected.key] };
  });
  askLate(rows, fields, ground);
  for (const { field, nodes, args, owned, cost, at } of fields) {
    const own = owned.filter((row) => row !== undefined);
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inner = getNamedType(field.type);
    const found = unlessWrong(ground, () =>
      cost?.plan
        ? cost.plan({
            args,
            rows: own,
            upstreams,
            context,
            sizes,
            ask: (upstream, asked) => {
              bill.add([at.join('.')], upstream, asked);
            },
          })
        : own,
    );
    if (found && isCompositeType(inner) && below.length > 0) {
      walk({ sets: below, type: inner, path: at, rows: found }, ground);
    }
  }
}

/** A field whose arguments are wrong asks for nothing, and has nothing below it. */
function unlessWrong<Result>({ complain }: Ground, plan: () => Result): Result | undefined {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    complain(error.message);
    return undefined;
  }
}

interface Costly extends Selected {
  readonly args: ReturnType<typeof argumentsOf>;
  /** By the place of the rows that have it: those of them that can. */
  readonly owned: ReadonlyArray<Rows | undefined>;
  readonly cost: FieldCost | undefined;
  readonly at: readonly string[];
}

/** What is wanted of some rows that they may lack. */
interface Wanted {
  readonly columns: Set<string>;
  readonly fields: Set<string>;
  /** How many rows are expected to be of each type that it is wanted of. */
  readonly byType: Map<string, number>;
}

/** Columns that rows lack are asked for together: all columns of all these rows are one call of their backend. */
function askLate(rows: readonly Rows[], fields: readonly Costly[], { bill, sizes }: Ground): void {
  rows.forEach((row, place) => {
    const nouns = new Map<keyof typeof row.upstream.costs.nouns, Wanted>();
    for (const { args, owned, cost, at, type } of fields) {
      const own = owned[place];
      if (!cost?.late || !own) continue;
      const { noun, columns } = cost.late;
      const wanted = nouns.get(noun) ?? { columns: new Set(), fields: new Set(), byType: new Map() };
      for (const column of columns(args)) wanted.columns.add(column);
      wanted.fields.add(at.join('.'));
      wanted.byType.set(type.name, own.count.expected);
      nouns.set(noun, wanted);
    }
    for (const [noun, { columns, fields: wanting, byType }] of nouns) {
      const { late, told } = row.upstream.costs.nouns[noun] ?? {};
      if (!late) continue;
      const all = [...columns];
      const lacking = all.filter((column) => !told?.(row.came).includes(column));
      const having = [...byType.values()].reduce((sum, expected) => sum + expected, 0);
      // What was told once is not asked again.
      const expected = Math.min(having, row.count.expected, sizes.rows(row.upstream.name, noun).expected);
      bill.add([...wanting], row.upstream, {
        // Rows usually have what such rows have; a server may be of another mind.
        calls: (things, known, which) => late(things, which === 'worst' ? all : lacking, known),
        count: { expected, worst: row.count.worst },
        batches: row.batches,
        each: row.batches.worst > 1,
      });
    }
  });
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

/** Those rows that can be of a type: none of another noun or of another provider, and a part where some have others. */
function ofType(
  row: Rows,
  type: GraphQLCompositeType,
  declared: GraphQLCompositeType,
  ground: Ground,
): Rows | undefined {
  if (type === declared) return row;
  const noun = row.noun && ground.document.schema.getType(NOUNS[row.noun]);
  const possible = isCompositeType(noun) ? concreteTypes(noun, ground) : concreteTypes(declared, ground);
  const all = possible.filter((name) => mayBe(name, row.upstream, ground));
  const narrow = concreteTypes(type, ground).filter((name) => all.includes(name));
  if (narrow.length === 0) return undefined;
  const share = narrow.length / all.length;
  return { ...row, count: { expected: row.count.expected * share, worst: row.count.worst } };
}

function concreteTypes(type: GraphQLCompositeType, { document: { schema } }: Ground): readonly string[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
}

/** A type that a plug brings is of its provider only. */
function mayBe(typeName: string, { provider }: OpenUpstream, { upstreams }: Ground): boolean {
  const has = ({ types }: OpenUpstream['provider']): boolean => types.some(({ name }) => name === typeName);
  return has(provider) || !upstreams.some((each) => has(each.provider));
}

function firstNode({ nodes }: Selected): Selected['nodes'][number] {
  const [node] = nodes;
  if (!node) throw new TypeError('a selected field has no node');
  return node;
}
