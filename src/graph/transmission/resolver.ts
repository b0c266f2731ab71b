import type { GraphQLResolveInfo } from 'graphql';

import { Account } from '../account/types.js';
import { Campaign } from '../campaign/types.js';
import type { Connection } from '../lists/connection.js';
import { Contact } from '../contact/types.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { ListSized } from '../values/list-size.js';
import { deferredColumn } from '../request/deferred-column.js';
import { loadLinked } from '../request/load-linked.js';
import { After, First, Upstreams } from '../lists/list-args.js';
import { Program } from '../program/types.js';
import { listTransmissions } from './list.js';
import {
  Transmission,
  TransmissionAttempt,
  TransmissionFilter,
  TransmissionResult,
  TransmissionStatus,
} from './types.js';
import { TransmissionConnection } from './connection.js';

type Info = GraphQLResolveInfo;

@Resolver(() => Transmission)
export class TransmissionResolver {
  @NeedsScope('read')
  @Query(() => TransmissionConnection, {
    description: 'Faxes, calls, SMS and e-mails of all upstreams that have them (ICTCore), oldest first.',
  })
  transmissions(
    @Ctx() context: Context,
    @Info() info: Info,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => TransmissionFilter, { nullable: true, description: 'Only those that match; all without.' })
    filter: TransmissionFilter | null,
    @Upstreams() upstreams: string[] | null,
  ): Promise<Connection<Transmission>> {
    return listTransmissions({ filter }, { first, after, upstreams }, context, info);
  }

  @FieldResolver(() => TransmissionStatus)
  async status(@Root() row: Transmission, @Ctx() context: Context, @Info() info: Info): Promise<TransmissionStatus> {
    return (await deferredColumn('transmission', row, 'status', context, info)) ?? 'UNKNOWN';
  }

  @FieldResolver(() => Contact, { nullable: true, description: 'To whom, or from whom; null when it is gone.' })
  contact(
    @Root() row: Transmission,
    @Ctx() context: Context,
    @Info() info: Info,
  ): Contact | null | Promise<Contact | null> {
    if (row.contactRow !== undefined) return row.contactRow;
    return loadLinked('contact', row.upstream, row.contactKey, context, info);
  }

  @FieldResolver(() => Account, { nullable: true, description: 'Through which account; null when it is gone.' })
  account(
    @Root() row: Transmission,
    @Ctx() context: Context,
    @Info() info: Info,
  ): Account | null | Promise<Account | null> {
    if (row.accountRow !== undefined) return row.accountRow;
    return loadLinked('account', row.upstream, row.accountKey, context, info);
  }

  @FieldResolver(() => Program, {
    nullable: true,
    description:
      'What was sent, or what takes what came in; null when it is gone. ICTCore does not tell it in lists: it takes one request for each program, or one for each row where these are fewer.',
  })
  program(@Root() row: Transmission, @Ctx() context: Context, @Info() info: Info): Promise<Program | null> {
    const key = deferredColumn('transmission', row, 'programKey', context, info);
    return loadLinked('program', row.upstream, Promise.resolve(key), context, info);
  }

  @FieldResolver(() => Campaign, { nullable: true, description: 'The campaign that made it; null when none did.' })
  campaign(@Root() row: Transmission, @Ctx() context: Context, @Info() info: Info): Promise<Campaign | null> {
    const key = deferredColumn('transmission', row, 'campaignKey', context, info);
    return loadLinked('campaign', row.upstream, Promise.resolve(key), context, info);
  }

  @ListSized(2)
  @FieldResolver(() => [TransmissionAttempt], {
    description: 'Every attempt to deliver it, oldest first. One request for each transmission.',
  })
  async attempts(
    @Root() row: Transmission,
    @Ctx() context: Context,
    @Info() info: Info,
  ): Promise<readonly TransmissionAttempt[]> {
    return (await deferredColumn('transmission', row, 'attempts', context, info)) ?? [];
  }

  @ListSized(5)
  @FieldResolver(() => [TransmissionResult], {
    description: 'What came of its last attempt, step by step. One request for each transmission.',
  })
  async results(
    @Root() row: Transmission,
    @Ctx() context: Context,
    @Info() info: Info,
  ): Promise<readonly TransmissionResult[]> {
    return (await deferredColumn('transmission', row, 'results', context, info)) ?? [];
  }
}

@Resolver(() => TransmissionAttempt)
export class TransmissionAttemptResolver {
  @FieldResolver(() => Transmission, { nullable: true, description: 'What was to be delivered.' })
  transmission(
    @Root() row: TransmissionAttempt,
    @Ctx() context: Context,
    @Info() info: Info,
  ): Promise<Transmission | null> {
    return loadLinked('transmission', row.upstream, row.transmissionKey, context, info);
  }

  @ListSized(5)
  @FieldResolver(() => [TransmissionResult], {
    description: 'What came of it, step by step. One request for each attempt.',
  })
  async results(
    @Root() row: TransmissionAttempt,
    @Ctx() context: Context,
    @Info() info: Info,
  ): Promise<readonly TransmissionResult[]> {
    return (await deferredColumn('attempt', row, 'results', context, info)) ?? [];
  }
}
