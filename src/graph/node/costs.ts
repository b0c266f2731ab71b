import { itemsByIds } from '../cost/named-items.js';
import { PERSON_NOUN, planPersons } from '../person/costs.js';
import type { FieldCosts } from '../ports/field-costs.js';

const PERSONS = { noun: PERSON_NOUN, heldBy: 'contact', plan: planPersons } as const;

/** What items of any kind cost, by their ids. */
export const nodeFieldCosts: FieldCosts = {
  'Query.node': itemsByIds('id', { derived: PERSONS }),
  'Query.nodes': itemsByIds('ids', { derived: PERSONS }),
};
