import type { Condition } from '../../query/filter.js';
import type { QueryParams } from '../../query/query-params.js';
import { rangeOf, type CountRange } from '../ports/planned-call.js';
import type { ProviderCosts } from '../ports/costs.js';
import type { ListedNoun } from '../ports/backends.js';
import type { ListSizes } from '../ports/list-sizes.js';

/** Whether reading what these parameters find takes fewer requests than the whole list, as far as its length is known. */
export type SavesRequests = (noun: ListedNoun, part: Condition, params: QueryParams) => boolean;

export function createSavesRequests(name: string, { nouns }: ProviderCosts, sizes: ListSizes): SavesRequests {
  const requests = (noun: ListedNoun, params: QueryParams, rows: number, mode: keyof CountRange): number => {
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
