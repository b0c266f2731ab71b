import { Contact } from '../../../graph/contact/types.js';
import { Field, Float, Int, InterfaceType, ObjectType, registerEnumType } from '../../../graph/values/decorators.js';
import { JsonScalar, LocalTime } from '../../../graph/values/scalars.js';
import type { JsonValue } from '../../../wire/value-readers.js';
import { HostTrackerGateway } from '../gateway/types.js';

export const Weekday = {
  SUNDAY: 'SUNDAY',
  MONDAY: 'MONDAY',
  TUESDAY: 'TUESDAY',
  WEDNESDAY: 'WEDNESDAY',
  THURSDAY: 'THURSDAY',
  FRIDAY: 'FRIDAY',
  SATURDAY: 'SATURDAY',
} as const;
export type Weekday = keyof typeof Weekday;
registerEnumType(Weekday, {
  name: 'Weekday',
  description: 'A day of the week, as the HostTracker account counts it.',
  valuesConfig: {
    SUNDAY: { description: 'Sunday.' },
    MONDAY: { description: 'Monday.' },
    TUESDAY: { description: 'Tuesday.' },
    WEDNESDAY: { description: 'Wednesday.' },
    THURSDAY: { description: 'Thursday.' },
    FRIDAY: { description: 'Friday.' },
    SATURDAY: { description: 'Saturday.' },
  },
});

export const ReportFormat = {
  TEXT: 'TEXT',
  SHORT_TEXT: 'SHORT_TEXT',
  HTML: 'HTML',
  PDF: 'PDF',
  UNKNOWN: 'UNKNOWN',
} as const;
export type ReportFormat = keyof typeof ReportFormat;
registerEnumType(ReportFormat, {
  name: 'ReportFormat',
  description: 'How HostTracker writes its e-mails.',
  valuesConfig: {
    TEXT: { description: 'Plain text.' },
    SHORT_TEXT: { description: 'Plain text, in few words.' },
    HTML: { description: 'Announced by HostTracker, not supported when its document was written.' },
    PDF: { description: 'Announced by HostTracker for reports, not supported when its document was written.' },
    UNKNOWN: { description: 'A format that HostTracker has added since.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'The same hours of each day.' })
export class DailyPeriod {
  @Field(() => LocalTime, { description: 'When it begins.' })
  readonly start!: string;

  @Field(() => LocalTime, { description: 'When it ends; on the next day where `crossesMidnight`.' })
  readonly end!: string;

  @Field(() => Boolean, { description: 'Whether it begins on one day and ends on the next: its start is later.' })
  readonly crossesMidnight!: boolean;
}

@InterfaceType({
  implements: Contact,
  autoRegisterImplementations: false,
  description: 'An address to which HostTracker sends alerts of its monitoring.',
})
export abstract class HostTrackerContact extends Contact {
  @Field(() => String, {
    nullable: true,
    description:
      'E-mail address, phone number (digits without a plus) or messenger name, as HostTracker holds it; null where it holds none.',
  })
  readonly address!: string | null;

  @Field(() => String, { nullable: true, description: 'What its owner called it; null where nothing was given.' })
  readonly name!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a code that was sent there came back; null where not told.',
  })
  readonly confirmed!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Price of one message or call, in US dollars; null where not told.',
  })
  readonly sendCost!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes from an event to its alert, see `hostTrackerOptions`; null where not told.',
  })
  readonly alertDelayMinutes!: number | null;

  @Field(() => DailyPeriod, {
    nullable: true,
    description: 'The hours in which alerts are sent, others are dropped; null: all day.',
  })
  readonly activePeriod!: DailyPeriod | null;

  @Field(() => [Weekday], { nullable: true, description: 'The days on which alerts are sent; null: every day.' })
  readonly activeDays!: readonly Weekday[] | null;

  @Field(() => [String], {
    description:
      "Why nothing is sent for lack of money, in HostTracker's words; empty where nothing is over its limit.",
  })
  readonly billingOverlimit!: readonly string[];

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Which alerts of which tasks it gets, as HostTracker tells it; null where it does not.',
  })
  readonly subscriptions!: JsonValue;
}

@ObjectType({ implements: HostTrackerContact, simpleResolvers: true, description: 'Gets alerts by e-mail.' })
export class HostTrackerEmailContact extends HostTrackerContact {
  declare readonly __typename: 'HostTrackerEmailContact';

  @Field(() => ReportFormat, { nullable: true, description: 'How its e-mails are written; null where not told.' })
  readonly reportFormat!: ReportFormat | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it gets HostTracker's news; null where not told." })
  readonly sendNews!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it gets HostTracker's press releases; null where not told.",
  })
  readonly sendPressRelease!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is told of low balance and limits; null where not told.',
  })
  readonly sendBillingNotifications!: boolean | null;
}

@ObjectType({ implements: HostTrackerContact, simpleResolvers: true, description: 'Gets alerts by text message.' })
export class HostTrackerSmsContact extends HostTrackerContact {
  declare readonly __typename: 'HostTrackerSmsContact';

  @Field(() => HostTrackerGateway, { nullable: true, description: 'What sends its messages; null where not told.' })
  readonly gateway!: HostTrackerGateway | null;
}

@ObjectType({ implements: HostTrackerContact, simpleResolvers: true, description: 'Gets alerts by instant message.' })
export class HostTrackerImContact extends HostTrackerContact {
  declare readonly __typename: 'HostTrackerImContact';

  @Field(() => HostTrackerGateway, { nullable: true, description: 'Which messenger it is at; null where not told.' })
  readonly gateway!: HostTrackerGateway | null;
}

@ObjectType({ implements: HostTrackerContact, simpleResolvers: true, description: 'Gets alerts by phone call.' })
export class HostTrackerVoiceContact extends HostTrackerContact {
  declare readonly __typename: 'HostTrackerVoiceContact';

  @Field(() => HostTrackerGateway, { nullable: true, description: 'What calls; HostTracker has but one.' })
  readonly gateway!: HostTrackerGateway | null;
}

/** A contact of one of the four kinds. */
export type HostTrackerContactRow =
  HostTrackerEmailContact | HostTrackerSmsContact | HostTrackerImContact | HostTrackerVoiceContact;
