import type { Params } from './params.js';
import { Refusal } from './refusal.js';
import type { State } from './state.js';

/** What an action works on. */
export interface Job {
  readonly state: State;
  readonly params: Params;
  readonly did: (effect: string) => void;
}

/** Answers the body of a 200, or throws a `Refusal` before it has changed anything. */
export type Action = (job: Job) => unknown;

export function found<Row>(rows: ReadonlyMap<number, Row>, id: number): Row {
  const row = rows.get(id);
  if (!row) throw new Refusal(1004);
  return row;
}
