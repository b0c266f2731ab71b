import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../graph/context.js';
import { orReport } from '../../graph/failures.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { GroupLate } from './group.js';
import type { TrunkLate } from './trunk.js';

/** What fields ask for when a row lacks them. */
export type Late = GroupLate & TrunkLate;

declare module '../../graph/provider.js' {
  interface Backends {
    readonly ictCoreLate: Late;
  }
}

/** The late reads of the upstream that holds a row. */
export function lateOf(row: { readonly upstream: UpstreamValue }, { upstreams }: Context): Late {
  const late = upstreams.find(({ name }) => name === row.upstream.name)?.backends.ictCoreLate;
  if (!late) throw new TypeError(`${row.upstream.name} is no open ICTCore upstream`);
  return late;
}

/** A field that the row may lack: `undefined` is read from the whole thing, null where that is gone or fails. */
export function lateField<Row extends object, Name extends keyof Row>(
  row: Row,
  name: Name,
  readWhole: () => Promise<Row | null | undefined>,
  { failures }: Context,
  info: GraphQLResolveInfo,
): Row[Name] | null | Promise<Row[Name] | null> {
  const here = row[name];
  if (here !== undefined) return here;
  const later = readWhole().then((whole) => whole?.[name] ?? null);
  return orReport(later, null, failures, info);
}
