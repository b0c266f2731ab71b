import { upTo } from '../../../graph/ports/cost-formulas.js';
import type { NounCosts, ProviderCosts } from '../../../graph/ports/costs.js';
import { callPerItem, plannedCall, sharedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import type { OptionEndpoints } from '../options/endpoints.js';
import type { ContactType } from './columns.js';
import type { ContactEndpoints } from './endpoints.js';

type EndpointsByType = Readonly<Record<ContactType, { readonly name: string }>>;

/** What reads of contacts cost. The list has no pages. */
export function contactCosts({ list, read }: ContactEndpoints): NounCosts {
  return {
    list: ({ params }) => [Object.keys(params).length === 0 ? sharedCall(list) : plannedCall(list)],
    byKeys: (count) => {
      if (count === 0) return [];
      if (count === 1) return [plannedCall(read)];
      // Keys that are no GUIDs are not sent, so that of several keys one may be left, which is read by itself.
      return [plannedCall(list), upTo(read)];
    },
  };
}

/** What mutations of contacts cost. */
export function contactWriteCosts(endpoints: ContactEndpoints, options: OptionEndpoints): ProviderCosts['writes'] {
  /** Each list of options is read only where an input chooses from it. */
  const optionLists = (count: number): readonly PlannedCall[] =>
    [options.alertDelaysMinutes, options.smsGateways, options.imGateways].map((endpoint) => unlikely(endpoint, count));
  const creationCalls = (count: number): readonly PlannedCall[] => [
    ...optionLists(count),
    // The contacts at the address, before the creation. Where the answer names no contact, also after it, and then all of the kind.
    callPerItem(endpoints.list, { expected: count, worst: 3 * count }),
    ...callsByType(endpoints.create, count),
  ];
  const deletionCalls = (count: number): readonly PlannedCall[] => [callPerItem(endpoints.delete, count)];
  return {
    createContact: creationCalls,
    createContacts: creationCalls,
    updateContact: (count) => [
      callPerItem(endpoints.read, count),
      ...optionLists(count),
      ...callsByType(endpoints.update, count),
    ],
    deleteContact: deletionCalls,
    deleteContacts: deletionCalls,
    confirmContact: (count) => [callPerItem(endpoints.confirm, count)],
    resendConfirmationCode: (count) => [callPerItem(endpoints.resend, count)],
  };
}

/** The endpoint of one of the four kinds for each contact. Most contacts are e-mail addresses. */
function callsByType({ Email, ...others }: EndpointsByType, count: number): readonly PlannedCall[] {
  return [callPerItem(Email, count), ...Object.values(others).map((endpoint) => unlikely(endpoint, count))];
}

function unlikely(endpoint: { readonly name: string }, count: number): PlannedCall {
  return callPerItem(endpoint, { expected: 0, worst: count });
}
