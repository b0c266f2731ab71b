import { emailsOf } from '../../../graph/contact/types.js';
import { describeEmailFault } from '../../../graph/values/email.js';
import { isPhone, type CountryCode } from '../../../graph/values/phone.js';
import { toPhones } from '../../../graph/values/phone-field.js';
import type { ForEachField } from '../../../wire/column-inputs.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { validateSubscriptions } from './subscription-rules.js';
import { validateText, type ValidatedField } from '../wire-fields.js';
import { VOICE_GATEWAY } from '../gateway/columns.js';
import { CONTACT_TYPE_NAMES, type ContactType, type emailColumns } from './columns.js';
import type {
  CreateHostTrackerEmailContactInput,
  CreateHostTrackerGatewayContactInput,
  CreateHostTrackerVoiceContactInput,
  GeneralInput,
  UpdateHostTrackerContactInput,
} from './inputs.js';

type AnyInput =
  | CreateHostTrackerEmailContactInput
  | CreateHostTrackerGatewayContactInput
  | CreateHostTrackerVoiceContactInput
  | UpdateHostTrackerContactInput;

/** The fields of all inputs; those that a kind lacks are undefined. */
export type ContactInput = Omit<UpdateHostTrackerContactInput, 'idempotencyKey'>;

/** The contact to write; `key` is undefined for a new one. */
export interface ContactTarget {
  readonly type: ContactType;
  readonly key: string | undefined;
  /** The country of national numbers. */
  readonly country: CountryCode | undefined;
}

/**
 * What an input sends and all that is wrong with it, except for choices that are not on HostTracker's lists. Bodies
 * follow this order, which is that of the document's samples.
 */
export function validateContact(input: ContactInput, target: ContactTarget): readonly ValidatedField[] {
  const { type, key, country } = target;
  const isNew = key === undefined;
  const fields: ForEachField<AnyInput, readonly ValidatedField[]> = {
    address: validateAddress(input.address, type, country),
    ...validateGeneralFields(input, isNew),
    subscriptions: validateSubscriptions(input.subscriptions, key),
    reportFormat: validateEmailSetting('reportFormat', input, target),
    sendNews: validateEmailSetting('sendNews', input, target),
    sendPressRelease: validateEmailSetting('sendPressRelease', input, target),
    sendBillingNotifications: validateEmailSetting('sendBillingNotifications', input, target),
    gateway: validateGateway(input.gateway, type),
  };
  // The document's sample names the gateway of calls, though there is no other.
  const callGateway = isNew && type === 'VoiceCall' ? [['gateway', VOICE_GATEWAY] as const] : [];
  return [...Object.values(fields).flat(), ...callGateway];
}

/** What each field that contacts of all kinds have sends, or what is wrong with it. */
export function validateGeneralFields(
  input: GeneralInput,
  isNew: boolean,
): ForEachField<GeneralInput, readonly ValidatedField[]> {
  return {
    name: validateName(input.name, isNew),
    alertDelayMinutes: validateDelay(input.alertDelayMinutes, isNew),
    activePeriod: validatePeriod(input.activePeriod, isNew),
    activeDays: validateDays(input.activeDays, isNew),
  };
}

function validateAddress(
  address: string | null | undefined,
  type: ContactType,
  country: CountryCode | undefined,
): readonly ValidatedField[] {
  if (address === undefined) return [];
  if (address === null)
    return [inputError(['address'], 'A contact must have an address: leave it out to keep the present one.')];
  const validated = validateText('address', address, 'An address');
  if (!('text' in validated)) return [validated];
  const { text } = validated;
  switch (type) {
    case 'Email': {
      const spellingError = describeEmailFault(address);
      if (spellingError !== undefined) return [inputError(['address'], spellingError)];
      if (emailsOf(text).length > 0) return [['address', text]];
      return [
        inputError(
          ['address'],
          `"${text.slice(0, 60)}" is no e-mail address; write it like anna@example.com, without a name.`,
        ),
      ];
    }
    case 'SMS':
    case 'VoiceCall': {
      const digits = toWirePhone(text, country);
      if (digits !== undefined) return [['address', digits]];
      return [
        inputError(
          ['address'],
          `"${text.slice(0, 60)}" is not one phone number: it takes 5 to 15 digits without an extension, e.g. +48 500 111 222.`,
        ),
      ];
    }
    case 'IM':
      return [['address', text]];
  }
}

