import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from './context.js';
import { Ctx, Field, FieldResolver, ID, Info, ObjectType, Resolver, Root } from './decorators.js';
import { linked } from './linked.js';
import { removedIds } from './make.js';
import type { Written } from './mutate.js';
import type { Noun } from './provider.js';
import { UserError } from './user-error.js';
import type { Made, Removed } from './writes.js';

export const USER_ERRORS = 'What the caller can mend; empty where it was done.';

type Thunk = () => abstract new () => object;

/** Makes the Payload type of mutations that make or change one thing, in a field named like it, and what resolves it. */
export function payloadOf(name: string, field: string, noun: Noun, type: Thunk) {
  @ObjectType(`${name}Payload`, {
    simpleResolvers: true,
    description: `What became of a write to a ${field}.`,
  })
  class Payload {
    @Field(() => [UserError], { description: USER_ERRORS })
    readonly userErrors!: UserError[];
  }

  @Resolver(() => Payload)
  class PayloadResolver {
    @FieldResolver(() => type() as never, {
      name: field,
      nullable: true,
      description: `The ${field} as it is now, read anew; null where it was not done, nobody knows, or it can't be read.`,
    })
    made(@Root() written: Written<Made>, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<unknown> {
      return madeBy(noun, written, context, info);
    }
  }

  return { Payload, PayloadResolver };
}

/** The thing that a write made or changed, read anew: only where it is selected. */
export async function madeBy(
  noun: Noun,
  { result, upstream }: Written<Made>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const value = context.upstreams.find(({ name }) => name === upstream)?.value;
  return value ? linked(noun, value, result?.key, context, info) : null;
}

@ObjectType({ simpleResolvers: true, description: 'What became of a deletion.' })
export class DeletePayload {
  @Field(() => [ID], { description: 'Ids of what is gone by it; none of them is found any more.' })
  readonly deletedIds!: readonly string[];

  @Field(() => [UserError], { description: USER_ERRORS })
  readonly userErrors!: readonly UserError[];
}

export async function toDeletePayload(noun: Noun, written: Promise<Written<Removed>>): Promise<DeletePayload> {
  const done = await written;
  return { deletedIds: removedIds(noun, done), userErrors: done.userErrors };
}
