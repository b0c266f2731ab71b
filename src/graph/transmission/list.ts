import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { fetchConnection, type ListArguments } from '../lists/list.js';
import { transmissionListQuery, type TransmissionSelection } from './list-query.js';
import type { Transmission } from './types.js';

/** One page of transmissions; every field that lists them is this list. */
export function listTransmissions(
  selection: TransmissionSelection,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Transmission>> {
  return fetchConnection(transmissionListQuery(selection), args, context, info);
}
