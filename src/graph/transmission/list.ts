import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../connection.js';
import type { Context } from '../context.js';
import { list, type ListArguments } from '../list.js';
import { transmissionQuestion, type WantedTransmissions } from './question.js';
import type { Transmission } from './transmission.js';

/** One page of transmissions; every field that lists them is this list. */
export function listTransmissions(
  wanted: WantedTransmissions,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Transmission>> {
  return list(transmissionQuestion(wanted), args, context, info);
}
