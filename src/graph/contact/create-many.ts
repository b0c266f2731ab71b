import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../context.js';
import { pathOf } from '../failures.js';
import { MOST_ROWS } from '../list.js';
import { mutateTogether, userErrorsOr } from '../mutate.js';
import { toContactPayload, type ContactsPayload, type WrittenContact } from './payload.js';
import { memberOf, plannedOf, tooMany, type Planned } from './write.js';
import type { CreateContactInput } from './write-input.js';

/** So many requests that make contacts are on their way to one upstream at once, whatever its own limit. */
const AT_ONCE = 8;

/** An input that is fit to be sent, and its place among the inputs. */
interface Placed {
  readonly place: number;
  readonly planned: Planned;
}

/** Makes several contacts, each with its own outcome: all at once where the provider takes that, else a few at a time. */
export async function createContacts(
  inputs: readonly CreateContactInput[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ContactsPayload> {
  if (inputs.length > MOST_ROWS) return { results: [], userErrors: [tooMany('inputs', inputs.length)] };
  const results: WrittenContact[] = [];
  const placed: Placed[] = [];
  for (const [place, input] of inputs.entries()) {
    const planned = await userErrorsOr(() => {
      const { member, value } = memberOf(input);
      return plannedOf(member, value, ['inputs', String(place), member], context);
    });
    if ('userErrors' in planned) results[place] = toContactPayload({ result: null, upstream: null, ...planned });
    else placed.push({ place, planned });
  }
  const queues = [...groupsOf(placed).values()].map((group) => partsOf(group).values());
  const work = async (queue: Iterator<readonly Placed[]> & Iterable<readonly Placed[]>): Promise<void> => {
    for (const part of queue) {
      const written = await createPart(part, context, info);
      for (const [index, { place }] of part.entries()) {
        const own = written[index];
        if (own) results[place] = own;
      }
    }
  };
  await Promise.all(queues.flatMap((queue) => Array.from({ length: AT_ONCE }, () => work(queue))));
  return { results, userErrors: [] };
}

/** By upstream and kind, in the order of the inputs. */
function groupsOf(placed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) {
    const name = `${each.planned.upstream.name} ${each.planned.member}`;
    const group = groups.get(name);
    if (group) group.push(each);
    else groups.set(name, [each]);
  }
  return groups;
}

/** What goes out in one request: all of a group, or each by itself. */
function partsOf(group: readonly Placed[]): ReadonlyArray<readonly Placed[]> {
  const [first] = group;
  return first && togetherOf(first) ? [group] : group.map((each) => [each]);
}

function togetherOf({ planned: { upstream, member } }: Placed) {
  return upstream.backends.contact?.writes?.createTogether?.[member];
}

async function createPart(
  part: readonly Placed[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly WrittenContact[]> {
  const path = pathOf(info);
  const writes = part.map(({ place, planned }) => ({ ...planned, path: [...path, 'results', place] }));
  const written = await mutateTogether(context, info, writes, async (places, writing) => {
    const chosen = places.flatMap((place) => part[place] ?? []);
    const [first] = chosen;
    const together = first && togetherOf(first);
    if (!together) return Promise.all(chosen.map(({ planned }) => planned.send(writing)));
    const inputs = chosen.map(({ planned }) => planned.value);
    return together(inputs, writing);
  });
  return written.map(toContactPayload);
}
