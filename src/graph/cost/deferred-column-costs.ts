import type { GraphQLSchema } from 'graphql';

import type { FieldCost, FieldCosts } from '../ports/field-costs.js';
import { typesOfNoun } from '../request/resolve-columns.js';
import { deferredColumnCost } from './field-kinds.js';
import { nouns } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** The cost of every field that reads a column which rows of some upstream may lack, by coordinate. */
export function deferredColumnCosts(schema: GraphQLSchema, upstreams: readonly OpenUpstream[]): FieldCosts {
  const costs: Record<string, FieldCost> = {};
  for (const noun of nouns) {
    const columns = new Set(upstreams.flatMap(({ costs: { nouns: own } }) => own[noun]?.deferred ?? []));
    for (const type of columns.size > 0 ? typesOfNoun(schema, noun) : []) {
      for (const column of columns) {
        if (column in type.getFields()) costs[`${type.name}.${column}`] = deferredColumnCost(noun, column);
      }
    }
  }
  return costs;
}
