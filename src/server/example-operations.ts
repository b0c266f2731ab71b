import { readdir, readFile } from 'node:fs/promises';

/** An operation that the explorer offers. */
export interface ExampleOperation {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly query: string;
}

const FOLDER = new URL('../../schema/operations/', import.meta.url);

/** The operations of the package's `schema/operations`, one from each file, in the order of their names. */
export async function loadExampleOperations(): Promise<readonly ExampleOperation[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.graphql')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, FOLDER), 'utf8')));
  return texts.flatMap(toExample);
}

function toExample(query: string): ExampleOperation[] {
  const [, kind, name] = /^(query|mutation) (\w+)/m.exec(query) ?? [];
  if (name === undefined) return [];
  return [{ kind: kind === 'mutation' ? 'mutation' : 'query', name, query }];
}
