import { GraphQLError, Kind, type ASTNode, type SelectionSetNode, type ValidationRule } from 'graphql';

/** How often one name may stand in one selection. Clients that merge fragments repeat a few names a few times. */
const MAX_SAME_FIELDS = 50;
const MAX_DIRECTIVES = 8;

/** `extensions.validationErrorCode` of its errors. */
export const REPETITION = 'REPETITION';

/** Rejects what is written again and again at one place: no client needs it, and each time costs a comparison. */
export const repetitionRule: ValidationRule = (context) => {
  const report = (node: ASTNode, message: string): void => {
    const extensions = { validationErrorCode: REPETITION };
    context.reportError(new GraphQLError(message, { nodes: node, extensions }));
  };
  return {
    enter: (node) => {
      if (node.kind === Kind.SELECTION_SET) {
        const name = findRepeatedName(node);
        if (name !== undefined) report(node, `"${name}" stands more than ${MAX_SAME_FIELDS} times in one selection.`);
      } else if (countDirectives(node) > MAX_DIRECTIVES) {
        report(node, `More than ${MAX_DIRECTIVES} directives stand at one place.`);
      }
    },
  };
};

function countDirectives(node: ASTNode): number {
  const { directives = [] }: { readonly directives?: readonly unknown[] } = 'directives' in node ? node : {};
  return directives.length;
}

function findRepeatedName({ selections }: SelectionSetNode): string | undefined {
  if (selections.length <= MAX_SAME_FIELDS) return undefined;
  const counts = new Map<string, number>();
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) continue;
    const name = selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : selection.name.value;
    const count = (counts.get(name) ?? 0) + 1;
    if (count > MAX_SAME_FIELDS) return name;
    counts.set(name, count);
  }
  return undefined;
}
