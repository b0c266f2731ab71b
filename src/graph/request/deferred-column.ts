import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from './context.js';
import { withFallback } from './failures.js';
import type { Noun } from '../ports/backends.js';
import type { PartialRow } from './loaders.js';

/**
 * A column that a row may lack. What is there is given as it is; the rest is asked for all rows and columns of one
 * upstream at once, so that the provider can choose the cheapest way. A failure is reported and costs only this value.
 */
export function deferredColumn<Row extends PartialRow, Column extends keyof Row & string>(
  noun: Noun,
  row: Row,
  column: Column,
  { loaders, failures }: Context,
  info: GraphQLResolveInfo,
): Row[Column] | null | Promise<Row[Column] | null> {
  const present = row[column];
  if (present !== undefined) return present;
  const pending = loaders.deferred.load({ noun, row, column }) as Promise<Row[Column] | null>;
  return withFallback(pending, null, failures, info);
}
