import { isUuid } from '../../../graph/values/uuid.js';
import { decimal, flag, oneOf, optional, text, wholeNumber } from '../../../wire/value-readers.js';
import type { JsonValue } from '../../../wire/value-readers.js';
import type { Reader, ReadValue } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';
import { describeType, UnreadableValue } from '../../../wire/unreadable-value.js';

/** The four kinds of contacts, in HostTracker's words. */
export const CONTACT_TYPES = ['Email', 'IM', 'SMS', 'VoiceCall'] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

/** Reads one of HostTracker's ids. */
export const guid: Reader<string> = (value, at) => {
  if (typeof value === 'string' && isUuid(value)) return value;
  throw new UnreadableValue('a GUID', at, describeType(value));
};

/** Reads `hh:mm`, also with seconds or without its leading zero. */
const timeOfDay: Reader<string> = (value, at) => {
  const [, hours = '', minutes = ''] = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(text(value, at)) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) {
    throw new UnreadableValue('a time of day like "08:30"', at, describeType(value));
  }
  return `${hours.padStart(2, '0')}:${minutes}`;
};

const weekday = oneOf('Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday');

/** How a format tells lists inside a contact. */
export interface ListReaders {
  /** Reads a list; absent, null and empty are an empty one. */
  readonly many: <T>(reader: Reader<T>) => Reader<readonly T[]>;
  /** Reads subscriptions, whose form is documented nowhere; null where they are not told. */
  readonly subscriptions: Reader<JsonValue>;
}

/** Reads a contact as `GET contacts` shows it. */
export function contactReader({ many, subscriptions }: ListReaders) {
  return record({
    id: guid,
    contactType: oneOf(...CONTACT_TYPES),
    address: text,
    name: optional(text),
    confirmed: optional(flag),
    sendCost: optional(decimal),
    alertDelay: optional(wholeNumber),
    activePeriodStart: optional(timeOfDay),
    activePeriodEnd: optional(timeOfDay),
    activeDays: many(weekday),
    billingOverlimit: many(text),
    subscriptions,
    reportFormat: optional(text),
    sendNews: optional(flag),
    sendPressRelease: optional(flag),
    sendBillingNotifications: optional(flag),
    gateway: optional(text),
  });
}

export type WireContact = ReadValue<ReturnType<typeof contactReader>>;
