import type { ContactMade } from '../../graph/contact/backend.js';
import { codeOf } from '../../graph/errors.js';
import { complain, neighbourOf, notThere } from '../../graph/target.js';
import { Invalid, type Sent, type Writing } from '../../operations/intent.js';
import { toMistake } from '../../operations/judge.js';
import type { Mistake } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { isKey, readEach } from './key.js';
import { isGroup, link } from './membership-write.js';
import { isNo } from './sure.js';
import type { Way } from './way.js';

/** So many links of a new contact are made at once. */
const LANES = 8;
/** Groups that one input may name. */
export const MOST_GROUPS = 100;

/** Groups that a new contact is to be in. */
export interface ChosenGroups {
  /** Each once, in the order of the ids; the place is that of its id. */
  readonly keys: ReadonlyMap<string, number>;
  readonly mistakes: readonly Mistake[];
  /** Invalid, where one is not there: a link to it would be made and never seen again. */
  readonly find: (way: Way, writing: Writing) => Promise<void>;
}

export function chosenGroups(ids: readonly string[], upstream: string): ChosenGroups {
  const keys = new Map<string, number>();
  const mistakes: Mistake[] = [];
  if (ids.length > MOST_GROUPS) {
    const message = `"groupIds" takes at most ${MOST_GROUPS} groups, not ${ids.length}.`;
    return { keys, mistakes: [{ code: 'BAD_USER_INPUT', message, field: ['groupIds'] }], find: async () => undefined };
  }
  ids.forEach((id, place) => {
    const field = fieldOf(place);
    try {
      const key = neighbourOf('group', id, upstream, field);
      if (!isKey(key)) throw notThere('group', field);
      if (!keys.has(key)) keys.set(key, place);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      mistakes.push(...error.mistakes);
    }
  });
  const find = async (way: Way, writing: Writing): Promise<void> => {
    const read = async (key: string, asking: Asking) => ((await isGroup(way, key, asking)) ? true : undefined);
    const found = await readEach([...keys.keys()], read, { ...writing, fresh: true });
    const lacking = [...keys].filter(([key]) => !found.has(key));
    complain(lacking.flatMap(([, place]) => notThere('group', fieldOf(place)).mistakes));
  };
  return { keys, mistakes, find };
}

function fieldOf(place: number): readonly string[] {
  return ['groupIds', String(place)];
}

/** Puts a new contact into its groups: the contact stays, whatever becomes of that. */
export async function joinGroups(
  way: Way,
  key: string,
  groups: ReadonlyMap<string, number>,
  writing: Writing,
): Promise<Pick<Sent<ContactMade>, 'mistakes' | 'lost'>> {
  const mistakes: Mistake[] = [];
  const lost: ProviderFailure[] = [];
  const waiting = groups.entries();
  const lane = async (): Promise<void> => {
    for (const [other, place] of waiting) {
      try {
        await link(way, { key, other }, writing);
      } catch (error) {
        if (!(error instanceof ProviderFailure)) throw error;
        const field = fieldOf(place);
        if (isNo(error, ['rejected', 'not-found'])) mistakes.push(toMistake(error, field));
        else if (error.sent === 'no' || isNo(error, ['auth', 'rate-limited'])) {
          mistakes.push({ code: codeOf(error), message: error.message, field });
        } else lost.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, groups.size) }, lane));
  return { mistakes, lost };
}
