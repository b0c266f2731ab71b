import type { Account } from '../account/types.js';
import { Channel, type Contact } from '../contact/types.js';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '../values/decorators.js';
import { Node } from '../values/node.js';
import { DateTime } from '../values/scalars.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

export const Direction = { OUTBOUND: 'OUTBOUND', INBOUND: 'INBOUND', UNKNOWN: 'UNKNOWN' } as const;
export type Direction = keyof typeof Direction;
registerEnumType(Direction, {
  name: 'Direction',
  description: 'Which way a transmission goes.',
  valuesConfig: {
    OUTBOUND: { description: 'From us to the contact.' },
    INBOUND: { description: 'From the contact to us.' },
    UNKNOWN: { description: 'Neither, e.g. internal, or the provider does not tell.' },
  },
});

export const TransmissionStatus = {
  PENDING: 'PENDING',
  PROCESSING: 'PROCESSING',
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  INVALID: 'INVALID',
  UNKNOWN: 'UNKNOWN',
} as const;
export type TransmissionStatus = keyof typeof TransmissionStatus;
registerEnumType(TransmissionStatus, {
  name: 'TransmissionStatus',
  description: 'Where a transmission stands.',
  valuesConfig: {
    PENDING: { description: 'Waits to be sent, or to be sent again.' },
    PROCESSING: { description: 'Is being sent, or was refused as it was to be sent and is stuck; `attempts` tell.' },
    COMPLETED: { description: 'Arrived.' },
    FAILED: { description: 'Did not arrive, or must not be called; `response` says why. It can be retried.' },
    INVALID: { description: 'Can never be sent.' },
    UNKNOWN: { description: 'A status that Trunkline does not know.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One fax, call, SMS or e-mail to one contact, or from it (ICTCore).',
})
export class Transmission extends Node {
  declare readonly __typename: 'Transmission';

  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => Direction, { description: 'Which way it goes.' })
  readonly direction!: Direction;

  @Field(() => String, { nullable: true, description: 'Why it failed, in the words of the provider; null otherwise.' })
  readonly response!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last tried; null before the first try.' })
  readonly lastRunAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Its title; ICTCore takes the name of the program by default.' })
  readonly title?: string | null;

  @Field(() => String, { nullable: true, description: 'What created it, e.g. the type of the program.' })
  readonly origin?: string | null;

  @Field(() => Channel, { nullable: true, description: 'How it is carried; null when the provider does not tell.' })
  readonly channel?: Channel | null;

  @Field(() => Int, { nullable: true, description: 'How often it may be tried.' })
  readonly triesAllowed?: number | null;

  @Field(() => TransmissionStatus, { description: 'Where it stands.' })
  readonly status?: TransmissionStatus;

  readonly contactKey!: string | null;
  readonly accountKey!: string | null;
  readonly programKey?: string | null;
  readonly campaignKey?: string | null;
  /** The things themselves, where the row carries them; null where it says that they are gone. */
  readonly contactRow?: Contact | null;
  readonly accountRow?: Account | null;
  readonly attempts?: readonly TransmissionAttempt[];
  readonly results?: readonly TransmissionResult[];
}

export const AttemptStatus = {
  INITIATED: 'INITIATED',
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  UNKNOWN: 'UNKNOWN',
} as const;
export type AttemptStatus = keyof typeof AttemptStatus;
registerEnumType(AttemptStatus, {
  name: 'AttemptStatus',
  description: 'Where one attempt stands.',
  valuesConfig: {
    INITIATED: { description: 'Under way.' },
    COMPLETED: { description: 'Delivered.' },
    FAILED: { description: 'Not delivered; `response` says why.' },
    UNKNOWN: { description: 'A status that Trunkline does not know.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One attempt to deliver a transmission; ICTCore calls it a spool.',
})
export class TransmissionAttempt extends Node {
  declare readonly __typename: 'TransmissionAttempt';

  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id (ICTCore: spool_id)." })
  readonly upstreamId!: string;

  @Field(() => AttemptStatus, { description: 'Where it stands.' })
  readonly status!: AttemptStatus;

  @Field(() => String, { nullable: true, description: 'Why it failed; null otherwise.' })
  readonly response?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was queued; null where the server does not tell.' })
  readonly spooledAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When dialling began; null where the server does not tell.' })
  readonly startedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered; null where the server does not tell.' })
  readonly connectedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null where the server does not tell.' })
  readonly endedAt?: Date | null;

  readonly transmissionKey!: string;
  readonly results?: readonly TransmissionResult[];
}

@ObjectType({ simpleResolvers: true, description: 'One step of an attempt and what came of it.' })
export class TransmissionResult {
  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => ID, { nullable: true, description: 'The attempt it belongs to.' })
  readonly attemptId!: string | null;

  @Field(() => String, { description: 'Kind of result: application, contact, message, info, error.' })
  readonly type!: string;

  @Field(() => String, { description: 'What it is about: originate, fax_send, pages, disconnect …' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Its value, e.g. "success" or a number of pages.' })
  readonly data!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it came about.' })
  readonly createdAt!: Date | null;
}

@InputType({ description: 'Which transmissions; all parts must hold.' })
export class TransmissionFilter {
  @Field(() => TransmissionStatus, { nullable: true, description: 'In this status.' })
  readonly status?: TransmissionStatus | null;

  @Field(() => ID, { nullable: true, description: 'To or from this contact.' })
  readonly contactId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this program.' })
  readonly programId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this campaign.' })
  readonly campaignId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Through this account.' })
  readonly accountId?: string | null;

  @Field(() => Channel, { nullable: true, description: 'Carried this way.' })
  readonly channel?: Channel | null;

  @Field(() => Direction, { nullable: true, description: 'Going this way.' })
  readonly direction?: Direction | null;
}
