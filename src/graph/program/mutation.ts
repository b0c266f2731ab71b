import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { createItem, deleteItem } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { DeletePayload, toDeletePayload } from '../mutations/payload.js';
import type { WrittenItem } from '../ports/writes.js';
import type { NewProgram } from './backend.js';
import { CreateProgramInput, PROGRAM_TYPE_BY_MEMBER } from './inputs.js';
import { ProgramPayload } from './payload.js';

@Resolver()
export class ProgramMutationResolver {
  @NeedsScope('write')
  @Mutation(() => ProgramPayload, {
    description: 'Makes a program: what is sent, or what happens to what comes in (ICTCore). Nothing is sent by it.',
  })
  createProgram(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateProgramInput, { description: 'What it is to be: exactly one member.' })
    given: CreateProgramInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = 'upstream with programs';
    const { member, input } = newProgramOf(given);
    const inputPath = ['input', member];
    return createItem({ title, input, inputPath, create: ({ program }) => program?.writes?.create }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => DeletePayload, {
    description:
      'Deletes a program, and on ICTCore all programs below it (`parent`): `deletedIds` tells them after its own. Campaigns and transmissions that name them stay, and can’t be sent any more.',
  })
  deleteProgram(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'An `id` of a program.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const removing = { noun: 'program', id, idempotencyKey } as const;
    return toDeletePayload(
      'program',
      deleteItem({ ...removing, remove: ({ program }) => program?.writes?.remove }, context, info),
    );
  }
}

/** The one member that is given, with its type, so that the same values under another member are other arguments. */
function newProgramOf(given: CreateProgramInput): { readonly member: string; readonly input: NewProgram } {
  for (const member of MEMBER_NAMES) {
    const value = given[member];
    if (value) return { member, input: Object.assign({}, value, { type: PROGRAM_TYPE_BY_MEMBER[member] }) };
  }
  throw new TypeError('a oneOf input came without a member');
}

const MEMBER_NAMES: ReadonlyArray<keyof CreateProgramInput> = [
  'emailToFax',
  'faxToEmail',
  'receiveEmail',
  'receiveFax',
  'receiveSms',
  'sendEmail',
  'sendFax',
  'sendSms',
  'voiceMessage',
  'voiceTts',
];
