import { emailsOf } from '../../graph/contact/contact.js';
import { emailFault } from '../../graph/email.js';
import { isPhone, type CountryCode } from '../../graph/phone.js';
import { toPhones } from '../../graph/phone-field.js';
import { checkSubscriptions } from './subscription.js';
import { textOf, wrong, type Checked } from './edit.js';
import { VOICE_GATEWAY } from './gateway.js';
import { KINDS } from './kind.js';
import type { GeneralInput, UpdateHostTrackerContactInput } from './write-types.js';
import type { ContactType } from './wire-contact.js';

/** What inputs of all kinds hold; what a kind lacks is undefined. */
export type ContactInput = Omit<UpdateHostTrackerContactInput, 'idempotencyKey'>;

/** The contact that is to be written; `key` is undefined for a new one. */
export interface Subject {
  readonly type: ContactType;
  readonly key: string | undefined;
  /** Of national numbers. */
  readonly country: CountryCode | undefined;
}

/** What an input sends, in the order of the document's samples, and all that is wrong with it but for option lists. */
export function checkContact(input: ContactInput, { type, key, country }: Subject): readonly Checked[] {
  const isNew = key === undefined;
  return [
    ...checkAddress(input.address, type, country),
    ...checkGeneral(input, isNew),
    ...checkSubscriptions(input.subscriptions, key),
    ...checkReports(input, type, isNew),
    ...checkGateway(input.gateway, type),
    // The document's sample names it, though there is no other.
    ...(isNew && type === 'VoiceCall' ? [['gateway', VOICE_GATEWAY] as const] : []),
  ];
}

/** The same of what contacts of all kinds have. */
export function checkGeneral(input: GeneralInput, isNew: boolean): readonly Checked[] {
  return [
    ...checkName(input.name, isNew),
    ...checkDelay(input.alertDelayMinutes, isNew),
    ...checkPeriod(input.activePeriod, isNew),
    ...checkDays(input.activeDays, isNew),
  ];
}

function checkAddress(
  address: string | null | undefined,
  type: ContactType,
  country: CountryCode | undefined,
): readonly Checked[] {
  if (address === undefined) return [];
  if (address === null)
    return [wrong(['address'], 'A contact must have an address: leave it out to keep the present one.')];
  const read = textOf('address', address, 'An address');
  if (!('text' in read)) return [read];
  const { text } = read;
  switch (type) {
    case 'Email': {
      const fault = emailFault(address);
      if (fault !== undefined) return [wrong(['address'], fault)];
      if (emailsOf(text).length > 0) return [['address', text]];
      return [
        wrong(
          ['address'],
          `"${text.slice(0, 60)}" is no e-mail address; write it like anna@example.com, without a name.`,
        ),
      ];
    }
    case 'SMS':
    case 'VoiceCall': {
      const digits = toSentDigits(text, country);
      if (digits !== undefined) return [['address', digits]];
      return [
        wrong(
          ['address'],
          `"${text.slice(0, 60)}" is not one phone number: it takes 5 to 15 digits without an extension, e.g. +48 500 111 222.`,
        ),
      ];
    }
    case 'IM':
      return [['address', text]];
  }
}

/** A number as HostTracker's document writes them: international digits. What is no valid number is sent as its digits. */
function toSentDigits(text: string, country: CountryCode | undefined): string | undefined {
  const [phone = '', ...others] = toPhones(text, country);
  if (others.length > 0) return undefined;
  const digits = text.replace(/[\s().-]/g, '').replace(/^(\+|00)/, '');
  // Digits that are read as international ones only for want of another reading go as they were given.
  const isGiven = /^\s*(\+|00)/.test(text) || phone !== toPhones(`+${digits}`, undefined)[0];
  if (isPhone(phone) && isGiven) return phone.slice(1);
  return /^\d{5,15}$/.test(digits) ? digits : undefined;
}

function checkName(name: string | null | undefined, isNew: boolean): readonly Checked[] {
  if (name === undefined) return [];
  // An empty text is told from one that is left out in every language; null need not be.
  if (name === null) return isNew ? [] : [['name', '']];
  const read = textOf('name', name, 'A name');
  return ['text' in read ? ['name', read.text] : read];
}

function checkDelay(delay: number | null | undefined, isNew: boolean): readonly Checked[] {
  if (delay === undefined || (delay === null && isNew)) return [];
  if (delay === null) return [wrong(['alertDelayMinutes'], 'A delay can’t be cleared; 0 sends alerts at once.')];
  return [['alertDelay', delay]];
}

function checkPeriod(period: GeneralInput['activePeriod'], isNew: boolean): readonly Checked[] {
  if (period === undefined || (period === null && isNew)) return [];
  const { start, end } = period ?? { start: null, end: null };
  if (start !== null && start === end) {
    const message = `A period from ${start} to ${end} is either nothing or all day; give null for all day.`;
    return [wrong(['activePeriod', 'end'], message)];
  }
  return [
    ['activePeriodStart', start],
    ['activePeriodEnd', end],
  ];
}

function checkDays(days: GeneralInput['activeDays'], isNew: boolean): readonly Checked[] {
  if (days === undefined || (days === null && isNew)) return [];
  if (days === null) return [['activeDays', null]];
  if (days.length === 0) {
    return [
      wrong(
        ['activeDays'],
        'Name at least one day, or give null for every day: HostTracker knows no contact that rests on all of them.',
      ),
    ];
  }
  return [['activeDays', [...new Set(days)].map((day) => `${day.slice(0, 1)}${day.slice(1).toLowerCase()}`)]];
}

const SWITCHES = ['sendNews', 'sendPressRelease', 'sendBillingNotifications'] as const;
const FORMATS = new Map<string, string>([
  ['TEXT', 'Text'],
  ['SHORT_TEXT', 'ShortText'],
]);

function checkReports(input: ContactInput, type: ContactType, isNew: boolean): readonly Checked[] {
  return (['reportFormat', ...SWITCHES] as const).flatMap((field): readonly Checked[] => {
    const value = input[field];
    if (value === undefined || (value === null && isNew)) return [];
    if (type !== 'Email') {
      return [
        wrong([field], `"${field}" is for e-mail contacts alone, and this is ${KINDS[type].title}; leave it out.`),
      ];
    }
    if (value === null) return [wrong([field], `"${field}" can’t be cleared; leave it out to keep it.`)];
    if (typeof value === 'boolean') return [[field, value]];
    const format = FORMATS.get(value);
    if (format !== undefined) return [[field, format]];
    return [wrong([field], `HostTracker can’t write reports as ${value}; it supports TEXT and SHORT_TEXT.`)];
  });
}

function checkGateway(gateway: string | null | undefined, type: ContactType): readonly Checked[] {
  if (gateway === undefined) return [];
  if (type === 'Email' || type === 'VoiceCall') {
    const message = `"gateway" is for text and instant messages alone, and this is ${KINDS[type].title}; leave it out.`;
    return [wrong(['gateway'], message)];
  }
  if (gateway === null) return [wrong(['gateway'], 'A gateway can’t be cleared; leave it out to keep it.')];
  return [['gateway', gateway]];
}
