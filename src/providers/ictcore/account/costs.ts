import {
  itemOrListCalls,
  likelyOrigin,
  listColumnCall,
  upTo,
  type WriteCost,
} from '../../../graph/ports/cost-formulas.js';
import type { NounCosts } from '../../../graph/ports/costs.js';
import { callPerItem, plannedCall, sharedCall, type PlannedCall } from '../../../graph/ports/planned-call.js';
import { programEndpoints } from '../program/endpoints.js';
import { userEndpoints } from '../user/endpoints.js';
import { accountColumns } from './columns.js';
import { accountEndpoints as endpoints, accountSources } from './endpoints.js';
import { SETTING_PREFIX } from './setting.js';

/** What accounts cost. */
export const accountCosts: NounCosts = {
  list: () => [sharedCall(endpoints.list)],
  byKeys: (count) => itemOrListCalls(count, endpoints.read, endpoints.list),
  deferred: [...accountColumns.onlyIn('list'), ...accountColumns.onlyIn('item')],
  fetchDeferred: deferredCalls,
  presentColumns: (origin) => (origin === 'list' ? [...accountColumns.onlyIn('list'), 'ownerKey'] : []),
};

/** The item is read once for all that it tells: columns, the owner, and the value of a setting that has one. */
function deferredCalls(count: number, columns: readonly string[]): readonly PlannedCall[] {
  const origin = likelyOrigin(count);
  const isSelected = (some: readonly string[]): boolean => some.some((column) => columns.includes(column));
  const settings = columns.filter((column) => column.startsWith(SETTING_PREFIX)).length;
  const lacksItemColumns = origin === 'list' && isSelected(accountColumns.onlyIn('item'));
  return [
    ...(isSelected(accountSources.list.columns) ? [listColumnCall(endpoints.list, count, origin)] : []),
    ...(settings > 0 ? [callPerItem(endpoints.readSetting, count * settings)] : []),
    callPerItem(endpoints.read, {
      expected: lacksItemColumns || settings > 0 ? count : 0,
      worst: settings > 0 || isSelected(accountSources.item.columns) ? count : 0,
    }),
  ];
}

/** The list of programs, and the item of each that may be an account's. */
function cascadeCalls(programs: number): readonly PlannedCall[] {
  return [
    plannedCall(programEndpoints.list),
    plannedCall(programEndpoints.read, { expected: programs / 2, worst: programs }),
  ];
}

export const accountWriteCosts: Readonly<Record<string, WriteCost>> = {
  createAccount: () => [plannedCall(endpoints.list), plannedCall(endpoints.create)],
  updateAccount: () => [plannedCall(endpoints.update)],
  deleteAccount: ({ rows }) => [
    ...cascadeCalls(rows('program')),
    plannedCall(endpoints.delete),
    upTo(endpoints.read),
    upTo(programEndpoints.list),
  ],
  subscribeAccountToProgram: () => [
    plannedCall(programEndpoints.list),
    plannedCall(programEndpoints.read, { expected: 2, worst: 2 }),
    plannedCall(endpoints.subscribe),
  ],
  unsubscribeAccountFromProgram: () => [plannedCall(endpoints.unsubscribe)],
  clearAccountPrograms: () => [plannedCall(endpoints.clearPrograms)],
  // With "deletesPrograms" the programs of an account are not read.
  assignAccountOwner: ({ rows }) => [
    plannedCall(userEndpoints.read),
    ...cascadeCalls(rows('program')),
    plannedCall(endpoints.assignOwner),
    upTo(endpoints.read),
  ],
  releaseAccount: ({ rows }) => [
    ...cascadeCalls(rows('program')),
    plannedCall(endpoints.release),
    upTo(endpoints.read),
  ],
  setAccountSetting: () => [plannedCall(endpoints.setSetting)],
  deleteAccountSetting: () => [plannedCall(endpoints.deleteSetting)],
};
