import { found } from './action.js';
import { isGiven, toId, parseList, type Params } from './params.js';
import type { State } from './state.js';

/** The groups that `group_id` names, each once; undefined where it is not given, empty for `"none"` and `[]`. */
export function toMembership(state: State, params: Params): readonly number[] | undefined {
  if (!isGiven(params, 'group_id')) return undefined;
  if (params['group_id'] === 'none') return [];
  return [...new Set(parseList(params['group_id']).map((value) => found(state.groups, toId(value)).id))];
}

/** Whether a row belongs in a list with this `group_id`; without one (null and `''` included) every row does. */
export function toMemberTest(params: Params): (row: { readonly group_id: number | null }) => boolean {
  if (!isGiven(params, 'group_id')) return () => true;
  const wanted = params['group_id'] === 'none' ? null : toId(params['group_id']);
  return ({ group_id }) => group_id === wanted;
}
