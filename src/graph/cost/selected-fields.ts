import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import type { KnownVariables } from './arguments.js';

/** A field that is selected of things of a type, in whatever fragments. */
export interface SelectedField {
  /** As the answer calls it. */
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** The type that it is selected of: a fragment's, or the selection's own. */
  readonly type: GraphQLCompositeType;
  readonly nodes: readonly FieldNode[];
}

export interface PlannedDocument {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: KnownVariables;
}

/** Fields of a selection with fragments laid out; those of one key and type are one. */
export function selectedFieldsOf(
  sets: readonly SelectionSetNode[],
  type: GraphQLCompositeType,
  document: PlannedDocument,
): readonly SelectedField[] {
  const found = new Map<string, SelectedField & { readonly nodes: FieldNode[] }>();
  const collect = (selections: readonly SelectionNode[], owner: GraphQLCompositeType): void => {
    for (const selection of selections) {
      if (isExcluded(selection, document.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const field = fieldOf(owner, selection.name.value);
        if (!field) continue;
        const key = selection.alias?.value ?? selection.name.value;
        const place = `${owner.name} ${key}`;
        const known = found.get(place);
        if (known) known.nodes.push(selection);
        else found.set(place, { key, field, type: owner, nodes: [selection] });
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments.get(selection.name.value);
      const condition = part?.typeCondition && document.schema.getType(part.typeCondition.name.value);
      if (part) collect(part.selectionSet.selections, narrowType(owner, condition, document.schema));
    }
  };
  for (const { selections } of sets) collect(selections, type);
  return [...found.values()];
}

/** A fragment on an interface that the thing has anyway says nothing new of it. */
function narrowType(owner: GraphQLCompositeType, condition: unknown, schema: GraphQLSchema): GraphQLCompositeType {
  if (!isCompositeType(condition)) return owner;
  const isKnown = isAbstractType(condition) && !isAbstractType(owner) && schema.isSubType(condition, owner);
  return isKnown ? owner : condition;
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** A directive that an unknown variable decides leaves nothing out. */
function isExcluded(selection: SelectionNode, { values }: KnownVariables): boolean {
  const valueOf = (directive: typeof GraphQLSkipDirective): unknown => {
    try {
      return getDirectiveValues(directive, selection, values)?.['if'];
    } catch {
      return undefined;
    }
  };
  return valueOf(GraphQLSkipDirective) === true || valueOf(GraphQLIncludeDirective) === false;
}
