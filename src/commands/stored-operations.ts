import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import {
  GraphQLError,
  Kind,
  parse,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

import { ConfigError } from '../config/config-error.js';

/** An operation that an application sends, with the fragments of all files. */
export interface StoredOperation {
  readonly name: string;
  /** Relative to the folder. */
  readonly file: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Why it does not fit the schema, one sentence for each error. */
  readonly validationErrors: readonly string[];
}

/** Reads all `.graphql` and `.gql` files of a folder and those below it; throws a ConfigError. */
export async function readStoredOperations(folder: string, schema: GraphQLSchema): Promise<readonly StoredOperation[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new ConfigError([`${folder}: no such folder, or it cannot be read`]);
  });
  const files = entries.filter((entry) => !entry.isDirectory() && /\.(graphql|gql)$/.test(entry.name));
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const parsed = await Promise.all(paths.map((path) => parseFile(path, folder)));
  const fragments = parsed.flatMap(({ document }) => document.definitions.filter(isFragment));
  const stored = parsed.flatMap(({ file, document }) =>
    document.definitions
      .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
      .map((operation) => toStored(file, operation, fragments, schema)),
  );
  if (stored.length > 0) return stored;
  throw new ConfigError([`${folder}: there is no operation in it; they are read from .graphql and .gql files`]);
}

async function parseFile(
  path: string,
  folder: string,
): Promise<{ readonly file: string; readonly document: DocumentNode }> {
  try {
    return { file: relative(folder, path), document: parse(await readFile(path, 'utf8')) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [{ line } = { line: 1 }] = error.locations ?? [];
    throw new ConfigError([`${path}:${line}: ${error.message}`]);
  }
}

function toStored(
  file: string,
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
  schema: GraphQLSchema,
): StoredOperation {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...fragmentsUsedBy(operation, fragments)],
  };
  return {
    name: operation.name?.value ?? '(no name)',
    file,
    document,
    operation,
    validationErrors: validate(schema, document).map(({ message }) => message),
  };
}

/** The fragments that a definition spreads, directly or indirectly; of several with one name, the first. */
function fragmentsUsedBy(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly FragmentDefinitionNode[] {
  const byName = new Map([...fragments].reverse().map((fragment) => [fragment.name.value, fragment]));
  const used = new Set<FragmentDefinitionNode>();
  const collect = (selectionSet: SelectionSetNode): void => {
    visit(selectionSet, {
      FragmentSpread: ({ name }) => {
        const fragment = byName.get(name.value);
        if (!fragment || used.has(fragment)) return;
        used.add(fragment);
        collect(fragment.selectionSet);
      },
    });
  };
  collect(operation.selectionSet);
  return [...used];
}

function isFragment(node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION;
}
