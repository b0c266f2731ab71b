import type { GraphQLResolveInfo } from 'graphql';

import type { Context, OpenUpstream } from '../context.js';
import { pathOf } from '../failures.js';
import { MOST_ROWS } from '../list.js';
import { removeEach, removedIds } from '../make.js';
import { mutate, mutateTogether, toUserError, type Write, type Written } from '../mutate.js';
import type { DeletePayload } from '../payload.js';
import { invalid, makerOf, supported, targetOf } from '../target.js';
import { Invalid } from '../../operations/intent.js';
import type { ContactMade, CreateContact } from './backend.js';
import type { CreateMember } from './extension.js';
import { toContactPayload, type ContactsPayload, type WrittenContact } from './payload.js';
import type { CreateContactInput, UpdateContactInput } from './write-input.js';

/** So many creations of one upstream are on their way at once, whatever its own limit. */
const AT_ONCE = 8;

/** Makes one contact. */
export async function createContact(
  input: CreateContactInput,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<WrittenContact> {
  return toContactPayload(
    await mutate(context, info, () => {
      const { member, value } = memberOf<CreateMember>(input);
      return plannedOf(member, value, ['input', member], context);
    }),
  );
}

type Planned = Write<ContactMade> & { readonly member: string; readonly value: object };

function plannedOf(member: string, value: CreateMember, at: readonly string[], context: Context): Planned {
  const choice = { title: `upstream for "${member}"`, name: value.upstream, upstreams: context.upstreams };
  const { upstream, ability } = makerOf<CreateContact | undefined>(
    ({ contact }) => contact?.writes?.create[member],
    choice,
    [...at, 'upstream'],
  );
  return {
    member,
    value,
    upstream,
    effect: 'acts',
    key: value.idempotencyKey,
    arguments: { [member]: value },
    at,
    send: (writing) => ability(value, writing),
  };
}

/** Makes several contacts: all at once where the provider takes that, else a few at a time. */
export async function createContacts(
  inputs: readonly CreateContactInput[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ContactsPayload> {
  if (inputs.length > MOST_ROWS) return { results: [], userErrors: [tooMany('inputs', inputs.length)] };
  const results: WrittenContact[] = [];
  const path = (place: number): ReadonlyArray<string | number> => [...pathOf(info), 'results', place];
  const groups = new Map<string, Array<{ readonly place: number; readonly planned: Planned }>>();
  inputs.forEach((input, place) => {
    try {
      const { member, value } = memberOf<CreateMember>(input);
      const planned = plannedOf(member, value, ['inputs', String(place), member], context);
      const name = `${planned.upstream.name} ${member}`;
      groups.set(name, [...(groups.get(name) ?? []), { place, planned }]);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const userErrors = error.mistakes.map((mistake) => toUserError(mistake, []));
      results[place] = toContactPayload({ result: null, upstream: null, userErrors });
    }
  });
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const [{ planned: first } = { planned: undefined }] = group;
      const together = first && first.upstream.backends.contact?.writes?.createTogether?.[first.member];
      const size = together ? group.length : 1;
      const parts = group.flatMap((_, index) => (index % size === 0 ? [group.slice(index, index + size)] : []));
      const next = parts.values();
      const work = async (): Promise<void> => {
        for (const part of next) {
          const writes = part.map(({ place, planned }) => ({ ...planned, path: path(place) }));
          const written = await mutateTogether(context, info, writes, async (places, writing) => {
            const chosen = places.flatMap((place) => writes[place] ?? []);
            if (together)
              return together(
                chosen.map(({ value }) => value),
                writing,
              );
            return Promise.all(chosen.map(({ send }) => send(writing)));
          });
          part.forEach(({ place }, index) => {
            const own = written[index];
            if (own) results[place] = toContactPayload(own);
          });
        }
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, parts.length) }, work));
    }),
  );
  return { results, userErrors: [] };
}

/** Changes one contact with the member that fits it. */
export async function updateContact(
  id: string,
  input: UpdateContactInput,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<WrittenContact> {
  return toContactPayload(
    await mutate(context, info, () => {
      const { member, value } = memberOf<Pick<CreateMember, 'idempotencyKey'>>(input);
      const { upstream, key } = targetOf('contact', id, ['id'], context);
      const members = upstream.backends.contact?.writes?.update;
      const update = supported(members, upstream, 'change contacts', ['id'])[member];
      if (!update) {
        const fitting = Object.keys(members ?? {}).join('" or "');
        throw invalid(`"${member}" does not fit: this contact is of "${upstream.name}", which takes "${fitting}".`, [
          'input',
          member,
        ]);
      }
      return {
        upstream,
        effect: 'replaces',
        key: value.idempotencyKey,
        arguments: { id, [member]: value },
        target: id,
        at: ['input', member],
        send: (writing) => update(key, value, writing),
      };
    }),
  );
}

/** Deletes contacts of any upstreams: one operation for each upstream, under the same key. */
export async function deleteContacts(
  ids: readonly string[],
  idempotencyKey: string | null,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<DeletePayload> {
  if (ids.length > MOST_ROWS) return { deletedIds: [], userErrors: [tooMany('ids', ids.length)] };
  const deletedIds: string[] = [];
  const userErrors: Array<Written<never>['userErrors'][number]> = [];
  const parts = new Map<OpenUpstream, Map<string, string>>();
  // All are read before any is deleted: a malformed id changes nothing.
  const mistakes: Invalid[] = [];
  ids.forEach((id, place) => {
    try {
      const { upstream, key } = targetOf('contact', id, ['ids', String(place)], context);
      parts.set(upstream, (parts.get(upstream) ?? new Map<string, string>()).set(key, String(place)));
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      mistakes.push(error);
    }
  });
  userErrors.push(...mistakes.flatMap((error) => error.mistakes.map((mistake) => toUserError(mistake, []))));
  if (userErrors.some(({ code }) => code === 'BAD_USER_INPUT')) return { deletedIds, userErrors };
  await Promise.all(
    [...parts].map(async ([upstream, places]) => {
      const keys = [...places.keys()];
      const fieldOf = (key: string): readonly string[] => ['ids', places.get(key) ?? '0'];
      const written = await mutate(context, info, () => {
        const write = supported(upstream.backends.contact?.writes?.remove, upstream, 'delete a contact', ['ids']);
        return {
          upstream,
          effect: 'replaces',
          key: idempotencyKey,
          arguments: { keys: [...keys].sort() },
          send: (writing) => removeEach('contact', keys, (key) => write(key, writing), writing, fieldOf),
        };
      });
      deletedIds.push(...removedIds('contact', written));
      userErrors.push(...written.userErrors);
    }),
  );
  return { deletedIds, userErrors };
}

/** The one member of a oneOf input; GraphQL has made sure that there is exactly one. */
function memberOf<Member>(input: object): { readonly member: string; readonly value: Member & object } {
  const [found] = Object.entries(input).filter(([, value]) => typeof value === 'object' && value !== null);
  if (!found) throw invalid('Give exactly one member.', ['input']);
  const [member, value] = found;
  return { member, value: value as Member & object };
}

function tooMany(field: string, count: number): Written<never>['userErrors'][number] {
  const message = `"${field}" takes at most ${MOST_ROWS} at once, not ${count}; nothing was done.`;
  return { code: 'BAD_USER_INPUT', message, field: [field] };
}
