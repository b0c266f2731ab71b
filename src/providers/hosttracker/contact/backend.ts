import type { ContactBackend } from '../../../graph/contact/backend.js';
import { displayNameOf, emailsOf } from '../../../graph/contact/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { CountryCode } from '../../../graph/values/phone.js';
import { toPhones } from '../../../graph/values/phone-field.js';
import { isUuid } from '../../../graph/values/uuid.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { Caller, Lister } from '../../../wire/endpoint.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Endpoints } from '../endpoints.js';
import { VOICE_GATEWAY, type GatewayFactory } from '../gateway/backend.js';
import { pushdown } from './pushdown.js';
import { toContactsQuery } from '../query.js';
import type { MatchingReader } from './reads.js';
import type { DailyPeriod, HostTrackerContactRow, ReportFormat, Weekday } from './types.js';
import type { WireContact } from './columns.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

/** The account that contacts are read from. */
export interface Session {
  readonly upstream: UpstreamValue;
  readonly defaultCountry: CountryCode | undefined;
  readonly gatewayOf: GatewayFactory;
}

/** Characters of ids that fit a query which servers of HostTracker's make take: 2048. */
const MAX_ID_CHARACTERS = 1880;

/** Whether a query can name so many contacts beside so many characters of other conditions. */
export function fitsQuery(keys: readonly string[], others = 0): boolean {
  return keys.length * `&ids=${ANY_ID}`.length + others <= MAX_ID_CHARACTERS;
}

const ANY_ID = '00000000-0000-0000-0000-000000000000';

/** So many ids a query holds that has nothing else. */
export const MAX_IDS_PER_QUERY = Math.floor(MAX_ID_CHARACTERS / `&ids=${ANY_ID}`.length);

/** How the account is spoken to. */
export interface ContactCalls {
  readonly call: Caller;
  /** For the list of contacts. */
  readonly list: Lister;
  readonly readMatching: MatchingReader;
}

/** Contacts of one account; it has neither groups nor pages. */
export function createContactBackend(
  { call, list, readMatching }: ContactCalls,
  endpoints: Endpoints,
  session: Session,
): Omit<ContactBackend, 'writes'> {
  const readRows = async (keys: readonly string[], callOptions: CallOptions): Promise<readonly WireContact[]> => {
    const [onlyKey] = keys;
    if (onlyKey === undefined) return [];
    if (keys.length > 1) {
      const distinctKeys = new Set(keys.map((key) => key.toLowerCase()));
      // Beyond that the whole list is still one request, as it has no pages.
      return readMatching(
        fitsQuery(keys) ? { ids: keys } : {},
        ({ id }) => distinctKeys.has(id.toLowerCase()),
        callOptions,
      );
    }
    const found = await unlessMissing(call(endpoints.contact, onlyKey, callOptions));
    return found ? [found] : [];
  };
  return {
    pushdown,
    list: async function* ({ params }, callOptions) {
      const { rows } = await list(endpoints.contacts, toContactsQuery(params), callOptions);
      yield* mapInPages(rows, (row) => toContact(row, session));
    },
    byKeys: async (keys, callOptions) => {
      const distinctKeys = [...new Set(keys.filter(isUuid))];
      const rows = await readRows(distinctKeys, callOptions);
      // HostTracker takes a GUID in either case, so what was asked for in capitals is there too.
      const byId = new Map(rows.map((row) => [row.id.toLowerCase(), row]));
      return new Map(
        distinctKeys.flatMap((key) => {
          const row = byId.get(key.toLowerCase());
          return row ? [[key, toContact(row, session)] as const] : [];
        }),
      );
    },
  };
}

/** A contact of HostTracker in the words of the graph. */
export function toContact(wire: WireContact, { upstream, defaultCountry, gatewayOf }: Session): HostTrackerContactRow {
  // XML answers put text on lines of its own.
  const address = wire.address.trim();
  const name = blankToNull(wire.name);
  const gateway = blankToNull(wire.gateway);
  const common = {
    id: encodeId(upstream.name, 'contact', wire.id),
    upstream,
    upstreamId: wire.id,
    displayName: displayNameOf(name, address),
    emails: wire.contactType === 'Email' ? emailsOf(address) : [],
    // Its document writes numbers in international digits without a plus.
    phones: hasPhone(wire) ? toPhones(address, defaultCountry, 'international') : [],
    groupKeys: [],
    address: address || null,
    name,
    confirmed: wire.confirmed,
    sendCost: wire.sendCost,
    alertDelayMinutes: wire.alertDelay,
    activePeriod: toPeriod(wire),
    activeDays: wire.activeDays.length ? wire.activeDays.map((day) => WEEKDAYS[day]) : null,
    billingOverlimit: wire.billingOverlimit,
    subscriptions: wire.subscriptions,
  };
  switch (wire.contactType) {
    case 'Email':
      return {
        __typename: 'HostTrackerEmailContact',
        ...common,
        channels: ['EMAIL'],
        reportFormat: toReportFormat(wire.reportFormat),
        sendNews: wire.sendNews,
        sendPressRelease: wire.sendPressRelease,
        sendBillingNotifications: wire.sendBillingNotifications,
      };
    case 'SMS':
      return {
        __typename: 'HostTrackerSmsContact',
        ...common,
        channels: ['SMS'],
        gateway: gateway === null ? null : gatewayOf('sms', gateway),
      };
    case 'IM':
      return {
        __typename: 'HostTrackerImContact',
        ...common,
        channels: ['IM'],
        gateway: gateway === null ? null : gatewayOf('im', gateway),
      };
    case 'VoiceCall':
      return {
        __typename: 'HostTrackerVoiceContact',
        ...common,
        channels: ['VOICE'],
        gateway: gatewayOf('voice', gateway ?? VOICE_GATEWAY),
      };
  }
}

function hasPhone({ contactType }: WireContact): boolean {
  return contactType === 'SMS' || contactType === 'VoiceCall';
}

function blankToNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}

const WEEKDAYS: Readonly<Record<WireContact['activeDays'][number], Weekday>> = {
  Sunday: 'SUNDAY',
  Monday: 'MONDAY',
  Tuesday: 'TUESDAY',
  Wednesday: 'WEDNESDAY',
  Thursday: 'THURSDAY',
  Friday: 'FRIDAY',
  Saturday: 'SATURDAY',
};

const REPORT_FORMATS = new Map<string, ReportFormat>([
  ['text', 'TEXT'],
  ['shorttext', 'SHORT_TEXT'],
  ['html', 'HTML'],
  ['pdf', 'PDF'],
]);

function toReportFormat(format: string | null): ReportFormat | null {
  return format === null ? null : (REPORT_FORMATS.get(format.trim().toLowerCase()) ?? 'UNKNOWN');
}

/** Half a period says nothing: the document wants both ends or none. */
function toPeriod({ activePeriodStart: start, activePeriodEnd: end }: WireContact): DailyPeriod | null {
  return start === null || end === null ? null : { start, end, crossesMidnight: start > end };
}
