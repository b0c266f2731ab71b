import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../../graph/request/context.js';
import { Ctx, FieldResolver, Info, Resolver, Root } from '../../../graph/values/decorators.js';
import { deferredColumn } from '../../../graph/request/deferred-column.js';
import { IctCoreContact } from '../types.js';

/** Columns that only a contact's item has. */
@Resolver(() => IctCoreContact)
export class IctCoreContactResolver {
  @FieldResolver(() => String, { nullable: true })
  address(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('contact', row, 'address', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  custom1(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('contact', row, 'custom1', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  custom2(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('contact', row, 'custom2', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  custom3(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('contact', row, 'custom3', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  description(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return deferredColumn('contact', row, 'description', context, info);
  }
}
