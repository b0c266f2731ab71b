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

import type { ListContext } from '../ports/list-query.js';
import type { FieldCost, FieldCosts, PlannedRows } from '../ports/field-costs.js';
import { argumentsOf } from './arguments.js';
import type { CostTally } from './cost-tally.js';
import { mutationCost } from './plan-mutation.js';
import { selectedFieldsOf, type PlannedDocument, type SelectedField } from './selected-fields.js';
import { NOUNS } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListSizes } from '../ports/list-sizes.js';

/** What a walk through an operation goes by. */
export interface WalkContext {
  readonly document: PlannedDocument;
  readonly upstreams: readonly OpenUpstream[];
  readonly context: ListContext;
  readonly sizes: ListSizes;
  readonly costs: FieldCosts;
  readonly tally: CostTally;
  /** Takes what is wrong with a field's arguments: it is told when that field runs, and keeps no other from running. */
  readonly reportArgumentError: (mistake: string) => void;
}

interface WalkPosition {
  readonly sets: readonly SelectionSetNode[];
  readonly type: GraphQLCompositeType;
  readonly path: readonly string[];
  readonly rows: readonly PlannedRows[];
}

/** Puts everything on the bill that the fields of a selection ask for, and those below them. */
export function walkSelection({ sets, type, path, rows }: WalkPosition, walk: WalkContext): void {
  const { document, upstreams, context, sizes, tally } = walk;
  const fields = selectedFieldsOf(sets, type, document).map((selected) => {
    const args = argumentsOf(selected.field, firstNode(selected), document.variables);
    const ownRows = rows.map((each) => rowsOfType(each, selected.type, type, walk));
    return { ...selected, args, ownRows, cost: costOf(selected, walk), path: [...path, selected.key] };
  });
  addDeferredCalls(rows, fields, walk);
  for (const { field, nodes, args, ownRows, cost, path } of fields) {
    const own = ownRows.filter((row) => row !== undefined);
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inner = getNamedType(field.type);
    const rows = skipIfInvalid(walk, () =>
      cost?.plan
        ? cost.plan({
            args,
            rows: own,
            upstreams,
            context,
            sizes,
            addCalls: (upstream, asked) => {
              tally.add([path.join('.')], upstream, asked);
            },
          })
        : own,
    );
    if (rows && isCompositeType(inner) && below.length > 0) {
      walkSelection({ sets: below, type: inner, path, rows }, walk);
    }
  }
}

/** A field whose arguments are wrong asks for nothing, and has nothing below it. */
function skipIfInvalid<Result>({ reportArgumentError }: WalkContext, plan: () => Result): Result | undefined {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    reportArgumentError(error.message);
    return undefined;
  }
}

interface CostedField extends SelectedField {
  readonly args: ReturnType<typeof argumentsOf>;
  /** By the place of the rows that have it: those of them that can. */
  readonly ownRows: ReadonlyArray<PlannedRows | undefined>;
  readonly cost: FieldCost | undefined;
  readonly path: readonly string[];
}

/** What is wanted of some rows that they may lack. */
interface DeferredRequest {
  readonly columns: Set<string>;
  readonly fields: Set<string>;
  /** How many rows are expected to be of each type that it is wanted of. */
  readonly byType: Map<string, number>;
}

/** Columns that rows lack are asked for together: all columns of all these rows are one call of their backend. */
function addDeferredCalls(
  rows: readonly PlannedRows[],
  fields: readonly CostedField[],
  { tally, sizes }: WalkContext,
): void {
  rows.forEach((row, place) => {
    const nouns = new Map<keyof typeof row.upstream.costs.nouns, DeferredRequest>();
    for (const { args, ownRows, cost, path, type } of fields) {
      const own = ownRows[place];
      if (!cost?.deferred || !own) continue;
      const { noun, columns } = cost.deferred;
      const wanted = nouns.get(noun) ?? { columns: new Set(), fields: new Set(), byType: new Map() };
      for (const column of columns(args)) wanted.columns.add(column);
      wanted.fields.add(path.join('.'));
      wanted.byType.set(type.name, own.count.expected);
      nouns.set(noun, wanted);
    }
    for (const [noun, { columns, fields: wanting, byType }] of nouns) {
      const { fetchDeferred, presentColumns } = row.upstream.costs.nouns[noun] ?? {};
      if (!fetchDeferred) continue;
      const all = [...columns];
      const missing = all.filter((column) => !presentColumns?.(row.loadedBy).includes(column));
      const expectedRows = [...byType.values()].reduce((sum, expected) => sum + expected, 0);
      // What was told once is not asked again.
      const expected = Math.min(expectedRows, row.count.expected, sizes.rows(row.upstream.name, noun).expected);
      tally.add([...wanting], row.upstream, {
        // Rows usually have what such rows have; a server may be of another mind.
        calls: (things, known, which) => fetchDeferred(things, which === 'worst' ? all : missing, known),
        count: { expected, worst: row.count.worst },
        batches: row.batches,
        perRow: row.batches.worst > 1,
      });
    }
  });
}

/** What a field costs: told of its own type, or of an interface that has it too. */
function costOf({ type, field }: SelectedField, { document, costs }: WalkContext): FieldCost | undefined {
  if (type === document.schema.getMutationType()) return costs[`Mutation.${field.name}`] ?? mutationCost(field.name);
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  for (const { name } of [type, ...interfaces]) {
    const cost = costs[`${name}.${field.name}`];
    if (cost) return cost;
  }
  return undefined;
}

/** Those rows that can be of a type: none of another noun or of another provider, and a part where some have others. */
function rowsOfType(
  row: PlannedRows,
  type: GraphQLCompositeType,
  declared: GraphQLCompositeType,
  context: WalkContext,
): PlannedRows | undefined {
  if (type === declared) return row;
  const noun = row.noun && context.document.schema.getType(NOUNS[row.noun]);
  const possible = isCompositeType(noun) ? concreteTypes(noun, context) : concreteTypes(declared, context);
  const all = possible.filter((name) => canBe(name, row.upstream, context));
  const narrow = concreteTypes(type, context).filter((name) => all.includes(name));
  if (narrow.length === 0) return undefined;
  const share = narrow.length / all.length;
  return { ...row, count: { expected: row.count.expected * share, worst: row.count.worst } };
}

function concreteTypes(type: GraphQLCompositeType, { document: { schema } }: WalkContext): readonly string[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
}

/** A type that a provider brings has rows of that provider only. */
function canBe(typeName: string, { provider }: OpenUpstream, { upstreams }: WalkContext): boolean {
  const has = ({ types }: OpenUpstream['provider']): boolean => types.some(({ name }) => name === typeName);
  return has(provider) || !upstreams.some((each) => has(each.provider));
}

function firstNode({ nodes }: SelectedField): SelectedField['nodes'][number] {
  const [node] = nodes;
  if (!node) throw new TypeError('a selected field has no node');
  return node;
}
