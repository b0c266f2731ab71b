import { decodeId, readId, type Reference } from '../values/id.js';
import type { FieldCost, FieldPlanning, PlannedRows } from '../ports/field-costs.js';
import { ONE } from '../ports/planned-call.js';
import { itemsByKeys } from './field-kinds.js';
import { isNoun, type Noun } from '../ports/backends.js';
import { MAX_PAGE_ROWS } from '../lists/page-size.js';

/** Items that no backend has: each is known by the id of an item of another noun. */
export interface DerivedItems {
  /** What their ids say that they are. */
  readonly noun: string;
  /** The noun of the items whose keys they are known by. */
  readonly heldBy: Noun;
  readonly plan: (holders: readonly PlannedRows[], planning: FieldPlanning) => readonly PlannedRows[];
}

/** What ids may name: items of one noun, or of any, derived ones included. */
export type NamedKinds = { readonly noun: Noun } | { readonly derived: DerivedItems };

/** Items that ids name, at their upstreams. */
export function itemsByIds(argument: string, kinds: NamedKinds): FieldCost {
  const [only, derived] = 'noun' in kinds ? [kinds.noun, undefined] : [undefined, kinds.derived];
  return {
    plan: (planning) => {
      const { args, upstreams } = planning;
      if (args.isUnknown(argument)) return itemsByUnknownIds(argument, kinds, planning);
      const value = args.get(argument);
      const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string');
      const byPlace = new Map<string, Reference[]>();
      for (const id of new Set(ids)) {
        // In a list it is told at its place, and the others are read.
        const reference = Array.isArray(value) ? readId(id) : decodeId(id);
        if (!reference) continue;
        const place = `${reference.upstream} ${reference.noun}`;
        byPlace.set(place, [...(byPlace.get(place) ?? []), reference]);
      }
      const holders: PlannedRows[] = [];
      const rows = [...byPlace.values()].flatMap((references): PlannedRows[] => {
        const [{ upstream: name, noun }] = references as [Reference];
        const upstream = upstreams.find((each) => each.name === name);
        if (!upstream || (only && noun !== only)) return [];
        const count = { expected: references.length, worst: references.length };
        const row: PlannedRows = { upstream, count, batches: ONE, loadedBy: 'key' };
        if (noun === derived?.noun && upstream.backends[derived.heldBy]) {
          holders.push(itemsByKeys(derived.heldBy, row, planning));
        }
        return isNoun(noun) ? [itemsByKeys(noun, row, planning)] : [];
      });
      return [...rows, ...(derived?.plan(holders, planning) ?? [])];
    },
  };
}

/** So many things are expected of a list of ids that is given later. */
const EXPECTED_IDS = 50;

/** An id that is not known yet may be of any upstream, and where the field does not say, of any noun or of a derived item. */
function itemsByUnknownIds(argument: string, kinds: NamedKinds, planning: FieldPlanning): readonly PlannedRows[] {
  const noun = 'noun' in kinds ? kinds.noun : kinds.derived.heldBy;
  const [usual, worst] = argument === 'ids' ? [EXPECTED_IDS, MAX_PAGE_ROWS] : [1, 1];
  const able = planning.upstreams.filter(({ backends }) => backends[noun]);
  const count = { expected: usual / Math.max(1, able.length), worst };
  const rows = able.map((upstream) => itemsByKeys(noun, { upstream, count, batches: ONE, loadedBy: 'key' }, planning));
  if ('noun' in kinds) return rows;
  // One id is of one upstream.
  kinds.derived.plan(rows.slice(0, worst), planning);
  return able.map((upstream): PlannedRows => ({ upstream, count, batches: ONE, loadedBy: 'key' }));
}
