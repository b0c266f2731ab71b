import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

/** Names of the fields that are selected of a list's rows, through `nodes` or `edges`, in any fragment. */
export function selectedColumns(info: Info): ReadonlySet<string> {
  const lists = info.fieldNodes.flatMap((field) => fieldsOf(field, info));
  const rows = lists.flatMap((field) => {
    if (field.name.value === 'nodes') return [field];
    return field.name.value === 'edges' ? fieldsOf(field, info).filter(({ name }) => name.value === 'node') : [];
  });
  return new Set(rows.flatMap((row) => fieldsOf(row, info)).map(({ name }) => name.value));
}

function fieldsOf({ selectionSet }: FieldNode, info: Info): FieldNode[] {
  return selectionSet ? collect(selectionSet, info) : [];
}

function collect({ selections }: SelectionSetNode, info: Info): FieldNode[] {
  return selections.flatMap((selection) => {
    const skipped = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.['if'] === true;
    const included = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.['if'] !== false;
    if (skipped || !included) return [];
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return collect(selection.selectionSet, info);
    const fragment = info.fragments[selection.name.value];
    return fragment ? collect(fragment.selectionSet, info) : [];
  });
}
