import type { QueryParams } from '../../query/plan.js';
import type { ContactsQuery } from './endpoints.js';

/** Whether what a parameter lists is asked for, or all but that. */
export type ListSide = 'these' | 'others';

/** Parameters of ours for a list: its side is always said, so that no second condition can turn it around. */
export function toListParams(
  name: 'addresses' | 'ids' | 'contactType',
  value: QueryParams[string],
  side: ListSide,
): QueryParams {
  return { [name]: value, [`${name}Side`]: side };
}

/** What the plan took, in the document's words. */
export function toContactsQuery(params: QueryParams): ContactsQuery {
  const excludeFlag = (name: string): 'True' | undefined => (params[`${name}Side`] === 'others' ? 'True' : undefined);
  return {
    addresses: listOf(params['addresses']),
    excludeAddresses: excludeFlag('addresses'),
    ids: listOf(params['ids']),
    excludeIds: excludeFlag('ids'),
    contactType: textOf(params['contactType']),
    excludeContactTypes: excludeFlag('contactType'),
    confirmed: textOf(params['confirmed']),
    overlimited: textOf(params['overlimited']),
    acceptBillingNotifications: textOf(params['acceptBillingNotifications']),
  };
}

function listOf(value: QueryParams[string] | undefined): readonly string[] | undefined {
  return typeof value === 'string' ? [value] : value;
}

function textOf(value: QueryParams[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
