import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { updateItem, createItem, deleteItem } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { DeletePayload, toDeletePayload } from '../mutations/payload.js';
import type { WrittenItem } from '../ports/writes.js';
import { CreateGroupInput, UpdateGroupInput } from './inputs.js';
import { GroupPayload } from './payload.js';

@Resolver()
export class GroupMutationResolver {
  @NeedsScope('write')
  @Mutation(() => GroupPayload, { description: 'Makes an empty group (ICTCore, SerwerSMS).' })
  createGroup(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateGroupInput, { description: 'What it is to be.' }) input: CreateGroupInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = 'upstream with groups';
    return createItem({ title, input, create: ({ group }) => group?.writes?.create }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => GroupPayload, { description: 'Renames or describes a group: only what the input holds is sent.' })
  updateGroup(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'An `id` of a group.' }) id: string,
    @Arg('input', () => UpdateGroupInput, { description: 'What changes.' }) input: UpdateGroupInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateItem({ noun: 'group', id, input, update: ({ group }) => group?.writes?.update }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => DeletePayload, {
    description:
      'Deletes a group. Its contacts stay, unless `deleteContacts` says otherwise: `deletedIds` then tells theirs too. UNSUPPORTED where the provider can’t do as asked.',
  })
  deleteGroup(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'An `id` of a group.' }) id: string,
    @Arg('deleteContacts', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Whether the contacts in it are deleted too.',
    })
    deleteContacts: boolean | null,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const otherArguments = { deleteContacts: deleteContacts ?? false };
    const written = deleteItem(
      {
        noun: 'group',
        id,
        idempotencyKey,
        otherArguments,
        remove: ({ group }) => {
          const write = group?.writes?.remove;
          return write && ((key, writeAttempt) => write(key, otherArguments.deleteContacts, writeAttempt));
        },
      },
      context,
      info,
    );
    return toDeletePayload('group', written);
  }
}
