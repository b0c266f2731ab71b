import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from '../values/decorators.js';
import { ListSized } from '../values/list-size.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { loadWrittenItem, USER_ERRORS_DESCRIPTION } from '../mutations/payload.js';
import { UserError } from '../values/user-error.js';
import type { WrittenContactItem } from './backend.js';
import { Contact, ContactStatus } from './types.js';

@ObjectType({ simpleResolvers: true, description: 'What became of a write to a contact.' })
export class ContactPayload {
  @Field(() => ContactStatus, {
    nullable: true,
    description: "HostTracker's answer to create, confirm and resend; null for the other providers.",
  })
  readonly status!: ContactStatus | null;

  @ListSized(1)
  @Field(() => [UserError], { description: USER_ERRORS_DESCRIPTION })
  readonly userErrors!: readonly UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'What became of writes to several contacts.' })
export class ContactsPayload {
  @ListSized(100)
  @Field(() => [ContactPayload], {
    description: 'One for each input, in the order of the inputs, or for each contact that was changed.',
  })
  readonly results!: readonly ContactPayload[];

  @ListSized(1)
  @Field(() => [UserError], { description: 'What the caller can mend of the whole; see also each result.' })
  readonly userErrors!: readonly UserError[];
}

/** A payload before its contact is read. */
export interface ContactMutationResult extends MutationResult<WrittenContactItem> {
  readonly status: ContactStatus | null;
}

export function toContactPayload(written: MutationResult<WrittenContactItem>): ContactMutationResult {
  return { ...written, status: written.result?.status ?? null };
}

@Resolver(() => ContactPayload)
export class ContactPayloadResolver {
  @FieldResolver(() => Contact, {
    nullable: true,
    description: 'The contact as it is now, read anew; null where it was not done, nobody knows, or it can’t be read.',
  })
  contact(
    @Root() written: ContactMutationResult,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return loadWrittenItem('contact', written, context, info);
  }
}
