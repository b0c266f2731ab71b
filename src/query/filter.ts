/** One test of one value, e.g. path `email.contains`, value `@example.com`. */
export interface Condition {
  readonly is: 'condition';
  /** The normalised condition: the key of pushdown offers and of row tests. */
  readonly path: string;
  /** The condition as the client wrote it, for reports: `email.in` with one value may become path `email.eq`. */
  readonly name: string;
  readonly value: unknown;
}

/** A filter as a tree. `all` of nothing holds for every row, `any` of nothing for none. */
export type Filter =
  | Condition
  | { readonly is: 'all'; readonly of: readonly Filter[] }
  | { readonly is: 'any'; readonly of: readonly Filter[] }
  | { readonly is: 'not'; readonly of: Filter };

export const matchAll: Filter = { is: 'all', of: [] };
export const matchNone: Filter = { is: 'any', of: [] };

export function condition(path: string, value: unknown, name = path): Condition {
  return { is: 'condition', path, name, value };
}

export function isMatchNone(filter: Filter): boolean {
  return filter.is === 'any' && filter.of.length === 0;
}

/** Rebuilds a tree with each condition replaced by whatever `replace` makes of it. */
export function mapConditions(filter: Filter, replace: (condition: Condition) => Filter): Filter {
  switch (filter.is) {
    case 'condition':
      return replace(filter);
    case 'not':
      return { is: 'not', of: mapConditions(filter.of, replace) };
    case 'all':
    case 'any':
      return { is: filter.is, of: filter.of.map((part) => mapConditions(part, replace)) };
  }
}

/**
 * The same filter with constants folded, nested `all`s flattened and negations pushed down to the conditions. What must
 * hold of every row is then at the top, where it can be pushed down to a provider.
 */
export function simplify(filter: Filter, negated = false): Filter {
  switch (filter.is) {
    case 'condition':
      return negated ? { is: 'not', of: filter } : filter;
    case 'not':
      return simplify(filter.of, !negated);
    case 'all':
    case 'any': {
      // De Morgan: a negated `all` is an `any` of negations.
      const is = negated === (filter.is === 'all') ? 'any' : 'all';
      return joinParts(
        is,
        filter.of.map((part) => simplify(part, negated)),
      );
    }
  }
}

function joinParts(is: 'all' | 'any', parts: readonly Filter[]): Filter {
  const flat = parts.flatMap((part) => (part.is === is ? part.of : [part]));
  // An empty `all` is true and an empty `any` is false. The opposite constant decides the whole; one of the same kind
  // was flattened away.
  const decisive = flat.find((part) => part.is !== is && (part.is === 'all' || part.is === 'any') && !part.of.length);
  if (decisive) return decisive;
  const [only] = flat;
  return only && flat.length === 1 ? only : { is, of: flat };
}

/** The parts that must each hold of every row. */
export function conjuncts(filter: Filter): readonly Filter[] {
  return filter.is === 'all' ? filter.of : [filter];
}

/** Every condition in the tree, in reading order. */
export function conditionsOf(filter: Filter): readonly Condition[] {
  switch (filter.is) {
    case 'condition':
      return [filter];
    case 'not':
      return conditionsOf(filter.of);
    case 'all':
    case 'any':
      return filter.of.flatMap(conditionsOf);
  }
}
