import { decodeId, readId, type Reference } from '../values/id.js';
import type { FieldCost, FieldPlanning, PlannedRows } from '../ports/field-costs.js';
import { ONE } from '../ports/planned-call.js';
import { itemsByKeys } from './field-kinds.js';
import { PERSON_NOUN, planPersons } from '../person/costs.js';
import { isNoun, type Noun } from '../ports/backends.js';
import { MAX_PAGE_ROWS } from '../lists/page-size.js';

/** Groups of the contacts of a page, asked for all of them at once. */
export const contactGroupsCost: FieldCost = {
  plan: ({ rows, addCalls, sizes }) =>
    rows.flatMap(({ upstream, count, batches, loadedBy }): PlannedRows[] => {
      const { groupsOf, presentColumns } = upstream.costs.nouns.contact ?? {};
      if (!upstream.backends.contact?.groupsOf) return [];
      const expected = presentColumns?.(loadedBy).includes('groups') ? 0 : count.expected;
      if (groupsOf)
        addCalls(upstream, { calls: groupsOf, count: { ...count, expected }, batches, perRow: batches.worst > 1 });
      const groups = sizes.rows(upstream.name, 'group');
      // What is asked of a group is asked once, however many of the contacts are in it.
      const inAll = {
        expected: Math.min(count.expected, groups.expected),
        worst: Math.min(count.worst, batches.worst) * groups.worst,
      };
      return [{ upstream, noun: 'group', count: inAll, batches, loadedBy: 'list' }];
    }),
};

/** Things that ids name, at their upstreams; of a noun, or of any. */
export function itemsByIds(argument: string, only?: Noun): FieldCost {
  return {
    plan: (planning) => {
      const { args, upstreams } = planning;
      if (args.isUnknown(argument)) return itemsByUnknownIds(argument, only, planning);
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
        // A person's id is that of one of its contacts.
        if (noun === PERSON_NOUN && upstream.backends.contact) holders.push(itemsByKeys('contact', row, planning));
        return isNoun(noun) ? [itemsByKeys(noun, row, planning)] : [];
      });
      return [...rows, ...planPersons(holders, planning)];
    },
  };
}

/** So many things are expected of a list of ids that is given later. */
const EXPECTED_IDS = 50;

/** An id that is not known yet may be of any upstream, and where the field does not say, of any noun: a person, too. */
function itemsByUnknownIds(argument: string, only: Noun | undefined, planning: FieldPlanning): readonly PlannedRows[] {
  const noun = only ?? 'contact';
  const [usual, worst] = argument === 'ids' ? [EXPECTED_IDS, MAX_PAGE_ROWS] : [1, 1];
  const able = planning.upstreams.filter(({ backends }) => backends[noun]);
  const count = { expected: usual / Math.max(1, able.length), worst };
  const rows = able.map((upstream) => itemsByKeys(noun, { upstream, count, batches: ONE, loadedBy: 'key' }, planning));
  if (only) return rows;
  // One id is of one upstream.
  planPersons(rows.slice(0, worst), planning);
  return able.map((upstream): PlannedRows => ({ upstream, count, batches: ONE, loadedBy: 'key' }));
}
