import type { FieldCosts } from '../../../graph/ports/field-costs.js';
import { linkedItemCost, nestedListCost } from '../../../graph/cost/field-kinds.js';
import { transmissionListQuery } from '../../../graph/transmission/list-query.js';

/** What the fields cost that only ICTCore's things have. */
export const fieldCosts: FieldCosts = {
  'IctCoreContact.transmissions': nestedListCost('contactId', 'contact', (_args, _planning, extraFilter) =>
    transmissionListQuery(extraFilter ? { extraFilter } : {}),
  ),
  'TrunkPayload.trunk': linkedItemCost('gateway'),
};
