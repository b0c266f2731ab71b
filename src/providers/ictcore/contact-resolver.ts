import type { GraphQLResolveInfo } from 'graphql';

import type { Contact } from '../../graph/contact/contact.js';
import type { Context } from '../../graph/context.js';
import { Ctx, FieldResolver, Info, Resolver, Root } from '../../graph/decorators.js';
import { lateField } from './late.js';
import { IctCoreContact } from './types.js';

type Text = string | null | undefined;
type Column = 'address' | 'custom1' | 'custom2' | 'custom3' | 'description';

/** Columns that only a contact's item has, read through the loader of contacts. */
@Resolver(() => IctCoreContact)
export class IctCoreContactResolver {
  @FieldResolver(() => String, { nullable: true })
  address(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return late(row, 'address', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  custom1(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return late(row, 'custom1', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  custom2(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return late(row, 'custom2', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  custom3(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return late(row, 'custom3', context, info);
  }

  @FieldResolver(() => String, { nullable: true })
  description(@Root() row: IctCoreContact, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return late(row, 'description', context, info);
  }
}

function late(row: IctCoreContact, name: Column, context: Context, info: GraphQLResolveInfo): Text | Promise<Text> {
  const readWhole = async (): Promise<IctCoreContact | null> => {
    const found = await context.loaders.contact.load(row.id);
    return found && isOurs(found) ? found : null;
  };
  return lateField(row, name, readWhole, context, info);
}

function isOurs(contact: Contact): contact is IctCoreContact {
  return '__typename' in contact && contact.__typename === 'IctCoreContact';
}
