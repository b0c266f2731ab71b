import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../connection.js';
import type { Context } from '../context.js';
import { fetchConnection, type ListArguments } from '../list.js';
import { transmissionListQuery, type TransmissionSelection } from './question.js';
import type { Transmission } from './transmission.js';

/** One page of transmissions; every field that lists them is this list. */
export function listTransmissions(
  selection: TransmissionSelection,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Transmission>> {
  return fetchConnection(transmissionListQuery(selection), args, context, info);
}
