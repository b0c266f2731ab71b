import { decodeId, readId, type Reference } from '../id.js';
import { MOST_ROWS } from '../list.js';
import { isNoun, type Noun } from '../provider.js';
import type { FieldCost, Planning, Rows } from './ask.js';
import { ONCE } from './call.js';
import { byKeys } from './kinds.js';
import { PERSON, personsOf } from './people.js';

/** Groups of the contacts of a page, asked for all of them at once. */
export const groupsOfContacts: FieldCost = {
  plan: ({ rows, ask, sizes }) =>
    rows.flatMap(({ upstream, count, batches, came }): Rows[] => {
      const { groupsOf, told } = upstream.costs.nouns.contact ?? {};
      if (!upstream.backends.contact?.groupsOf) return [];
      const expected = told?.(came).includes('groups') ? 0 : count.expected;
      if (groupsOf) ask(upstream, { calls: groupsOf, count: { ...count, expected }, batches, each: batches.worst > 1 });
      const groups = sizes.rows(upstream.name, 'group');
      // What is asked of a group is asked once, however many of the contacts are in it.
      const inAll = {
        expected: Math.min(count.expected, groups.expected),
        worst: Math.min(count.worst, batches.worst) * groups.worst,
      };
      return [{ upstream, noun: 'group', count: inAll, batches, came: 'list' }];
    }),
};

/** Things that ids name, at their upstreams; of a noun, or of any. */
export function named(argument: string, only?: Noun): FieldCost {
  return {
    plan: (planning) => {
      const { args, upstreams } = planning;
      if (args.isUnknown(argument)) return anything(argument, only, planning);
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
      const holders: Rows[] = [];
      const rows = [...byPlace.values()].flatMap((references): Rows[] => {
        const [{ upstream: name, noun }] = references as [Reference];
        const upstream = upstreams.find((each) => each.name === name);
        if (!upstream || (only && noun !== only)) return [];
        const count = { expected: references.length, worst: references.length };
        const row: Rows = { upstream, count, batches: ONCE, came: 'key' };
        // A person's id is that of one of its contacts.
        if (noun === PERSON && upstream.backends.contact) holders.push(byKeys('contact', row, planning));
        return isNoun(noun) ? [byKeys(noun, row, planning)] : [];
      });
      return [...rows, ...personsOf(holders, planning)];
    },
  };
}

/** So many things are expected of a list of ids that is given later. */
const USUAL_IDS = 50;

/** An id that is not known yet may be of any upstream, and where the field does not say, of any noun: a person, too. */
function anything(argument: string, only: Noun | undefined, planning: Planning): readonly Rows[] {
  const noun = only ?? 'contact';
  const [usual, most] = argument === 'ids' ? [USUAL_IDS, MOST_ROWS] : [1, 1];
  const able = planning.upstreams.filter(({ backends }) => backends[noun]);
  const count = { expected: usual / Math.max(1, able.length), worst: most };
  const rows = able.map((upstream) => byKeys(noun, { upstream, count, batches: ONCE, came: 'key' }, planning));
  if (only) return rows;
  // One id is of one upstream.
  personsOf(rows.slice(0, most), planning);
  return able.map((upstream): Rows => ({ upstream, count, batches: ONCE, came: 'key' }));
}
