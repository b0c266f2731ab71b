import type { GraphQLResolveInfo } from 'graphql';

import type { Identified } from '../query/order.js';
import type { Context } from './context.js';
import { orReport } from './failures.js';
import type { Noun } from './provider.js';
import type { UpstreamValue } from './upstream/upstream.js';

/** A row that may lack columns. */
export type ThinRow = Identified & { readonly upstream: UpstreamValue };

/** One column that one row lacks. */
export interface Lack {
  readonly noun: Noun;
  readonly row: ThinRow;
  readonly column: string;
}

/**
 * A column that a row may lack. What is there is given as it is; the rest is asked for all rows and columns of one
 * upstream at once, so that the provider can choose the cheapest way. A failure is reported and costs only this value.
 */
export function late<Row extends ThinRow, Column extends keyof Row & string>(
  noun: Noun,
  row: Row,
  column: Column,
  { loaders, failures }: Context,
  info: GraphQLResolveInfo,
): Row[Column] | null | Promise<Row[Column] | null> {
  const here = row[column];
  if (here !== undefined) return here;
  const later = loaders.late.load({ noun, row, column }) as Promise<Row[Column] | null>;
  return orReport(later, null, failures, info);
}
