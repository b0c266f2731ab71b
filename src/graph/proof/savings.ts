import type { Condition } from '../../query/filter.js';
import type { Params } from '../../query/plan.js';
import { rangeOf, type Range } from '../cost/call.js';
import type { Costs } from '../cost/costs.js';
import type { Sizes } from '../cost/sizes.js';
import type { ListedNoun } from '../list.js';

/** Whether reading what these parameters find takes fewer requests than the whole list, as far as its length is known. */
export type Saves = (noun: ListedNoun, part: Condition, params: Params) => boolean;

export function createSaves(name: string, { nouns }: Costs, sizes: Sizes): Saves {
  const requests = (noun: ListedNoun, params: Params, rows: number, mode: keyof Range): number => {
    const known = { rows: (of: keyof typeof nouns) => sizes.rows(name, of)[mode] };
    const calls = nouns[noun]?.list?.({ params, limit: undefined, rows }, known) ?? [];
    return calls.reduce((sum, { times }) => sum + rangeOf(times)[mode], 0);
  };
  return (noun, part, params) => {
    const whole = sizes.rows(name, noun);
    const { expected } = sizes.matching(name, noun, part);
    return (['expected', 'worst'] as const).some(
      (mode) => requests(noun, params, expected, mode) < requests(noun, {}, whole[mode], mode),
    );
  };
}
