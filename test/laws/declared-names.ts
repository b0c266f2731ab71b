import ts from 'typescript';

import type { SourceFile } from './imports.js';

/** A name that a file declares. */
export interface DeclaredName {
  readonly name: string;
  readonly line: number;
  /** `type`: of a type, class or enum; `member`: of a property; `value`: of anything else. */
  readonly kind: 'type' | 'member' | 'value';
  readonly isExported: boolean;
}

/** Several laws read the same files. */
const known = new WeakMap<SourceFile, DeclaredName[]>();

/** Every name that a file declares; what it imports under the exporter's name is the exporter's. */
export function declaredNames(source: SourceFile): readonly DeclaredName[] {
  const names = known.get(source) ?? readNames(source);
  known.set(source, names);
  return names;
}

function readNames({ path, text }: SourceFile): DeclaredName[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const names: DeclaredName[] = [];
  const visit = (node: ts.Node): void => {
    const name = declaredBy(node);
    if (name) {
      const line = file.getLineAndCharacterOfPosition(name.getStart(file)).line + 1;
      names.push({ name: name.text, line, kind: kindOf(node), isExported: isExported(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function declaredBy(node: ts.Node): ts.Identifier | ts.PrivateIdentifier | undefined {
  if (ts.isImportSpecifier(node) && !node.propertyName) return undefined;
  if (ts.isExportSpecifier(node) || ts.isPropertyAccessExpression(node) || ts.isMetaProperty(node)) return undefined;
  if (ts.isShorthandPropertyAssignment(node)) return undefined;
  const { name } = node as { name?: ts.Node };
  return name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name : undefined;
}

function kindOf(node: ts.Node): DeclaredName['kind'] {
  if (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isTypeParameterDeclaration(node)
  ) {
    return 'type';
  }
  return ts.isClassElement(node) || ts.isTypeElement(node) || ts.isPropertyAssignment(node) ? 'member' : 'value';
}

function isExported(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return (
    ts.canHaveModifiers(statement) &&
    statement.parent.kind === ts.SyntaxKind.SourceFile &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** The text of every comment of a file, with its line. */
export function commentsOf({
  path,
  text,
}: SourceFile): ReadonlyArray<{ readonly text: string; readonly line: number }> {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = new Map<number, { readonly text: string; readonly line: number }>();
  const visit = (node: ts.Node): void => {
    ts.forEachLeadingCommentRange(text, node.getFullStart(), add);
    ts.forEachTrailingCommentRange(text, node.getEnd(), add);
    ts.forEachChild(node, visit);
  };
  const add = (from: number, to: number): void => {
    found.set(from, { text: text.slice(from, to), line: file.getLineAndCharacterOfPosition(from).line + 1 });
  };
  visit(file);
  ts.forEachLeadingCommentRange(text, file.endOfFileToken.getFullStart(), add);
  return [...found.values()];
}

/** The words of a name: `deferredColumn` is `deferred` and `column`. */
export function wordsOf(name: string): string[] {
  return name
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\-.#]/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
