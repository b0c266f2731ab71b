import type { GraphQLError, GraphQLResolveInfo } from 'graphql';

import type { CallOptions } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { codeOf, toGraphQLError } from '../values/errors.js';

type Path = ReadonlyArray<string | number>;

/**
 * Failures that cost rows but not the field: a resolver can't return both rows and an error, so they are collected
 * here and added to `errors` when the response is made.
 */
export interface FailureCollector {
  /** Without a path where it belongs to no one field: it was read for many. */
  readonly report: (failure: ProviderFailure, path?: Path) => void;
  /** An error as it is, one entry. */
  readonly add: (error: GraphQLError) => void;
  readonly errors: () => readonly GraphQLError[];
}

const NO_ERRORS: readonly GraphQLError[] = [];

/** One entry for each upstream, code and field: a hundred rows that miss the same thing are one error. */
export function createFailureCollector(): FailureCollector {
  const reported = new Map<string, GraphQLError>();
  const added: GraphQLError[] = [];
  return {
    report: (failure, path) => {
      const field = (path ?? []).filter((part) => typeof part === 'string').join('.');
      const key = JSON.stringify([failure.upstream, codeOf(failure), field]);
      if (!reported.has(key)) reported.set(key, toGraphQLError(failure, path));
    },
    add: (error) => void added.push(error),
    errors: () => (added.length === 0 && reported.size === 0 ? NO_ERRORS : [...added, ...reported.values()]),
  };
}

/** Asks for lists that can do without a row: one that can't be read is left out and reported. */
export function skipUnreadable(callOptions: CallOptions, failures: Pick<FailureCollector, 'report'>): CallOptions {
  return {
    ...callOptions,
    onUnreadableRow: (failure) => {
      failures.report(failure);
    },
  };
}

/** Where in the response a field lies. */
export function pathOf(info: GraphQLResolveInfo): Path {
  const path: Array<string | number> = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) path.push(at.key);
  return path.reverse();
}

/** A field's value, or `instead` with the failure reported: what one upstream owes must not cost its neighbours' rows. */
export async function withFallback<Value>(
  value: Promise<Value>,
  fallback: Value,
  failures: FailureCollector,
  info: GraphQLResolveInfo,
): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    failures.report(error, pathOf(info));
    return fallback;
  }
}
