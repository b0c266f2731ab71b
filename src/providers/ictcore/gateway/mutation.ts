import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../../graph/request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../../../graph/values/decorators.js';
import { NeedsScope } from '../../../graph/request/scopes.js';
import { updateItem, createItem, deleteItem } from '../../../graph/mutations/item-writes.js';
import type { MutationResult } from '../../../graph/mutations/perform-write.js';
import { IdempotencyKey } from '../../../graph/mutations/idempotency-key.js';
import { DeletePayload, definePayload, toDeletePayload } from '../../../graph/mutations/payload.js';
import type { WrittenItem, Writes } from '../../../graph/ports/writes.js';
import { CreateTrunkInput, UpdateTrunkInput } from './inputs.js';
import { IctCoreTrunk } from './types.js';

/** How trunks are written: only ICTCore has any. */
export type TrunkWrites = Required<Writes<CreateTrunkInput, UpdateTrunkInput>>;

declare module '../../../graph/ports/backends.js' {
  interface Backends {
    readonly trunk: TrunkWrites;
  }
}

export const { Payload: TrunkPayload, PayloadResolver: TrunkPayloadResolver } = definePayload(
  'Trunk',
  'trunk',
  'gateway',
  () => IctCoreTrunk,
);

@Resolver()
export class TrunkMutationResolver {
  @NeedsScope('admin')
  @Mutation(() => TrunkPayload, {
    description:
      'Makes a trunk of ICTCore. Where the server keeps the trunk and then fails to tell its switch of it, the trunk is there and a user error says so.',
  })
  createTrunk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateTrunkInput, { description: 'What it is to be.' }) input: CreateTrunkInput,
  ): Promise<MutationResult<WrittenItem>> {
    return createItem({ title: 'ICTCore installation', input, create: ({ trunk }) => trunk?.create }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => TrunkPayload, { description: 'Changes a trunk of ICTCore: only what the input holds is sent.' })
  updateTrunk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'An `id` of a trunk.' }) id: string,
    @Arg('input', () => UpdateTrunkInput, { description: 'What changes.' }) input: UpdateTrunkInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateItem({ noun: 'gateway', id, input, update: ({ trunk }) => trunk?.update }, context, info);
  }

  @NeedsScope('admin')
  @Mutation(() => DeletePayload, { description: 'Deletes a trunk of ICTCore: nothing goes out by it any more.' })
  deleteTrunk(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'An `id` of a trunk.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const target = { noun: 'gateway', id, idempotencyKey } as const;
    return toDeletePayload('gateway', deleteItem({ ...target, remove: ({ trunk }) => trunk?.remove }, context, info));
  }
}
