import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../../graph/request/context.js';
import { Ctx, FieldResolver, Info, Int, Resolver, Root } from '../../../graph/values/decorators.js';
import { deferredColumn } from '../../../graph/request/deferred-column.js';
import { IctCoreTrunk } from '../types.js';

/** Columns that only a trunk's item has. */
@Resolver(() => IctCoreTrunk)
export class IctCoreTrunkResolver {
  @FieldResolver(() => Int, { nullable: true })
  gatewayFlag(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'gatewayFlag', context, info);
  }

  @FieldResolver(() => Int, { nullable: true })
  port(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'port', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  username(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'username', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  dialString(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'dialString', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  prefix(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'prefix', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  settings(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'settings', context, info);
  }

  @FieldResolver(() => Boolean, { nullable: true })
  register(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'register', context, info);
  }

  @FieldResolver(() => Int, { nullable: true })
  weight(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'weight', context, info);
  }

  @FieldResolver(() => Boolean, { nullable: true })
  active(@Root() row: IctCoreTrunk, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('gateway', row, 'active', context, info);
  }
}
