import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../decorators.js';
import { actOn, change, make, remove } from '../make.js';
import type { Written } from '../mutate.js';
import { Idempotency } from '../mutation-args.js';
import { DeletePayload, payloadOf, toDeletePayload } from '../payload.js';
import { DateTime } from '../scalars.js';
import { AT, SchedulePayload, toSchedulePayload, type Schedule } from '../transmission/schedule.js';
import type { Act, Made } from '../writes.js';
import type { CampaignWrites } from './backend.js';
import { Campaign } from './campaign.js';
import { CreateCampaignInput, UpdateCampaignInput } from './write-input.js';

export const { Payload: CampaignPayload, PayloadResolver: CampaignPayloadResolver } = payloadOf(
  'Campaign',
  'campaign',
  'campaign',
  () => Campaign,
);

const UNHANDLED =
  'On ICTCore 1.2 nothing comes of it: the server keeps the schedule, but nothing there carries out schedules of campaigns.';

type Info = GraphQLResolveInfo;

function Id(): ParameterDecorator {
  return Arg('id', () => ID, { description: 'An `id` of a campaign.' }) as ParameterDecorator;
}

function At(): ParameterDecorator {
  return Arg('at', () => DateTime, {
    description: AT,
  }) as ParameterDecorator;
}

@Resolver()
export class CampaignMutationResolver {
  @Mutation(() => CampaignPayload, {
    description: 'Makes a campaign that sends a program to every contact of a group (ICTCore). Nothing is sent yet.',
  })
  createCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateCampaignInput, { description: 'What it is to be.' }) input: CreateCampaignInput,
  ): Promise<Written<Made>> {
    const title = 'upstream with campaigns';
    return make({ title, input, create: ({ campaign }) => campaign?.writes?.create }, context, info);
  }

  @Mutation(() => CampaignPayload, { description: 'Changes a campaign: only what the input holds is sent.' })
  updateCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @Arg('input', () => UpdateCampaignInput, { description: 'What changes.' }) input: UpdateCampaignInput,
  ): Promise<Written<Made>> {
    return change({ noun: 'campaign', id, input, update: ({ campaign }) => campaign?.writes?.update }, context, info);
  }

  @Mutation(() => DeletePayload, {
    description: 'Deletes a campaign, and what is scheduled for it; what it sent stays.',
  })
  deleteCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const removing = { noun: 'campaign', id, idempotencyKey } as const;
    return toDeletePayload(
      'campaign',
      remove({ ...removing, remove: ({ campaign }) => campaign?.writes?.remove }, context, info),
    );
  }

  @Mutation(() => CampaignPayload, {
    description:
      'Starts a campaign: from now on it sends to every contact of its group. One that runs or is completed is CONFLICT. The server begins by itself, so the status may still be the old one right after.',
  })
  startCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    return act({ id, idempotencyKey, doing: 'start a campaign', pick: ({ start }) => start }, context, info);
  }

  @Mutation(() => CampaignPayload, {
    description: 'Stops a campaign; it can be started again. One that does not run stays as it is, which is a success.',
  })
  stopCampaign(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    const effect = 'replaces';
    return act({ id, idempotencyKey, doing: 'stop a campaign', effect, pick: ({ stop }) => stop }, context, info);
  }

  @Mutation(() => SchedulePayload, { description: `Schedules the start of a campaign. ${UNHANDLED}` })
  scheduleCampaignStart(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @At() at: Date,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<SchedulePayload> {
    const pick = ({ scheduleStart }: CampaignWrites) => fix(scheduleStart, at);
    const doing = 'schedule the start of a campaign';
    return toSchedulePayload(act({ id, idempotencyKey, doing, also: { at }, pick }, context, info));
  }

  @Mutation(() => SchedulePayload, { description: `Schedules the stop of a campaign. ${UNHANDLED}` })
  scheduleCampaignStop(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @At() at: Date,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<SchedulePayload> {
    const pick = ({ scheduleStop }: CampaignWrites) => fix(scheduleStop, at);
    const doing = 'schedule the stop of a campaign';
    return toSchedulePayload(act({ id, idempotencyKey, doing, also: { at }, pick }, context, info));
  }

  @Mutation(() => CampaignPayload, {
    description: 'Cancels every scheduled start and stop of a campaign; where there is none, that is a success.',
  })
  cancelCampaignSchedule(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id() id: string,
    @Idempotency() idempotencyKey: string | null,
  ): Promise<Written<Made>> {
    const pick = ({ cancelSchedule }: CampaignWrites) => cancelSchedule;
    const doing = 'cancel the schedule of a campaign';
    return act({ id, idempotencyKey, doing, effect: 'replaces', pick }, context, info);
  }
}

interface Acting {
  readonly id: string;
  readonly idempotencyKey: string | null;
  readonly doing: string;
  readonly effect?: 'acts' | 'replaces';
  readonly also?: object;
  readonly pick: (writes: CampaignWrites) => Act | undefined;
}

function act({ pick, ...acting }: Acting, context: Context, info: Info): Promise<Written<Made>> {
  return actOn(
    { ...acting, noun: 'campaign', act: ({ campaign }) => campaign?.writes && pick(campaign.writes) },
    context,
    info,
  );
}

function fix(schedule: Schedule | undefined, at: Date): Act | undefined {
  return schedule && ((key, writing) => schedule(key, at, writing));
}
