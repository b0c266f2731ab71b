import { atMostOne, listCall, upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { deferredCosts } from '../../../graph/ports/deferred.js';
import { callPerItem, plannedCall } from '../../../graph/ports/planned-call.js';
import { userColumns } from './columns.js';
import { userEndpoints as endpoints, userSources } from './endpoints.js';

const { list, read, listRoles, listPermissions } = endpoints;

/** What users cost. By key, too, they are rows of the list. */
export const userCosts: NounCosts = {
  list: ({ params }) => [listCall(list, params, ['username', 'email', 'phone'])],
  byKeys: (count) => [
    { operation: list.name, times: atMostOne(count), ...(count < 2 ? {} : { shared: true }) },
    // For a role that may read users and not list them.
    callPerItem(read, { expected: 0, worst: count }),
  ],
  ...deferredCosts(userSources, 'list'),
  presentColumns: () => userColumns.onlyIn('list'),
};

export const userWriteCosts: Readonly<Record<string, WriteCost>> = {
  createUser: () => [plannedCall(list), plannedCall(endpoints.create)],
  // A new name is read back: from the list, or from the item where a role may not list users.
  updateUser: () => [plannedCall(endpoints.update), upTo(list, 2), upTo(read, 3)],
  deleteUser: () => [plannedCall(endpoints.delete), upTo(read)],
  setUserPassword: () => [plannedCall(endpoints.setPassword)],
  grantUserRole: () => [plannedCall(endpoints.grantRole), upTo(listRoles)],
  revokeUserRole: () => [plannedCall(endpoints.revokeRole), upTo(listRoles)],
  // Release 1.2 refuses each permission, so that those of the user are always read back.
  grantUserPermission: () => [plannedCall(endpoints.grantPermission), plannedCall(listPermissions)],
  revokeUserPermission: () => [plannedCall(endpoints.revokePermission), upTo(listPermissions)],
};
