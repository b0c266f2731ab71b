import type { Channel } from '../../../graph/contact/types.js';
import type { PushdownOffer, Pushdown } from '../../../query/plan.js';
import type { ComparisonTrialOptions } from '../../../graph/ports/comparison-trial.js';
import { paramOf, type QueryParams } from '../../../query/query-params.js';
import { isKey, toWireId } from '../key.js';
import { offerEmailSearch, emailOffers, offerNameSearch, nameOffers, withoutEnds } from '../search.js';
import type { WireContactQuery } from './endpoints.js';
import type { SerwerSmsContact } from './types.js';

/**
 * What contacts/index does by itself. The document says neither how it sorts nor in which order rows come without
 * sorting, so neither order nor window is pushed down.
 */
export const contactPushdown: Pushdown = {
  offers: {
    ...emailOffers,
    ...nameOffers,
    groupId: (key: string): PushdownOffer => ({ precision: 'exact', params: { group_id: key } }),
    ungrouped: (): PushdownOffer => ({ precision: 'exact', params: { group_id: 'none' } }),
  },
  constants: {
    channel: (channel: Channel) => (channel === 'EMAIL' ? undefined : channel === 'SMS'),
    groupId: (key: string) => (isKey(key) ? undefined : false),
  },
  window: false,
  // Without the groups: rows of lists have them, but contacts that are read by id do not.
  columns: ['id', 'name', 'email', 'phone', 'channel'],
};

/** The texts of a row that `search` compares, without their ends: a trial shows whether it finds parts of words. */
export const comparedTexts: ComparisonTrialOptions<SerwerSmsContact>['comparisons'] = {
  email: { texts: ({ email }) => [withoutEnds(email)], offer: offerEmailSearch },
  name: { texts: ({ firstName, lastName }) => [withoutEnds(firstName), withoutEnds(lastName)], offer: offerNameSearch },
};

export function toContactQuery(params: QueryParams): WireContactQuery {
  const group = paramOf(params, 'group_id');
  return {
    search: paramOf(params, 'search'),
    group_id: group === undefined || group === 'none' ? group : toWireId(group),
  };
}
