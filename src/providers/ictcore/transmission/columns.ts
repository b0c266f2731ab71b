import { encodeId } from '../../../graph/values/id.js';
import type { Direction, Transmission, TransmissionStatus } from '../../../graph/transmission/types.js';
import { toListedAccount, type WireListedAccount } from '../account/columns.js';
import { withoutUndefined } from '../shared/reads/column-readers.js';
import { toContact } from '../contact/columns.js';
import type { ListedContact } from '../contact/endpoints.js';
import { isKey, keyOrNull } from '../shared/reads/keys.js';
import { channelOf } from '../shared/reads/service-flags.js';
import type { WireTransmission, WireTransmissionItem } from './endpoints.js';
import type { Session } from '../session.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

/** The server's words for what we call a status; all others are UNKNOWN. */
export const TRANSMISSION_STATUSES: ReadonlyMap<string, TransmissionStatus> = new Map([
  ['pending', 'PENDING'],
  ['pending_retry', 'PENDING'],
  ['initializing', 'PROCESSING'],
  ['processing', 'PROCESSING'],
  ['done', 'COMPLETED'],
  ['completed', 'COMPLETED'],
  ['failed', 'FAILED'],
  // Of the community edition: on its do-not-call list, and without a trunk.
  ['failed(dnc)', 'FAILED'],
  ['no_provider', 'FAILED'],
  ['invalid', 'INVALID'],
]);

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['outbound', 'OUTBOUND'],
  ['inbound', 'INBOUND'],
]);

export function transmissionStatusOf(word: string | null): TransmissionStatus {
  return TRANSMISSION_STATUSES.get(word?.toLowerCase() ?? '') ?? 'UNKNOWN';
}

/** A transmission as lists tell it, with its contact and account, where the server embeds them. */
export function toListedTransmission(wire: WireTransmission, session: Session): Transmission {
  return toTransmission(wire, wire.transmission_id, wire, session);
}

/** A transmission as its item tells it: the status may be late. Undefined for another item than the one asked for. */
export function toWholeTransmission(
  wire: WireTransmissionItem,
  key: string,
  session: Session,
): Transmission | undefined {
  if (wire.transmission_id !== undefined && wire.transmission_id !== key) return undefined;
  const { title = null, origin = null, program_id = null, campaign_id = null, try_allowed = null } = wire;
  const whole = { ...wire, title, origin, program_id, campaign_id, try_allowed, service_flag: wire.service_flag ?? 0 };
  return toTransmission(whole, key, { account: wire.oAccount, contact: wire.oContact }, session);
}

type TransmissionColumns = Omit<WireTransmission, 'transmission_id' | 'account' | 'contact'>;
type EmbeddedRows = Pick<WireTransmission, 'account' | 'contact'>;

function toTransmission(
  wire: TransmissionColumns,
  key: string,
  { account, contact }: EmbeddedRows,
  session: Session,
): Transmission {
  const { upstream } = session;
  return {
    __typename: 'Transmission',
    id: encodeId(upstream.name, 'transmission', key),
    upstream,
    upstreamId: key,
    direction: DIRECTIONS.get(wire.direction?.toLowerCase() ?? '') ?? 'UNKNOWN',
    response: wire.response,
    lastRunAt: wire.last_run,
    contactKey: keyOrNull(wire.contact_id ?? contact?.contact_id),
    accountKey: keyOrNull(wire.account_id ?? account?.account_id),
    ...withoutUndefined({
      title: wire.title,
      origin: wire.origin,
      triesAllowed: wire.try_allowed,
      channel: mapPresent(wire.service_flag, (flags) => channelOf(flags ?? 0)),
      status: mapPresent(wire.status, transmissionStatusOf),
      programKey: mapPresent(wire.program_id, keyOrNull),
      campaignKey: mapPresent(wire.campaign_id, keyOrNull),
      contactRow: contactRowOf(contact, session),
      accountRow: accountRowOf(account, upstream),
    }),
  };
}

function mapPresent<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}

/** Contacts without a number of their own, such as the installation itself, can't be found again. */
function contactRowOf(wire: ListedContact | null | undefined, session: Session) {
  return wire && (isKey(wire.contact_id) ? toContact(wire, wire.contact_id, 'list', session) : null);
}

function accountRowOf(wire: WireListedAccount | null | undefined, upstream: UpstreamValue) {
  return wire && (isKey(wire.account_id) ? toListedAccount(wire, upstream) : null);
}