/** A number as the document writes them, in international digits. A text that is no valid number is sent as its digits. */
function toWirePhone(text: string, country: CountryCode | undefined): string | undefined {
  const [phone = '', ...others] = toPhones(text, country);
  if (others.length > 0) return undefined;
  const digits = text.replace(/[\s().-]/g, '').replace(/^(\+|00)/, '');
  // Digits without a plus that have no national reading are sent as given.
  const isInternational = /^\s*(\+|00)/.test(text) || phone !== toPhones(`+${digits}`, undefined)[0];
  if (isPhone(phone) && isInternational) return phone.slice(1);
  return /^\d{5,15}$/.test(digits) ? digits : undefined;
}

function validateName(name: string | null | undefined, isNew: boolean): readonly ValidatedField[] {
  if (name === undefined) return [];
  // Servers surely tell an empty text from one that is left out, but not null from it.
  if (name === null) return isNew ? [] : [['name', '']];
  const validated = validateText('name', name, 'A name');
  return ['text' in validated ? ['name', validated.text] : validated];
}

function validateDelay(delay: number | null | undefined, isNew: boolean): readonly ValidatedField[] {
  if (delay === undefined || (delay === null && isNew)) return [];
  if (delay === null) return [inputError(['alertDelayMinutes'], 'A delay can’t be cleared; 0 sends alerts at once.')];
  return [['alertDelay', delay]];
}

function validatePeriod(period: GeneralInput['activePeriod'], isNew: boolean): readonly ValidatedField[] {
  if (period === undefined || (period === null && isNew)) return [];
  const { start, end } = period ?? { start: null, end: null };
  if (start !== null && start === end) {
    const message = `A period from ${start} to ${end} is either nothing or all day; give null for all day.`;
    return [inputError(['activePeriod', 'end'], message)];
  }
  return [
    ['activePeriodStart', start],
    ['activePeriodEnd', end],
  ];
}

function validateDays(days: GeneralInput['activeDays'], isNew: boolean): readonly ValidatedField[] {
  if (days === undefined || (days === null && isNew)) return [];
  if (days === null) return [['activeDays', null]];
  if (days.length === 0) {
    return [
      inputError(
        ['activeDays'],
        'Name at least one day, or give null for every day: HostTracker knows no contact that rests on all of them.',
      ),
    ];
  }
  return [['activeDays', [...new Set(days)].map((day) => `${day.slice(0, 1)}${day.slice(1).toLowerCase()}`)]];
}

const WIRE_REPORT_FORMATS = new Map<string, string>([
  ['TEXT', 'Text'],
  ['SHORT_TEXT', 'ShortText'],
]);

function validateEmailSetting(
  field: (typeof emailColumns.names)[number],
  { [field]: value }: ContactInput,
  { type, key }: ContactTarget,
): readonly ValidatedField[] {
  if (value === undefined || (value === null && key === undefined)) return [];
  if (type !== 'Email') {
    const message = `"${field}" is for e-mail contacts alone, and this is ${CONTACT_TYPE_NAMES[type].title}; leave it out.`;
    return [inputError([field], message)];
  }
  if (value === null) return [inputError([field], `"${field}" can’t be cleared; leave it out to keep it.`)];
  if (typeof value === 'boolean') return [[field, value]];
  const format = WIRE_REPORT_FORMATS.get(value);
  if (format !== undefined) return [[field, format]];
  return [inputError([field], `HostTracker can’t write reports as ${value}; it supports TEXT and SHORT_TEXT.`)];
}

function validateGateway(gateway: string | null | undefined, type: ContactType): readonly ValidatedField[] {
  if (gateway === undefined) return [];
  if (type === 'Email' || type === 'VoiceCall') {
    const message = `"gateway" is for text and instant messages alone, and this is ${CONTACT_TYPE_NAMES[type].title}; leave it out.`;
    return [inputError(['gateway'], message)];
  }
  if (gateway === null) return [inputError(['gateway'], 'A gateway can’t be cleared; leave it out to keep it.')];
  return [['gateway', gateway]];
}
