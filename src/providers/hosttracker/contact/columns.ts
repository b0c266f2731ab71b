import { ContactRow } from '../../../graph/contact/contact-row.js';
import { displayNameOf, emailsOf, type Channel, type Contact } from '../../../graph/contact/types.js';
import { declareColumns } from '../../../wire/columns.js';
import { arrayOf, record } from '../../../wire/structure-readers.js';
import { decimal, flag, json, oneOf, optional, text, int32 } from '../../../wire/value-readers.js';
import { describeType, UnreadableValue } from '../../../wire/unreadable-value.js';
import type { JsonValue } from '../../../wire/value-readers.js';
import type { Reader, ReadValue } from '../../../wire/reader.js';
import { VOICE_GATEWAY } from '../gateway/columns.js';
import { guid } from '../key.js';
import type { Session } from '../session.js';
import type {
  DailyPeriod,
  HostTrackerContact,
  HostTrackerContactRow,
  HostTrackerEmailContact,
  ReportFormat,
  Weekday,
} from './types.js';

/** The four kinds of contacts, by HostTracker's names. */
export const CONTACT_TYPES = ['Email', 'IM', 'SMS', 'VoiceCall'] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

/** How HostTracker names contacts of one type in its paths and bodies. */
export interface ContactTypeNames {
  readonly type: ContactType;
  readonly pathSegment: string;
  /** The element of its XML bodies. */
  readonly xmlRoot: string;
  /** What messages call it. */
  readonly title: string;
}

export const CONTACT_TYPE_NAMES = {
  Email: { type: 'Email', pathSegment: 'email', xmlRoot: 'EmailContactEditableData', title: 'an e-mail contact' },
  SMS: { type: 'SMS', pathSegment: 'sms', xmlRoot: 'SmsContactEditableData', title: 'an SMS contact' },
  IM: { type: 'IM', pathSegment: 'im', xmlRoot: 'IMContactEditableData', title: 'an instant-message contact' },
  // The document's one exception: its root is not VoiceCallContactEditableData.
  VoiceCall: {
    type: 'VoiceCall',
    pathSegment: 'voice',
    xmlRoot: 'VoiceCallEditableData',
    title: 'a voice-call contact',
  },
} as const satisfies Readonly<Record<ContactType, ContactTypeNames>>;

/** Text without the blanks around it, as XML answers put it on lines of its own; null where nothing is left. */
const trimmedText: Reader<string | null> = (value, at) => {
  const found = optional(text)(value, at);
  return found === null ? null : found.trim() || null;
};

const requiredAddress: Reader<string | null> = (value, at) => text(value, at).trim() || null;

/** Reads `hh:mm`, also with seconds or without its leading zero. */
const timeOfDay: Reader<string> = (value, at) => {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(text(value, at)) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) {
    throw new UnreadableValue('a time of day like "08:30"', at, describeType(value));
  }
  return `${hours.padStart(2, '0')}:${minutes}`;
};

const WEEKDAYS = {
  Sunday: 'SUNDAY',
  Monday: 'MONDAY',
  Tuesday: 'TUESDAY',
  Wednesday: 'WEDNESDAY',
  Thursday: 'THURSDAY',
  Friday: 'FRIDAY',
  Saturday: 'SATURDAY',
} as const satisfies Readonly<Record<string, Weekday>>;

const wireWeekday = oneOf('Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday');

/** No days are every day. */
const weekdays: Reader<readonly Weekday[] | null> = (value, at) => {
  const days = arrayOf(wireWeekday)(value, at).map((day) => WEEKDAYS[day]);
  return days.length > 0 ? days : null;
};

const REPORT_FORMATS = new Map<string, ReportFormat>([
  ['text', 'TEXT'],
  ['shorttext', 'SHORT_TEXT'],
  ['html', 'HTML'],
  ['pdf', 'PDF'],
]);

const reportFormat: Reader<ReportFormat | null> = (value, at) => {
  const format = optional(text)(value, at);
  return format === null ? null : (REPORT_FORMATS.get(format.trim().toLowerCase()) ?? 'UNKNOWN');
};

/** The columns of contacts of all kinds. The active period is not among them, as it is two values of a row. */
export const contactColumns = declareColumns<
  HostTrackerContact,
  Exclude<keyof HostTrackerContact, keyof Contact | 'activePeriod'>,
  'row'
>()({
  address: { wire: 'address', read: requiredAddress },
  name: { wire: 'name', read: trimmedText },
  confirmed: { wire: 'confirmed', read: optional(flag) },
  sendCost: { wire: 'sendCost', read: optional(decimal) },
  alertDelayMinutes: { wire: 'alertDelay', read: optional(int32) },
  activeDays: { wire: 'activeDays', read: weekdays },
  billingOverlimit: { wire: 'billingOverlimit', read: arrayOf(text) },
  subscriptions: { wire: 'subscriptions', read: optional(json) },
});

