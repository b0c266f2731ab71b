import type { FieldCosts } from '../../../graph/ports/field-costs.js';
import { deferredColumnCost, linkedItemCost, nestedListCost } from '../../../graph/cost/field-kinds.js';
import type { Noun } from '../../../graph/ports/provider.js';
import { transmissionListQuery } from '../../../graph/transmission/list-query.js';

const deferredColumnCosts = (noun: Noun, type: string, columns: readonly string[]): FieldCosts =>
  Object.fromEntries(columns.map((column) => [`${type}.${column}`, deferredColumnCost(noun, column)]));

/** What the fields cost that only ICTCore's things have. */
export const fieldCosts: FieldCosts = {
  ...deferredColumnCosts('contact', 'IctCoreContact', ['address', 'custom1', 'custom2', 'custom3', 'description']),
  'IctCoreContact.transmissions': nestedListCost('contactId', 'contact', (_args, _planning, extraFilter) =>
    transmissionListQuery(extraFilter ? { extraFilter } : {}),
  ),
  ...deferredColumnCosts('group', 'IctCoreGroup', ['contactCount', 'description']),
  ...deferredColumnCosts('gateway', 'IctCoreTrunk', [
    'gatewayFlag',
    'port',
    'username',
    'dialString',
    'prefix',
    'settings',
    'register',
    'weight',
    'active',
  ]),
  'TrunkPayload.trunk': linkedItemCost('gateway'),
};
