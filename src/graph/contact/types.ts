import { Field, InputType, InterfaceType, registerEnumType } from '../values/decorators.js';
import { ListSized } from '../values/list-size.js';
import { toEmail } from '../values/email.js';
import { Group } from '../group/types.js';
import { Node } from '../values/node.js';
import { holdsPhone, toPhones } from '../values/phone-field.js';
import type { CountryCode, PhoneNotation } from '../values/phone.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

export const Channel = { EMAIL: 'EMAIL', SMS: 'SMS', IM: 'IM', VOICE: 'VOICE', FAX: 'FAX' } as const;
export type Channel = keyof typeof Channel;
registerEnumType(Channel, {
  name: 'Channel',
  description: 'A way to reach somebody.',
  valuesConfig: {
    EMAIL: { description: 'E-mail.' },
    SMS: { description: 'Text message to a phone.' },
    IM: { description: 'Instant message (HostTracker: GTalk, SkypeChat).' },
    VOICE: { description: 'Phone call.' },
    FAX: { description: 'Fax call.' },
  },
});

@InterfaceType({
  implements: Node,
  autoRegisterImplementations: false,
  description: 'Somebody, or some address, that a provider can reach.',
})
export abstract class Contact extends Node {
  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id; Hostway has none and uses the contact's name." })
  readonly upstreamId!: string;

  @Field(() => String, { description: 'Full name, else plain name, else the address, e-mail or phone.' })
  readonly displayName!: string;

  @Field(() => [String], {
    description:
      'Valid e-mail addresses in one spelling: lower case, the domain in ASCII (`xn--…`), without `mailto:`, angle brackets, trailing dots and invisible characters.',
  })
  readonly emails!: readonly string[];

  @Field(() => [String], {
    description:
      "Phone numbers in E.164 (`+48500111222`) where they parse, with the upstream's `defaultCountry` for national ones and an extension as `;ext=12`; else as the provider holds them. Several numbers in one column are several phones. Fax and pager numbers are not among them.",
  })
  readonly phones!: readonly string[];

  @Field(() => [Channel], { description: 'The ways in which the provider can reach it.' })
  readonly channels!: readonly Channel[];

  @ListSized(3)
  @Field(() => [Group], {
    description:
      'Groups that it is in. Empty for providers without groups; SerwerSMS keeps one contact for each group.',
  })
  readonly groups?: readonly Group[];

  /** Keys of its groups; absent where a row of the provider does not tell, so that it has to be completed first. */
  readonly groupKeys?: readonly string[];
}

export const ContactOrderField = {
  DISPLAY_NAME: 'DISPLAY_NAME',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  UPSTREAM: 'UPSTREAM',
} as const;
export type ContactOrderField = keyof typeof ContactOrderField;
registerEnumType(ContactOrderField, {
  name: 'ContactOrderField',
  description: 'What contacts can be sorted by; rows without a value come last.',
  valuesConfig: {
    DISPLAY_NAME: { description: 'By `displayName`, as people of the config’s `locale` order names, without case.' },
    EMAIL: { description: 'By the first of `emails`.' },
    PHONE: { description: 'By the first of `phones`.' },
    UPSTREAM: { description: 'By the name of the upstream.' },
  },
});

export const OrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
export type OrderDirection = keyof typeof OrderDirection;
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which end comes first.',
  valuesConfig: { ASC: { description: 'A to Z.' }, DESC: { description: 'Z to A.' } },
});

@InputType({ description: 'How to sort contacts. Every order needs all matching rows of each upstream.' })
export class ContactOrder {
  @Field(() => ContactOrderField, { description: 'What to sort by.' })
  readonly field!: ContactOrderField;

  @Field(() => OrderDirection, { defaultValue: 'ASC', description: 'Which end comes first.' })
  readonly direction!: OrderDirection;
}

/** The first of these that says something. */
export function displayNameOf(...candidates: ReadonlyArray<string | null | undefined>): string {
  for (const candidate of candidates) {
    const text = candidate?.trim();
    if (text) return text;
  }
  return '';
}

export function fullName(first: string | null, last: string | null): string {
  if (!first?.trim()) return last?.trim() ? last : '';
  return last?.trim() ? `${first} ${last}` : first;
}

/** The valid e-mail addresses among these, in one spelling, each once. */
export function emailsOf(...texts: ReadonlyArray<string | null>): string[] {
  const emails: string[] = [];
  for (const text of texts) {
    const email = text === null ? undefined : toEmail(text);
    if (email !== undefined && !emails.includes(email)) emails.push(email);
  }
  return emails;
}

/** What a provider holds as phones. */
export interface PhoneFields {
  readonly texts: ReadonlyArray<string | null>;
  /** Of numbers without one; undefined: they stay as they are. */
  readonly country: CountryCode | undefined;
  /** How the provider writes them; default: as people do. */
  readonly notation?: PhoneNotation;
}

/** The phone numbers in these fields, normalised, each once. */
export function phonesOf({ texts, country, notation }: PhoneFields): readonly string[] {
  let phones: readonly string[] = NO_PHONES;
  for (const text of texts) {
    if (text === null) continue;
    const more = toPhones(text, country, notation);
    if (more.length > 0) phones = phones.length === 0 ? more : [...new Set([...phones, ...more])];
  }
  return phones;
}

/** Whether there is a phone in these fields, which takes far less time than reading it. */
export function hasPhone({ texts }: PhoneFields): boolean {
  for (const text of texts) if (text !== null && holdsPhone(text)) return true;
  return false;
}

const NO_PHONES: readonly string[] = [];

export const ContactStatus = {
  CONFIRMED: 'CONFIRMED',
  LOW_SMS_BALANCE: 'LOW_SMS_BALANCE',
  CODE_SENT: 'CODE_SENT',
  CODE_FAIL: 'CODE_FAIL',
  CODE_SENT_EARLIER: 'CODE_SENT_EARLIER',
  OPERATION_ERROR: 'OPERATION_ERROR',
  OVERLIMITED: 'OVERLIMITED',
  UNKNOWN: 'UNKNOWN',
} as const;
export type ContactStatus = keyof typeof ContactStatus;
registerEnumType(ContactStatus, {
  name: 'ContactStatus',
  description: "HostTracker's answer to create, confirm and resend; null for the other providers.",
  valuesConfig: {
    CONFIRMED: { description: 'Confirmed: alerts go there.' },
    LOW_SMS_BALANCE: { description: 'The account has too little credit to send the code by SMS.' },
    CODE_SENT: { description: 'A confirmation code was sent to the address: give it to `confirmContact`.' },
    CODE_FAIL: { description: 'The code was wrong.' },
    CODE_SENT_EARLIER: { description: 'A code was sent a short while ago; no other was sent.' },
    OPERATION_ERROR: { description: 'HostTracker failed to do it.' },
    OVERLIMITED: { description: 'The account may not have more contacts of this kind.' },
    UNKNOWN: { description: 'An answer that its document does not name.' },
  },
});
