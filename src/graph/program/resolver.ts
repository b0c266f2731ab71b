import type { GraphQLResolveInfo } from 'graphql';

import { Account } from '../account/types.js';
import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { deferredColumn } from '../request/deferred-column.js';
import { loadLinked } from '../request/load-linked.js';
import { fetchConnection } from '../lists/list.js';
import { After, First, Upstreams } from '../lists/list-args.js';
import { Document, Recording, Template, Text } from '../message/types.js';
import {
  EmailToFaxProgram,
  FaxToEmailProgram,
  Program,
  ProgramFilter,
  ReceiveEmailProgram,
  ReceiveFaxProgram,
  ReceiveSmsProgram,
  SendEmailProgram,
  SendFaxProgram,
  SendSmsProgram,
  VoiceMessageProgram,
  VoiceTtsProgram,
  type AccountProgram,
  type MessageProgram,
} from './types.js';
import { programListQuery } from './list-query.js';
import { SENT_AS_MADE } from '../message/sent-as-made.js';
import { ProgramConnection } from './connection.js';

@Resolver(() => Program)
export class ProgramResolver {
  @NeedsScope('read')
  @Query(() => ProgramConnection, { description: 'Programs of all upstreams that have programs (ICTCore).' })
  programs(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => ProgramFilter, { nullable: true, description: 'Only programs that match; all without.' })
    filter: ProgramFilter | null,
    @Upstreams() upstreams: string[] | null,
  ): Promise<Connection<Program>> {
    return fetchConnection(programListQuery(filter), { first, after, upstreams }, context, info);
  }

  @FieldResolver(() => Program, { nullable: true, description: 'The program that it was made by; null when by none.' })
  parent(@Root() row: Program, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Program | null> {
    return loadLinked('program', row.upstream, row.parentKey, context, info);
  }
}

/** The account that a program acts for: only its item tells. */
function accountOf(type: new () => AccountProgram): new () => object {
  @Resolver(() => type)
  class AccountProgramResolver {
    @FieldResolver(() => Account, { nullable: true, description: 'The account that it acts for.' })
    account(
      @Root() row: AccountProgram,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Account | null> {
      const key = deferredColumn('program', row, 'accountKey', context, info);
      return loadLinked('account', row.upstream, Promise.resolve(key), context, info);
    }
  }
  return AccountProgramResolver;
}

/** The message that a program sends, under the field that names its kind: only its item tells. */
function messageOf(type: new () => MessageProgram, field: string, message: new () => object): new () => object {
  @Resolver(() => type)
  class MessageProgramResolver {
    @FieldResolver(() => message, {
      nullable: true,
      name: field,
      description: `The ${field} that it sends, as it is by now. ${SENT_AS_MADE}`,
    })
    message(@Root() row: MessageProgram, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<unknown> {
      const key = deferredColumn('program', row, 'messageKey', context, info);
      return loadLinked('message', row.upstream, Promise.resolve(key), context, info);
    }
  }
  return MessageProgramResolver;
}

@Resolver(() => VoiceTtsProgram)
class VoiceTtsProgramResolver {}

export const programResolvers: ReadonlyArray<new () => object> = [
  ProgramResolver,
  ...[EmailToFaxProgram, FaxToEmailProgram, ReceiveEmailProgram, ReceiveFaxProgram, ReceiveSmsProgram].map(accountOf),
  messageOf(SendEmailProgram, 'template', Template),
  messageOf(SendFaxProgram, 'document', Document),
  messageOf(SendSmsProgram, 'text', Text),
  messageOf(VoiceMessageProgram, 'recording', Recording),
  VoiceTtsProgramResolver,
];
