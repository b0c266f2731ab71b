import {
  plannedCall,
  callPerItem,
  sharedCall,
  type PlannedCall,
  type CountRange,
} from '../../graph/ports/planned-call.js';
import type { ProviderCosts, NounCosts } from '../../graph/ports/costs.js';
import { MAX_DELETE_CALLS } from './bulk/deletion.js';
import type { Endpoints } from './endpoints.js';
import type { HostTrackerSettings } from './settings.js';
import type { ContactType } from './contact/columns.js';
import type { WriteEndpoints } from './contact/endpoints.js';

interface CostOptions {
  readonly reads: Endpoints;
  readonly writes: WriteEndpoints;
  readonly auth: HostTrackerSettings['auth'];
}

type EndpointsByType = Readonly<Record<ContactType, { readonly name: string }>>;

/** What a HostTracker account is asked, whose lists have no pages; both formats ask the same. */
export function costsOf({ reads, writes, auth }: CostOptions): ProviderCosts {
  return {
    ...('token' in auth ? {} : { logIn: 'POST /users/token' }),
    nouns: { contact: contactCosts(reads), gateway: gatewayCosts(reads), hostTrackerOptions: optionsCosts(reads) },
    writes: writeCosts(reads, writes),
  };
}

/** Not likely, and at most so many. */
function upTo(worst: number): CountRange {
  return { expected: 0, worst };
}

function contactCosts(reads: Endpoints): NounCosts {
  const list = reads.contacts.name;
  return {
    list: ({ params }) => [Object.keys(params).length === 0 ? sharedCall(list) : plannedCall(list)],
    byKeys: (count) => {
      if (count === 0) return [];
      if (count === 1) return [plannedCall(reads.contact.name)];
      // Of several keys all but one may be no GUIDs, which are never sent.
      return [plannedCall(list), plannedCall(reads.contact.name, upTo(1))];
    },
  };
}

function gatewayCosts({ listSmsGateways: sms, listImGateways: im }: Endpoints): NounCosts {
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

function optionsCosts({ listContactTypes, listAlertDelays, listSmsGateways, listImGateways }: Endpoints): NounCosts {
  const columns = new Map([
    ['contactTypes', listContactTypes.name],
    ['alertDelaysMinutes', listAlertDelays.name],
    ['smsGateways', listSmsGateways.name],
    ['imGateways', listImGateways.name],
  ]);
  return {
    fetchDeferred: (count, selectedColumns) =>
      count === 0
        ? []
        : [...columns].flatMap(([column, operation]) =>
            selectedColumns.includes(column) ? [sharedCall(operation)] : [],
          ),
  };
}

function writeCosts(reads: Endpoints, { create, update, ...writes }: WriteEndpoints): ProviderCosts['writes'] {
  const list = reads.contacts.name;
  /** Lists of what can be chosen, each read where something of it is. */
  const optionLists = (count: number): readonly PlannedCall[] =>
    [reads.listAlertDelays, reads.listSmsGateways, reads.listImGateways].map(({ name }) =>
      callPerItem(name, upTo(count)),
    );
  /** One of the four kinds for each: most contacts are e-mail addresses. */
  const byContactType = ({ Email, ...others }: EndpointsByType, count: number): readonly PlannedCall[] => [
    callPerItem(Email.name, count),
    ...Object.values(others).map(({ name }) => callPerItem(name, upTo(count))),
  ];
  const creationCalls = (count: number): readonly PlannedCall[] => [
    ...optionLists(count),
    // Before it the contacts at that address; after it too where the answer names none, and then all of that kind.
    callPerItem(list, { expected: count, worst: 3 * count }),
    ...byContactType(create, count),
  ];
  const deletionCalls = (count: number): readonly PlannedCall[] => [callPerItem(writes.delete.name, count)];
  return {
    createContact: creationCalls,
    createContacts: creationCalls,
    updateContact: (count) => [
      callPerItem(reads.contact.name, count),
      ...optionLists(count),
      ...byContactType(update, count),
    ],
    deleteContact: deletionCalls,
    deleteContacts: deletionCalls,
    confirmContact: (count) => [callPerItem(writes.confirm.name, count)],
    resendConfirmationCode: (count) => [callPerItem(writes.resend.name, count)],
    updateHostTrackerContacts: () => [
      plannedCall(reads.listAlertDelays.name, upTo(1)),
      plannedCall(list),
      plannedCall(writes.updateMany.name),
    ],
    // What matches is counted before it, and what is left of it after. A filter that it can't hold takes several calls.
    deleteHostTrackerContacts: () => [
      plannedCall(list, 2),
      plannedCall(writes.deleteMany.name, { expected: 1, worst: MAX_DELETE_CALLS }),
    ],
  };
}
