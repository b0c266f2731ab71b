import { call, callEach, sharedCall, type Call, type Range } from '../../graph/cost/call.js';
import type { Costs, NounCosts } from '../../graph/cost/costs.js';
import { MOST_PARTS } from './bulk-delete.js';
import type { Endpoints } from './endpoints.js';
import type { HostTrackerSettings } from './settings.js';
import type { ContactType } from './wire-contact.js';
import type { WriteEndpoints } from './write-endpoints.js';

interface Asked {
  readonly reads: Endpoints;
  readonly writes: WriteEndpoints;
  readonly auth: HostTrackerSettings['auth'];
}

type Kinds = Readonly<Record<ContactType, { readonly name: string }>>;

/** What a HostTracker account is asked, whose lists have no pages; both formats ask the same. */
export function costsOf({ reads, writes, auth }: Asked): Costs {
  return {
    ...('token' in auth ? {} : { logIn: 'POST /users/token' }),
    nouns: { contact: contactCosts(reads), gateway: gatewayCosts(reads), hostTrackerOptions: optionsCosts(reads) },
    writes: writeCosts(reads, writes),
  };
}

/** Not likely, and at most so many. */
function perhaps(worst: number): Range {
  return { expected: 0, worst };
}

function contactCosts(reads: Endpoints): NounCosts {
  const list = reads.contacts.name;
  return {
    list: ({ params }) => [Object.keys(params).length === 0 ? sharedCall(list) : call(list)],
    byKeys: (count) => {
      if (count === 0) return [];
      if (count === 1) return [call(reads.contact.name)];
      // Of several keys all but one may be no GUIDs, which are never sent.
      return [call(list), call(reads.contact.name, perhaps(1))];
    },
  };
}

function gatewayCosts({ smsGateways: sms, imGateways: im }: Endpoints): NounCosts {
  return {
    list: ({ params: { kind } }) => [
      ...(kind === undefined || kind === 'sms' ? [sharedCall(sms.name)] : []),
      ...(kind === undefined || kind === 'im' ? [sharedCall(im.name)] : []),
    ],
    // A key names its kind: of one key it is likely that of text messages, of several there may be both.
    byKeys: (count) =>
      count === 0
        ? []
        : [sharedCall(sms.name), { ...sharedCall(im.name), times: { expected: count > 1 ? 1 : 0, worst: 1 } }],
  };
}

function optionsCosts({ contactTypes, alertDelays, smsGateways, imGateways }: Endpoints): NounCosts {
  const columns = new Map([
    ['contactTypes', contactTypes.name],
    ['alertDelaysMinutes', alertDelays.name],
    ['smsGateways', smsGateways.name],
    ['imGateways', imGateways.name],
  ]);
  return {
    late: (count, wanted) =>
      count === 0
        ? []
        : [...columns].flatMap(([column, operation]) => (wanted.includes(column) ? [sharedCall(operation)] : [])),
  };
}

function writeCosts(reads: Endpoints, { create, update, ...writes }: WriteEndpoints): Costs['writes'] {
  const list = reads.contacts.name;
  /** Lists of what can be chosen, each read where something of it is. */
  const offered = (count: number): readonly Call[] =>
    [reads.alertDelays, reads.smsGateways, reads.imGateways].map(({ name }) => callEach(name, perhaps(count)));
  /** One of the four kinds for each: most contacts are e-mail addresses. */
  const ofOneKind = ({ Email, ...others }: Kinds, count: number): readonly Call[] => [
    callEach(Email.name, count),
    ...Object.values(others).map(({ name }) => callEach(name, perhaps(count))),
  ];
  const creation = (count: number): readonly Call[] => [
    ...offered(count),
    // Before it the contacts at that address; after it too where the answer names none, and then all of that kind.
    callEach(list, { expected: count, worst: 3 * count }),
    ...ofOneKind(create, count),
  ];
  const deletion = (count: number): readonly Call[] => [callEach(writes.remove.name, count)];
  return {
    createContact: creation,
    createContacts: creation,
    updateContact: (count) => [callEach(reads.contact.name, count), ...offered(count), ...ofOneKind(update, count)],
    deleteContact: deletion,
    deleteContacts: deletion,
    confirmContact: (count) => [callEach(writes.confirm.name, count)],
    resendConfirmationCode: (count) => [callEach(writes.resend.name, count)],
    updateHostTrackerContacts: () => [
      call(reads.alertDelays.name, perhaps(1)),
      call(list),
      call(writes.updateMany.name),
    ],
    // What matches is counted before it, and what is left of it after. A filter that it can't hold takes several calls.
    deleteHostTrackerContacts: () => [call(list, 2), call(writes.removeMany.name, { expected: 1, worst: MOST_PARTS })],
  };
}
