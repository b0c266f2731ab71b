import { foldBy, type TextComparison } from '../kit/comparison.js';
import { SMS_GATEWAYS, IM_GATEWAYS, VOICE_GATEWAY, type ContactType } from './options.js';

/** What became of a contact's confirmation (document, "Contact statuses"). */
export type ContactStatus =
  'Confirmed' | 'LowSmsBalance' | 'CodeSent' | 'CodeFail' | 'CodeSentEarlier' | 'OperationError' | 'Overlimited';

export interface Subscription {
  taskId?: string;
  contactId?: string;
  alertTypes?: string[];
  reportTypes?: string[];
}

/** A contact as the provider keeps it; e-mail contacts alone have the report settings, all others a gateway. */
export interface ContactRow {
  id: string;
  address: string;
  confirmed: boolean;
  contactType: ContactType;
  name: string | null;
  sendCost: number;
  alertDelay: number;
  activePeriodStart: string | null;
  activePeriodEnd: string | null;
  activeDays: string[] | null;
  billingOverlimit: string[];
  subscriptions: Subscription[];
  reportFormat?: string;
  sendNews?: boolean;
  sendPressRelease?: boolean;
  sendBillingNotifications?: boolean;
  gateway?: string;
  /** The confirmation code last sent; never told by the API. */
  code?: string;
}

/** A contact to begin with; what it does not say is what a new contact of its type has. */
export type SeedContact = Partial<ContactRow> & Pick<ContactRow, 'contactType' | 'address'>;

export interface HostTrackerSeed {
  readonly contacts?: readonly SeedContact[];
  /** What becomes of confirmation codes from now on; default `CodeSent`. */
  readonly sending?: ContactStatus;
  /** How addresses compare; documented nowhere. */
  readonly compares?: TextComparison;
}

export interface State {
  rows: ContactRow[];
  sending: ContactStatus;
  /** What addresses are compared by. */
  fold: (text: string) => string;
  readonly add: (contact: SeedContact) => ContactRow;
  readonly find: (id: string) => ContactRow | undefined;
  readonly nextCode: () => string;
  readonly fill: (seed: HostTrackerSeed) => void;
}

export function createState(): State {
  let lastId = 0;
  let lastCode = 0;
  const state: State = {
    rows: [],
    sending: 'CodeSent',
    fold: foldBy(),
    find: (id) => state.rows.find((row) => row.id.toLowerCase() === id.toLowerCase()),
    add: (contact) => {
      let id = contact.id ?? guid(lastId++);
      while (contact.id === undefined && state.find(id)) id = guid(lastId++);
      const row: ContactRow = structuredClone({ ...blank(contact.contactType, contact.address), ...contact, id });
      state.rows.push(row);
      return row;
    },
    nextCode: () => String(10_000 + ((lastCode++ * 7919) % 90_000)),
    fill: (seed) => {
      [lastId, lastCode] = [0, 0];
      state.rows = [];
      state.sending = seed.sending ?? 'CodeSent';
      state.fold = foldBy(seed.compares);
      for (const contact of seed.contacts ?? []) state.add(contact);
    },
  };
  return state;
}

/** Sequential GUIDs as SQL Server gives them: the document's sample ids differ in the first group only. */
function guid(counter: number): string {
  return `${(0x092a2bc9 + counter).toString(16).padStart(8, '0')}-58d1-e411-80c3-00155d36955e`;
}

function blank(type: ContactType, address: string): Omit<ContactRow, 'id' | 'address' | 'contactType'> {
  const shared = {
    confirmed: false,
    name: null,
    sendCost: costOf(type, address),
    alertDelay: 0,
    activePeriodStart: null,
    activePeriodEnd: null,
    activeDays: null,
    billingOverlimit: [],
    subscriptions: [],
  };
  switch (type) {
    case 'Email':
      return {
        ...shared,
        reportFormat: 'Text',
        sendNews: false,
        sendPressRelease: false,
        sendBillingNotifications: false,
      };
    case 'SMS':
      return { ...shared, gateway: SMS_GATEWAYS[0] ?? '' };
    case 'IM':
      return { ...shared, gateway: IM_GATEWAYS[0] ?? '' };
    case 'VoiceCall':
      return { ...shared, gateway: VOICE_GATEWAY };
  }
}

/** Voice: "$0.02 for US carriers, $0.222 for other" (document); the price of an SMS is made up. */
function costOf(type: ContactType, address: string): number {
  switch (type) {
    case 'VoiceCall':
      return /^1\d{10}$/.test(address) ? 0.02 : 0.222;
    case 'SMS':
      return 0.05;
    case 'Email':
    case 'IM':
      return 0;
  }
}
