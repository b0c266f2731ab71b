import { paramOf, type QueryParams } from '../../query/query-params.js';
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
    contactType: paramOf(params, 'contactType'),
    excludeContactTypes: excludeFlag('contactType'),
    confirmed: paramOf(params, 'confirmed'),
    overlimited: paramOf(params, 'overlimited'),
    acceptBillingNotifications: paramOf(params, 'acceptBillingNotifications'),
  };
}

function listOf(value: QueryParams[string] | undefined): readonly string[] | undefined {
  return typeof value === 'string' ? [value] : value;
}
