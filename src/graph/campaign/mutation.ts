import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { performAction, updateItem, createItem, deleteItem } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { DeletePayload, toDeletePayload } from '../mutations/payload.js';
import { DateTime } from '../values/scalars.js';
import { AT_DESCRIPTION, SchedulePayload, toSchedulePayload, type ScheduleItem } from '../mutations/schedule.js';
import type { PerformAction, WrittenItem } from '../ports/writes.js';
import type { CampaignWrites } from './backend.js';
import { CreateCampaignInput, UpdateCampaignInput } from './inputs.js';
import { CampaignPayload } from './payload.js';

const SCHEDULE_NOT_RUN =
  'On ICTCore 1.2 nothing comes of it: the server keeps the schedule, but nothing there carries out schedules of campaigns.';

type Info = GraphQLResolveInfo;

function Id(): ParameterDecorator {
  return Arg('id', () => ID, { description: 'An `id` of a campaign.' }) as ParameterDecorator;
}

function At(): ParameterDecorator {
  return Arg('at', () => DateTime, {
    description: AT_DESCRIPTION,
  }) as ParameterDecorator;
}

@Resolver()
export class CampaignMutationResolver {
  @NeedsScope('write')
  @Mutation(() => CampaignPayload, {
    description: 'Makes a campaign that sends a program to every contact of a group (ICTCore). Nothing is sent yet.',
  })
  createCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateCampaignInput, { description: 'What it is to be.' }) input: CreateCampaignInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = 'upstream with campaigns';
    return createItem({ title, input, create: ({ campaign }) => campaign?.writes?.create }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => CampaignPayload, { description: 'Changes a campaign: only what the input holds is sent.' })
  updateCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @Arg('input', () => UpdateCampaignInput, { description: 'What changes.' }) input: UpdateCampaignInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateItem(
      { noun: 'campaign', id, input, update: ({ campaign }) => campaign?.writes?.update },
      context,
      info,
    );
  }

  @NeedsScope('write')
  @Mutation(() => DeletePayload, {
    description: 'Deletes a campaign, and what is scheduled for it; what it sent stays.',
  })
  deleteCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const removing = { noun: 'campaign', id, idempotencyKey } as const;
    return toDeletePayload(
      'campaign',
      deleteItem({ ...removing, remove: ({ campaign }) => campaign?.writes?.remove }, context, info),
    );
  }

  @NeedsScope('send')
  @Mutation(() => CampaignPayload, {
    description:
      'Starts a campaign: from now on it sends to every contact of its group. One that runs or is completed is CONFLICT. The server begins by itself, so the status may still be the old one right after.',
  })
  startCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    return performCampaignAction(
      { id, idempotencyKey, action: 'start a campaign', selectWrite: ({ start }) => start },
      context,
      info,
    );
  }

  @NeedsScope('send')
  @Mutation(() => CampaignPayload, {
    description: 'Stops a campaign; it can be started again. One that does not run stays as it is, which is a success.',
  })
  stopCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const effect = 'replaces';
    return performCampaignAction(
      { id, idempotencyKey, action: 'stop a campaign', effect, selectWrite: ({ stop }) => stop },
      context,
      info,
    );
  }

  @NeedsScope('send')
  @Mutation(() => SchedulePayload, { description: `Schedules the start of a campaign. ${SCHEDULE_NOT_RUN}` })
  scheduleCampaignStart(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @At() at: Date,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<SchedulePayload> {
    const selectWrite = ({ scheduleStart }: CampaignWrites) => bindTime(scheduleStart, at);
    const action = 'schedule the start of a campaign';
    return toSchedulePayload(
      performCampaignAction({ id, idempotencyKey, action, otherArguments: { at }, selectWrite }, context, info),
    );
  }

  @NeedsScope('send')
  @Mutation(() => SchedulePayload, { description: `Schedules the stop of a campaign. ${SCHEDULE_NOT_RUN}` })
  scheduleCampaignStop(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @At() at: Date,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<SchedulePayload> {
    const selectWrite = ({ scheduleStop }: CampaignWrites) => bindTime(scheduleStop, at);
    const action = 'schedule the stop of a campaign';
    return toSchedulePayload(
      performCampaignAction({ id, idempotencyKey, action, otherArguments: { at }, selectWrite }, context, info),
    );
  }

  @NeedsScope('send')
  @Mutation(() => CampaignPayload, {
    description: 'Cancels every scheduled start and stop of a campaign; where there is none, that is a success.',
  })
  cancelCampaignSchedule(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<MutationResult<WrittenItem>> {
    const selectWrite = ({ cancelSchedule }: CampaignWrites) => cancelSchedule;
    const action = 'cancel the schedule of a campaign';
    return performCampaignAction({ id, idempotencyKey, action, effect: 'replaces', selectWrite }, context, info);
  }
}

interface CampaignAction {
  readonly id: string;
  readonly idempotencyKey: string | null;
  readonly action: string;
  readonly effect?: 'acts' | 'replaces';
  readonly otherArguments?: object;
  readonly selectWrite: (writes: CampaignWrites) => PerformAction | undefined;
}

function performCampaignAction(
  { selectWrite, ...acting }: CampaignAction,
  context: Context,
  info: Info,
): Promise<MutationResult<WrittenItem>> {
  return performAction(
    { ...acting, noun: 'campaign', act: ({ campaign }) => campaign?.writes && selectWrite(campaign.writes) },
    context,
    info,
  );
}

function bindTime(schedule: ScheduleItem | undefined, at: Date): PerformAction | undefined {
  return schedule && ((key, writeAttempt) => schedule(key, at, writeAttempt));
}
