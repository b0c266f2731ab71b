import { ALERT_DELAYS, IM_GATEWAYS, REPORT_FORMATS, SMS_GATEWAYS, WEEKDAYS, type ContactType } from './options.js';
import { badParameter } from './refusal.js';
import type { ContactRow, Subscription } from './state.js';

export type Change = Partial<Omit<ContactRow, 'id' | 'contactType' | 'confirmed' | 'code'>>;
type Fields = Readonly<Record<string, unknown>>;

/** What every type of contact has and a bulk update may set; a field that is not named is kept. */
export function readGeneral(fields: Fields): Change {
  // "id … should be specified only in UpdateContacts operation. For other method should be null (not set)."
  if (fields['id'] !== undefined && fields['id'] !== null) throw badParameter('id should not be set.');
  const delay = fields['alertDelay'];
  return {
    ...(fields['name'] === undefined ? {} : { name: fields['name'] === null ? null : text(fields, 'name') }),
    ...(delay === undefined || delay === null
      ? {}
      : { alertDelay: Number(accepted(fields, 'alertDelay', ALERT_DELAYS)) }),
    ...readPeriod(fields),
    ...readDays(fields),
    ...(Array.isArray(fields['subscriptions']) ? { subscriptions: fields['subscriptions'] as Subscription[] } : {}),
  };
}

/** The fields that a contact of this type has; those of other types are ignored. */
export function readChange(type: ContactType, fields: Fields): Change {
  const { address } = fields;
  return {
    ...readGeneral(fields),
    ...(address === undefined || address === null ? {} : { address: readAddress(type, text(fields, 'address')) }),
    ...readOfType(type, fields),
  };
}

function readOfType(type: ContactType, fields: Fields): Change {
  switch (type) {
    case 'Email':
      return {
        ...(isSet(fields, 'reportFormat') ? { reportFormat: accepted(fields, 'reportFormat', REPORT_FORMATS) } : {}),
        ...flag(fields, 'sendNews'),
        ...flag(fields, 'sendPressRelease'),
        ...flag(fields, 'sendBillingNotifications'),
      };
    case 'SMS':
      return isSet(fields, 'gateway') ? { gateway: accepted(fields, 'gateway', SMS_GATEWAYS) } : {};
    case 'IM':
      return isSet(fields, 'gateway') ? { gateway: accepted(fields, 'gateway', IM_GATEWAYS) } : {};
    case 'VoiceCall':
      // "Currently has no additional field", yet the sample sends a gateway: it is read past.
      return {};
  }
}

/** Numbers are kept as digits: "address without plus" (a published client), as in the document's samples. */
function readAddress(type: ContactType, address: string): string {
  const stored = type === 'SMS' || type === 'VoiceCall' ? address.replace(/\D/g, '') : address;
  if (stored === '' || (type === 'Email' && !/^\S+@\S+$/.test(stored))) {
    throw badParameter(`The address '${address}' is not valid for a contact of type ${type}.`);
  }
  return stored;
}

/** Both ends or neither: "Should be specified with activePeriodEnd"; null for both is all day. */
function readPeriod(fields: Fields): Change {
  const start = fields['activePeriodStart'];
  const end = fields['activePeriodEnd'];
  if (start === undefined && end === undefined) return {};
  if (!start && !end && start !== undefined && end !== undefined) {
    return { activePeriodStart: null, activePeriodEnd: null };
  }
  if (!isTime(start) || !isTime(end)) {
    throw badParameter('activePeriodStart and activePeriodEnd should be specified together, as hh:mm.');
  }
  return { activePeriodStart: start, activePeriodEnd: end };
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function readDays(fields: Fields): Change {
  const days = fields['activeDays'];
  if (days === undefined) return {};
  // An empty element is how XML writes null.
  if (days === null || (Array.isArray(days) && days.length === 0)) return { activeDays: null };
  if (!Array.isArray(days) || !days.every((day) => WEEKDAYS.includes(String(day)))) {
    throw badParameter(`activeDays should be an array of ${WEEKDAYS.join(', ')}.`);
  }
  return { activeDays: days.map(String) };
}

/** True or false as JSON has it, as text, or "1 or 0" as in the document's XML sample. */
function flag<Name extends 'sendNews' | 'sendPressRelease' | 'sendBillingNotifications'>(
  fields: Fields,
  name: Name,
): Partial<Record<Name, boolean>> {
  if (!isSet(fields, name)) return {};
  const said = text(fields, name).toLowerCase();
  if (!['true', 'false', '1', '0'].includes(said)) throw badParameter(`The value '${said}' is not valid for ${name}.`);
  return { [name]: said === 'true' || said === '1' } as Partial<Record<Name, boolean>>;
}

function isSet(fields: Fields, name: string): boolean {
  return fields[name] !== undefined && fields[name] !== null;
}

function accepted(fields: Fields, name: string, values: ReadonlyArray<string | number>): string {
  const said = text(fields, name);
  if (!values.map(String).includes(said)) throw badParameter(`${name} should be one of ${values.join(', ')}.`);
  return said;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw badParameter(`${name} is not a plain value.`);
}
