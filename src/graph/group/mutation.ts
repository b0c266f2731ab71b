import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../decorators.js';
import { change, make, remove } from '../make.js';
import type { Written } from '../mutate.js';
import { Idempotency } from '../mutation-args.js';
import { DeletePayload, payloadOf, toDeletePayload } from '../payload.js';
import type { Made } from '../writes.js';
import { Group } from './group.js';
import { CreateGroupInput, UpdateGroupInput } from './write-input.js';

export const { Payload: GroupPayload, PayloadResolver: GroupPayloadResolver } = payloadOf(
  'Group',
  'group',
  'group',
  () => Group,
);

@Resolver()
export class GroupMutationResolver {
  @Mutation(() => GroupPayload, { description: 'Makes an empty group (ICTCore, SerwerSMS).' })
  createGroup(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateGroupInput, { description: 'What it is to be.' }) input: CreateGroupInput,
  ): Promise<Written<Made>> {
    const title = 'upstream with groups';
    return make({ title, input, create: ({ group }) => group?.writes?.create }, context, info);
  }

  @Mutation(() => GroupPayload, { description: 'Renames or describes a group: only what the input holds is sent.' })
  updateGroup(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'An `id` of a group.' }) id: string,
    @Arg('input', () => UpdateGroupInput, { description: 'What changes.' }) input: UpdateGroupInput,
  ): Promise<Written<Made>> {
    return change({ noun: 'group', id, input, update: ({ group }) => group?.writes?.update }, context, info);
  }

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
    @Idempotency() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const also = { deleteContacts: deleteContacts ?? false };
    const written = remove(
      {
        noun: 'group',
        id,
        idempotencyKey,
        also,
        remove: ({ group }) => {
          const write = group?.writes?.remove;
          return write && ((key, writing) => write(key, also.deleteContacts, writing));
        },
      },
      context,
      info,
    );
    return toDeletePayload('group', written);
  }
}
