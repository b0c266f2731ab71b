import type { ProgramType } from '../../../graph/program/types.js';
import type { Pushdown, PushdownOffer } from '../../../query/plan.js';
import { containsPushdown } from '../shared/reads/text-pushdown.js';
import { programKindOfType } from './kinds.js';

/** What GET /programs evaluates. */
export const programPushdown: Pushdown = {
  offers: {
    ...containsPushdown('name'),
    // `LIKE '%…%'`: the word of an unknown type may contain this one.
    type: (type: ProgramType): PushdownOffer | undefined => {
      const kind = programKindOfType(type);
      return kind && { precision: 'superset', params: { type: kind.word } };
    },
  },
  window: false,
  columns: ['id', 'name', 'type'],
};
