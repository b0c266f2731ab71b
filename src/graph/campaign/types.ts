import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '../values/decorators.js';
import { Node } from '../values/node.js';
import { DateTime } from '../values/scalars.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

export const CampaignStatus = {
  NEW: 'NEW',
  ACTIVE: 'ACTIVE',
  RUNNING: 'RUNNING',
  PAUSED: 'PAUSED',
  COMPLETED: 'COMPLETED',
  STOPPED: 'STOPPED',
  FAILED: 'FAILED',
  UNKNOWN: 'UNKNOWN',
} as const;
export type CampaignStatus = keyof typeof CampaignStatus;
registerEnumType(CampaignStatus, {
  name: 'CampaignStatus',
  description: 'Where a campaign stands.',
  valuesConfig: {
    NEW: { description: 'Created, not started yet.' },
    ACTIVE: { description: 'Prepared: its transmissions are made (ICTCore: ready or active).' },
    RUNNING: { description: 'Its transmissions are being sent.' },
    PAUSED: { description: 'Stopped on the way; it can be started again.' },
    COMPLETED: { description: 'Every contact was tried.' },
    STOPPED: { description: 'Ended before every contact was tried.' },
    FAILED: { description: 'It could not go on.' },
    UNKNOWN: { description: 'A status that Trunkline does not know.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One program sent to every contact of a group (ICTCore).',
})
export class Campaign extends Node {
  declare readonly __typename: 'Campaign';

  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => Int, { nullable: true, description: 'How many transmissions are begun a minute (ICTCore: cpm).' })
  readonly transmissionsPerMinute!: number | null;

  @Field(() => Int, { nullable: true, description: 'How often each contact may be tried.' })
  readonly triesAllowed!: number | null;

  @Field(() => CampaignStatus, { description: 'Where it stands.' })
  readonly status!: CampaignStatus;

  @Field(() => Int, { nullable: true, description: 'Contacts to be tried; null while it is not known.' })
  readonly contactsTotal?: number | null;

  @Field(() => Int, { nullable: true, description: 'Contacts tried so far.' })
  readonly contactsDone?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'contactsDone of contactsTotal, 0 to 1; null while the total is unknown or 0.',
  })
  readonly progress?: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it last ran; null when it never did.' })
  readonly lastRunAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was created.' })
  readonly createdAt?: Date | null;

  readonly programKey!: string | null;
  readonly groupKey!: string | null;
  readonly accountKey!: string | null;
}

@InputType({ description: 'Which campaigns; all parts must hold.' })
export class CampaignFilter {
  @Field(() => CampaignStatus, { nullable: true, description: 'In this status.' })
  readonly status?: CampaignStatus | null;

  @Field(() => ID, { nullable: true, description: 'That send this program.' })
  readonly programId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That send to this group.' })
  readonly groupId?: string | null;
}
