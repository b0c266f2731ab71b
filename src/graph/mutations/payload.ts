import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Ctx, Field, FieldResolver, ID, Info, ObjectType, Resolver, Root } from '../values/decorators.js';
import { ListSized } from '../values/list-size.js';
import { loadLinked } from '../request/load-linked.js';
import { deletedIdsOf } from './item-writes.js';
import type { MutationResult } from './perform-write.js';
import { UserError } from '../values/user-error.js';
import type { WrittenItem, DeletedItems } from '../ports/writes.js';
import type { Noun } from '../ports/backends.js';

export const USER_ERRORS_DESCRIPTION = 'What the caller can mend; empty where it was done.';

type Thunk = () => abstract new () => object;

/** Makes the Payload type of mutations that make or change one thing, in a field named like it, and what resolves it. */
export function definePayload(name: string, field: string, noun: Noun, type: Thunk) {
  @ObjectType(`${name}Payload`, {
    simpleResolvers: true,
    description: `What became of a write to a ${field}.`,
  })
  class Payload {
    @ListSized(1)
    @Field(() => [UserError], { description: USER_ERRORS_DESCRIPTION })
    readonly userErrors!: UserError[];
  }

  @Resolver(() => Payload)
  class PayloadResolver {
    @FieldResolver(() => type() as never, {
      name: field,
      nullable: true,
      description: `The ${field} as it is now, read anew; null where it was not done, nobody knows, or it can't be read.`,
    })
    made(
      @Root() written: MutationResult<WrittenItem>,
      @Ctx() context: Context,
      @Info() info: GraphQLResolveInfo,
    ): Promise<unknown> {
      return loadWrittenItem(noun, written, context, info);
    }
  }

  return { Payload, PayloadResolver };
}

/** The thing that a write made or changed, read anew: only where it is selected. */
export async function loadWrittenItem(
  noun: Noun,
  { result, upstream }: MutationResult<WrittenItem>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const value = context.upstreams.find(({ name }) => name === upstream)?.value;
  return value ? loadLinked(noun, value, result?.key, context, info) : null;
}

@ObjectType({ simpleResolvers: true, description: 'What became of a deletion.' })
export class DeletePayload {
  @Field(() => [ID], { description: 'Ids of what is gone by it; none of them is found any more.' })
  readonly deletedIds!: readonly string[];

  @ListSized(1)
  @Field(() => [UserError], { description: USER_ERRORS_DESCRIPTION })
  readonly userErrors!: readonly UserError[];
}

export async function toDeletePayload(
  noun: Noun,
  written: Promise<MutationResult<DeletedItems>>,
): Promise<DeletePayload> {
  const done = await written;
  return { deletedIds: deletedIdsOf(noun, done), userErrors: done.userErrors };
}
