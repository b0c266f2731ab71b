import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { performAction, createItem, deleteItem } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { DeletePayload, toDeletePayload } from '../mutations/payload.js';
import { DateTime } from '../values/scalars.js';
import type { WrittenItem } from '../ports/writes.js';
import { AttemptPayload, TransmissionPayload } from './payload.js';
import { AT_DESCRIPTION, SchedulePayload, toSchedulePayload } from '../mutations/schedule.js';
import { CreateTransmissionInput } from './inputs.js';

type Info = GraphQLResolveInfo;

function Id(): ParameterDecorator {
  return Arg('id', () => ID, { description: 'An `id` of a transmission.' }) as ParameterDecorator;
}

@Resolver()
export class TransmissionMutationResolver {
  @NeedsScope('write')
  @Mutation(() => TransmissionPayload, {
    description: 'Makes a transmission of one program to one contact (ICTCore). Nothing is sent yet.',
  })
  createTransmission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateTransmissionInput, { description: 'What it is to be.' }) input: CreateTransmissionInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = 'upstream with transmissions';
    return createItem({ title, input, create: ({ transmission }) => transmission?.writes?.create }, context, info);
  }

  @NeedsScope('send')
  @Mutation(() => AttemptPayload, {
    description:
      'Sends a transmission that is pending or has failed. The provider answers once it has taken it: follow the attempt for what becomes of it. One that is being sent, has arrived or is invalid is CONFLICT, and is never sent a second time. What ICTCore refuses to send (UPSTREAM_REJECTED) may stay PROCESSING there, though nothing was sent: `retryTransmission` frees it.',
  })
  sendTransmission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const action = 'send a transmission';
    return performAction(
      { noun: 'transmission', id, idempotencyKey, action, act: ({ transmission }) => transmission?.writes?.send },
      context,
      info,
    );
  }

  @NeedsScope('send')
  @Mutation(() => AttemptPayload, {
    description:
      'Tries a transmission again that has failed: a new attempt under the same rules as `sendTransmission`. One that a refused send left PROCESSING is freed first. One that arrived can only be cloned.',
  })
  retryTransmission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const action = 'retry a transmission';
    return performAction(
      { noun: 'transmission', id, idempotencyKey, action, act: ({ transmission }) => transmission?.writes?.retry },
      context,
      info,
    );
  }

  @NeedsScope('send')
  @Mutation(() => SchedulePayload, {
    description:
      'Schedules the sending of a transmission. A further schedule comes on top of those there are. One that has arrived, is invalid, or was left PROCESSING by a refused send is CONFLICT.',
  })
  scheduleTransmission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @Arg('at', () => DateTime, { description: AT_DESCRIPTION }) at: Date,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<SchedulePayload> {
    const action = 'schedule a transmission';
    const written = performAction(
      {
        noun: 'transmission',
        ...{ id, idempotencyKey, action },
        otherArguments: { at },
        act: ({ transmission }) => {
          const schedule = transmission?.writes?.schedule;
          return schedule && ((key, writeAttempt) => schedule(key, at, writeAttempt));
        },
      },
      context,
      info,
    );
    return toSchedulePayload(written);
  }

  @NeedsScope('send')
  @Mutation(() => TransmissionPayload, {
    description:
      'Asks the provider to cancel every schedule of a transmission. ICTCore 1.2 says that it did and keeps them: the transmission is sent all the same. Delete it to be sure.',
  })
  cancelTransmissionSchedule(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const action = 'cancel the schedule of a transmission';
    return performAction(
      {
        noun: 'transmission',
        ...{ id, idempotencyKey, action },
        effect: 'replaces',
        act: ({ transmission }) => transmission?.writes?.cancelSchedule,
      },
      context,
      info,
    );
  }

  @NeedsScope('write')
  @Mutation(() => TransmissionPayload, {
    description:
      'Copies a transmission, e.g. to send again what has arrived. The copy is pending: nothing is sent yet.',
  })
  cloneTransmission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const action = 'clone a transmission';
    return performAction(
      { noun: 'transmission', id, idempotencyKey, action, act: ({ transmission }) => transmission?.writes?.clone },
      context,
      info,
    );
  }

  @NeedsScope('write')
  @Mutation(() => DeletePayload, { description: 'Deletes a transmission, and what is scheduled for it.' })
  deleteTransmission(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const removing = { noun: 'transmission', id, idempotencyKey } as const;
    return toDeletePayload(
      'transmission',
      deleteItem({ ...removing, remove: ({ transmission }) => transmission?.writes?.remove }, context, info),
    );
  }
}
