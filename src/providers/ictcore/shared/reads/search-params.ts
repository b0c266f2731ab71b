import { paramOf, type QueryParams } from '../../../../query/query-params.js';

/** The planned parameters of these names that a list is searched by. */
export function searchParams<Name extends string>(
  params: QueryParams,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string>>>;
export function searchParams(params: QueryParams, names: readonly string[]): Readonly<Record<string, string>> {
  const found = names.flatMap((name) => {
    const value = paramOf(params, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}