/** The columns that only e-mail contacts have. */
export const emailColumns = declareColumns<
  HostTrackerEmailContact,
  Exclude<keyof HostTrackerEmailContact, keyof HostTrackerContact | '__typename'>,
  'row'
>()({
  reportFormat: { wire: 'reportFormat', read: reportFormat },
  sendNews: { wire: 'sendNews', read: optional(flag) },
  sendPressRelease: { wire: 'sendPressRelease', read: optional(flag) },
  sendBillingNotifications: { wire: 'sendBillingNotifications', read: optional(flag) },
});

/** How a format holds lists inside a contact. */
export interface ListReaders {
  /** Reads a list as an array; absent, null and empty are an empty one. */
  readonly toArray: Reader<readonly unknown[]>;
  /** Reads subscriptions, whose form is not documented; null where the answer has none. */
  readonly subscriptions: Reader<JsonValue>;
}

/** Reads a contact as `GET contacts` answers it. */
export function contactReader({ toArray, subscriptions }: ListReaders) {
  const { activeDays, billingOverlimit, ...readers } = contactColumns.readers;
  return record({
    id: guid,
    contactType: oneOf(...CONTACT_TYPES),
    ...readers,
    activePeriodStart: optional(timeOfDay),
    activePeriodEnd: optional(timeOfDay),
    activeDays: (value: unknown, at: string) => activeDays(toArray(value, at), at),
    billingOverlimit: (value: unknown, at: string) => billingOverlimit(toArray(value, at), at),
    subscriptions,
    ...emailColumns.readers,
    gateway: trimmedText,
  });
}

export type WireContact = ReadValue<ReturnType<typeof contactReader>>;

/** A contact, as a row holds it. */
export function toContact(wire: WireContact, session: Session): HostTrackerContactRow {
  const { gateway } = wire;
  switch (wire.contactType) {
    case 'Email':
      return emailColumns.addCells(toRow('HostTrackerEmailContact', EMAIL, wire, session), wire, 'row');
    case 'SMS':
      return Object.assign(toRow('HostTrackerSmsContact', SMS, wire, session), {
        gateway: gateway === null ? null : session.gatewayOf('sms', gateway),
      });
    case 'IM':
      return Object.assign(toRow('HostTrackerImContact', IM, wire, session), {
        gateway: gateway === null ? null : session.gatewayOf('im', gateway),
      });
    case 'VoiceCall':
      return Object.assign(toRow('HostTrackerVoiceContact', VOICE, wire, session), {
        gateway: session.gatewayOf('voice', gateway ?? VOICE_GATEWAY),
      });
  }
}

/** Its own class, so that all its rows are alike to the engine. */
class HostTrackerRow<TypeName extends string> extends ContactRow<TypeName> {
  readonly groupKeys: readonly string[] = NO_GROUPS;
  activePeriod: DailyPeriod | null = null;
}

const NO_GROUPS: readonly string[] = [];
const EMAIL: readonly Channel[] = ['EMAIL'];
const SMS: readonly Channel[] = ['SMS'];
const IM: readonly Channel[] = ['IM'];
const VOICE: readonly Channel[] = ['VOICE'];

/** What contacts of all kinds have. */
function toRow<TypeName extends HostTrackerContactRow['__typename']>(
  typeName: TypeName,
  channels: readonly Channel[],
  wire: WireContact,
  { upstream, defaultCountry }: Session,
) {
  const address = wire.address ?? '';
  const row = new HostTrackerRow({
    __typename: typeName,
    upstream,
    upstreamId: wire.id,
    displayName: displayNameOf(wire.name, address),
    emails: wire.contactType === 'Email' ? emailsOf(address) : NO_EMAILS,
    channels,
    // The document writes numbers as international digits without a plus.
    phoneFields: {
      texts: holdsNumber(wire) ? [address] : NO_TEXTS,
      country: defaultCountry,
      notation: 'international',
    },
  });
  row.activePeriod = toPeriod(wire);
  return contactColumns.addCells(row, wire, 'row');
}

const NO_EMAILS: readonly string[] = [];
const NO_TEXTS: readonly string[] = [];

function holdsNumber({ contactType }: WireContact): boolean {
  return contactType === 'SMS' || contactType === 'VoiceCall';
}

/** Half a period is none: the document requires both ends or neither. */
function toPeriod({ activePeriodStart: start, activePeriodEnd: end }: WireContact): DailyPeriod | null {
  return start === null || end === null ? null : { start, end, crossesMidnight: start > end };
}
