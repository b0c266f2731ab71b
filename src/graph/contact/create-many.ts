import type { GraphQLResolveInfo } from 'graphql';

import { mapConcurrent } from '../../transport/map-concurrent.js';
import type { Context } from '../request/context.js';
import { pathOf } from '../request/failures.js';
import { MAX_PAGE_ROWS } from '../lists/page-size.js';
import { performWritesTogether, catchUserErrors } from '../mutations/perform-write.js';
import { toContactPayload, type ContactsPayload, type ContactMutationResult } from './payload.js';
import { onlyMemberOf, planContactWrite, tooManyError, type PlannedContactWrite } from './writes.js';
import type { CreateContactInput } from './inputs.js';

/** At most 8 requests that make contacts of one kind run at once at one upstream, whatever its own limit. */
const PARALLEL_REQUESTS = 8;

/** An input that is fit to be sent, and its place among the inputs. */
interface IndexedWrite {
  readonly index: number;
  readonly write: PlannedContactWrite;
}

/** Makes several contacts, each with its own outcome: all at once where the provider takes that, else a few at a time. */
export async function createContacts(
  inputs: readonly CreateContactInput[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ContactsPayload> {
  if (inputs.length > MAX_PAGE_ROWS) return { results: [], userErrors: [tooManyError('inputs', inputs.length)] };
  const results: ContactMutationResult[] = [];
  const placed: IndexedWrite[] = [];
  for (const [index, input] of inputs.entries()) {
    const write = await catchUserErrors(() => {
      const { member, value } = onlyMemberOf(input);
      return planContactWrite(member, value, ['inputs', String(index), member], context);
    });
    if ('userErrors' in write) results[index] = toContactPayload({ result: null, upstream: null, ...write });
    else placed.push({ index, write });
  }
  const sendPart = async (part: readonly IndexedWrite[]): Promise<void> => {
    const written = await createBatch(part, context, info);
    for (const [index, { index: place }] of part.entries()) {
      const result = written[index];
      if (result) results[place] = result;
    }
  };
  const groups = [...groupByUpstream(placed).values()];
  await Promise.all(groups.map((group) => mapConcurrent(batchesOf(group), PARALLEL_REQUESTS, sendPart)));
  return { results, userErrors: [] };
}

/** By upstream and kind, in the order of the inputs. */
function groupByUpstream(placed: readonly IndexedWrite[]): ReadonlyMap<string, readonly IndexedWrite[]> {
  const groups = new Map<string, IndexedWrite[]>();
  for (const each of placed) {
    const name = `${each.write.upstream.name} ${each.write.member}`;
    const group = groups.get(name);
    if (group) group.push(each);
    else groups.set(name, [each]);
  }
  return groups;
}

/** What goes out in one request: all of a group, or each by itself. */
function batchesOf(group: readonly IndexedWrite[]): ReadonlyArray<readonly IndexedWrite[]> {
  const [first] = group;
  return first && createManyOf(first) ? [group] : group.map((each) => [each]);
}

function createManyOf({ write: { upstream, member } }: IndexedWrite) {
  return upstream.backends.contact?.writes?.createMany?.[member];
}

async function createBatch(
  part: readonly IndexedWrite[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly ContactMutationResult[]> {
  const path = pathOf(info);
  const writes = part.map(({ index, write }) => ({ ...write, path: [...path, 'results', index] }));
  const written = await performWritesTogether(context, info, writes, async (places, writeAttempt) => {
    const selected = places.flatMap((place) => part[place] ?? []);
    const [first] = selected;
    const together = first && createManyOf(first);
    if (!together) return Promise.all(selected.map(({ write }) => write.send(writeAttempt)));
    const inputs = selected.map(({ write }) => write.value);
    return together(inputs, writeAttempt);
  });
  return written.map(toContactPayload);
}
