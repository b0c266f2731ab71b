import type { Params } from '../../query/plan.js';
import type { ContactsQuery } from './endpoints.js';

/** Whether what a parameter lists is asked for, or all but that. */
export type Side = 'these' | 'others';

/** Parameters of ours for a list: its side is always said, so that no second condition can turn it around. */
export function listed(name: 'addresses' | 'ids' | 'contactType', value: Params[string], side: Side): Params {
  return { [name]: value, [`${name}Side`]: side };
}

/** What the plan took, in the document's words. */
export function toQuery(params: Params): ContactsQuery {
  const others = (name: string): 'True' | undefined => (params[`${name}Side`] === 'others' ? 'True' : undefined);
  return {
    addresses: listOf(params['addresses']),
    excludeAddresses: others('addresses'),
    ids: listOf(params['ids']),
    excludeIds: others('ids'),
    contactType: textOf(params['contactType']),
    excludeContactTypes: others('contactType'),
    confirmed: textOf(params['confirmed']),
    overlimited: textOf(params['overlimited']),
    acceptBillingNotifications: textOf(params['acceptBillingNotifications']),
  };
}

function listOf(value: Params[string] | undefined): readonly string[] | undefined {
  return typeof value === 'string' ? [value] : value;
}

function textOf(value: Params[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
