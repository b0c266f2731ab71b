import type { GroupBackend, GroupWrites } from '../../graph/group/backend.js';
import type { CreateGroupInput, UpdateGroupInput } from '../../graph/group/write-input.js';
import { changed } from '../../graph/look.js';
import { complain } from '../../graph/target.js';
import type { Made, RemovedBeside } from '../../graph/writes.js';
import type { Looking, Sent, Verdict, Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { changeOf, expectedOf, newOf } from './body.js';
import { creation, deletion, existing, send, update } from './changes.js';
import { endpoints } from './endpoints.js';
import { madeTrail } from './made.js';
import { mistakesOf, textOf } from './rules.js';
import { isNo, sure, unsure } from './sure.js';
import type { Way } from './way.js';

const COLUMNS = { name: 'name', description: 'description' };
const RULES = {
  name: textOf({ most: 128, required: true }),
  description: textOf({ most: 255, lines: true }),
};

const groups = {
  create: creation('/groups', 'group_id'),
  update: update('/groups'),
  remove: deletion('/groups'),
  removeContact: deletion('/contacts'),
};

/** So many contacts of a group are deleted at once. */
const LANES = 8;

/** How groups of an installation are written. */
export function groupWrites(way: Way, { byKeys }: Pick<GroupBackend, 'byKeys'>): GroupWrites {
  const upstream = way.upstream.name;

  async function create(input: CreateGroupInput, writing: Writing): Promise<Sent<Made>> {
    complain(mistakesOf(input, RULES));
    // Only the name is in lists.
    writing.remember(madeTrail('group', { name: writing.digest(input.name) }));
    return { result: { key: await way.call(groups.create, newOf(input, COLUMNS), writing) } };
  }

  async function change(asked: string, input: UpdateGroupInput, writing: Writing): Promise<Sent<Made>> {
    const key = existing(asked, 'group', upstream);
    complain(mistakesOf(input, RULES));
    const body = changeOf(input, COLUMNS);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = expectedOf(input, Object.keys(COLUMNS), COLUMNS, writing.digest);
    if (expected) writing.remember(changed('group', key, expected));
    await send(way, groups.update, { key, body }, writing);
    return { result: { key } };
  }

  async function remove(asked: string, deleteContacts: boolean, writing: Writing): Promise<readonly RemovedBeside[]> {
    const key = existing(asked, 'group', upstream);
    // The contacts first: a group that is gone does not tell them any more.
    const deleted = deleteContacts ? await removeContacts(way, key, writing) : [];
    const isGone = async (): Promise<boolean> => !(await byKeys([key], { ...writing, fresh: true })).has(key);
    try {
      await sure(() => send(way, groups.remove, key, writing), isGone);
    } catch (error) {
      const count = deleted.length;
      throw partly(error, `${count} contacts of the group were deleted, but not the group`, count);
    }
    return deleted.map((contact) => ({ noun: 'contact', key: contact }));
  }

  return { create, update: change, remove };
}

/** Deletes a group's contacts and tells which; one that fails ends the rest and says how far it came. */
async function removeContacts(way: Way, group: string, writing: Writing): Promise<readonly string[]> {
  const members = await way.call(endpoints.listGroupContacts, { group }, { ...writing, fresh: true });
  const keys = keysOf(members);
  if (keys.length > 0) writing.remember({ look: 'emptied', key: group, members: writing.digest(keys) });
  const failures: unknown[] = [];
  const deleted: string[] = [];
  const waiting = keys.values();
  const lane = async (): Promise<void> => {
    for (const key of waiting) {
      if (failures.length > 0) return;
      try {
        await send(way, groups.removeContact, key, writing);
        deleted.push(key);
      } catch (error) {
        // Somebody else was quicker.
        if (!isNo(error, ['not-found'])) failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, keys.length) }, lane));
  if (failures.length === 0) return deleted;
  const worst = failures.find((error) => !isNo(error)) ?? failures[0];
  throw partly(
    worst,
    `${deleted.length} of ${keys.length} contacts of the group were deleted, and the group was not`,
    deleted.length,
  );
}

/** Looks whether a group is gone with its contacts; with some of them gone nobody may call it not done. */
export function seekEmptied(way: Way) {
  return async ({ key: group, members }: Trail, looking: Looking): Promise<Verdict> => {
    if (typeof group !== 'string') return { is: 'unknown' };
    const left = await unlessMissing(way.call(endpoints.listGroupContacts, { group }, { ...looking, fresh: true }));
    if (!left) return { is: 'done', result: { keys: [group] } };
    return looking.digest(keysOf(left)) === members ? { is: 'notDone' } : { is: 'unknown' };
  };
}

/** Each once, as a contact may be listed several times, in an order that tells nothing. */
function keysOf(members: ReadonlyArray<{ readonly contact_id: string }>): string[] {
  return [...new Set(members.map(({ contact_id: contact }) => contact))].sort();
}

/** A failure behind which some is done already: nobody may take it for one that did nothing. */
function partly(error: unknown, done: string, count: number): unknown {
  if (count === 0 || !(error instanceof ProviderFailure)) return error;
  const message = `${done}: ${error.message}`;
  if (!isNo(error)) return unsure(error, message);
  return new ProviderFailure(error.upstream, 'rejected', message, { status: error.status, sent: 'yes' });
}
