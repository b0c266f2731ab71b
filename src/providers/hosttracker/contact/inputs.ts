import { extendCreateContact, extendUpdateContact } from '../../../graph/contact/extension.js';
import type { ContactInputMembers } from '../../../graph/ports/contact-extension.js';
import { Field, InputType, Int } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';
import { JsonScalar, LocalTime } from '../../../graph/values/scalars.js';
import { ReportFormat, Weekday } from './types.js';

export const UPSTREAM = 'Name of a HostTracker account; may be left out where only one is configured.';

@InputType({ description: 'The same hours of each day; a start that is later than the end crosses midnight.' })
export class DailyPeriodInput {
  @Field(() => LocalTime, { description: 'When it begins.' })
  readonly start!: string;

  @Field(() => LocalTime, { description: 'When it ends; must differ from the start.' })
  readonly end!: string;
}

/** What contacts of all kinds have, and a change by filter can set. */
@InputType()
export class GeneralInput {
  @Field(() => String, {
    nullable: true,
    description: 'What to call it. Null: no name; left out of a change: kept.',
  })
  readonly name?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Minutes from an event to its alert: one of `hostTrackerOptions.alertDelaysMinutes`, 0 for at once. Left out: 0 in a new contact, else kept; a change takes no null.',
  })
  readonly alertDelayMinutes?: number | null;

  @Field(() => DailyPeriodInput, {
    nullable: true,
    description: 'The hours in which alerts are sent, others are dropped. Null: all day; left out of a change: kept.',
  })
  readonly activePeriod?: DailyPeriodInput | null;

  @Field(() => [Weekday], {
    nullable: true,
    description: 'The days on which alerts are sent, at least one. Null: every day; left out of a change: kept.',
  })
  readonly activeDays?: Weekday[] | null;
}

const SUBSCRIPTIONS =
  'Which alerts of which tasks it gets: a list like `[{ taskId: "…", alertTypes: ["Down"], reportTypes: [] }]`; it replaces what is there. Null or an empty list: none; left out of a change: kept. HostTracker documents their form nowhere: this is what published clients send.';

@InputType()
export class CreateInput extends GeneralInput {
  @Field(() => String, { nullable: true, description: UPSTREAM })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: SUBSCRIPTIONS })
  readonly subscriptions?: unknown;
}

const PHONE =
  'Phone number with its country, e.g. `+48 500 111 222`; it is sent in digits alone, and no country is put before it.';

@InputType({ description: 'A new address that gets alerts by e-mail.' })
export class CreateHostTrackerEmailContactInput extends CreateInput {
  @Field(() => String, { description: 'E-mail address; a confirmation code is sent there.' })
  readonly address!: string;

  @Field(() => ReportFormat, {
    nullable: true,
    description:
      'How its e-mails are written: TEXT or SHORT_TEXT, no other is supported. Left out: as HostTracker does.',
  })
  readonly reportFormat?: ReportFormat | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it gets HostTracker's news." })
  readonly sendNews?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it gets HostTracker's press releases." })
  readonly sendPressRelease?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is told of low balance and limits.' })
  readonly sendBillingNotifications?: boolean | null;
}

@InputType({ description: 'A new address that gets alerts by text message or instant message.' })
export class CreateHostTrackerGatewayContactInput extends CreateInput {
  @Field(() => String, { description: `Messenger name; for text messages: ${PHONE}` })
  readonly address!: string;

  @Field(() => String, {
    description:
      'What sends its messages: a name of `hostTrackerOptions.smsGateways` or `imGateways`, in its capitals.',
  })
  readonly gateway!: string;
}

@InputType({ description: 'A new number that gets alerts by phone call; the gateway is always `twiliovoice`.' })
export class CreateHostTrackerVoiceContactInput extends CreateInput {
  @Field(() => String, { description: PHONE })
  readonly address!: string;
}

@InputType({
  description:
    'Changes to a HostTracker contact: what is left out is kept. `gateway` is for text and instant messages alone, `reportFormat` and `send…` for e-mail alone.',
})
export class UpdateHostTrackerContactInput extends GeneralInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'E-mail address, phone number or messenger name, as its kind needs; a contact must have one: no null.',
  })
  readonly address?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: SUBSCRIPTIONS })
  readonly subscriptions?: unknown;

  @Field(() => String, {
    nullable: true,
    description: 'Of text and instant messages: a name of `hostTrackerOptions.smsGateways` or `imGateways`; no null.',
  })
  readonly gateway?: string | null;

  @Field(() => ReportFormat, { nullable: true, description: 'Of e-mail: TEXT or SHORT_TEXT; no null.' })
  readonly reportFormat?: ReportFormat | null;

  @Field(() => Boolean, { nullable: true, description: "Of e-mail: whether it gets HostTracker's news; no null." })
  readonly sendNews?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Of e-mail: whether it gets HostTracker's press releases; no null.",
  })
  readonly sendPressRelease?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of e-mail: whether it is told of low balance and limits; no null.',
  })
  readonly sendBillingNotifications?: boolean | null;
}

const STATUS =
  'With `status` CODE_FAIL or LOW_SMS_BALANCE it was made, but no code was sent. OPERATION_ERROR and OVERLIMITED, which HostTracker does not explain, are a `status` where a contact was made, and an UPSTREAM_REJECTED userError where none was.';

extendCreateContact('hostTrackerEmail', CreateHostTrackerEmailContactInput, `HostTracker: e-mail. ${STATUS}`);
extendCreateContact('hostTrackerSms', CreateHostTrackerGatewayContactInput, `HostTracker: text messages. ${STATUS}`);
extendCreateContact('hostTrackerIm', CreateHostTrackerGatewayContactInput, `HostTracker: instant messages. ${STATUS}`);
extendCreateContact('hostTrackerVoice', CreateHostTrackerVoiceContactInput, `HostTracker: phone calls. ${STATUS}`);
extendUpdateContact(
  'hostTracker',
  UpdateHostTrackerContactInput,
  'A HostTracker contact of any kind; its kind itself stays.',
);

/** The members of the inputs of createContact and updateContact that take these inputs. */
export const contactInputs: ContactInputMembers = {
  create: ['hostTrackerEmail', 'hostTrackerSms', 'hostTrackerIm', 'hostTrackerVoice'],
  update: ['hostTracker'],
};
