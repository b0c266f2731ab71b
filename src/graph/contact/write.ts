import type { GraphQLResolveInfo } from 'graphql';

import type { Context, OpenUpstream } from '../context.js';
import { MOST_ROWS } from '../list.js';
import { removeEach, removedIds } from '../make.js';
import { mutate, toUserError, type Write, type Written } from '../mutate.js';
import type { DeletePayload } from '../payload.js';
import { invalid, makerOf, supported, targetOf } from '../target.js';
import { Invalid } from '../../operations/intent.js';
import type { ContactMade, CreateContact } from './backend.js';
import type { CreateMember } from './extension.js';
import { toContactPayload, type WrittenContact } from './payload.js';
import type { CreateContactInput, UpdateContactInput } from './write-input.js';

/** Makes one contact. */
export async function createContact(
  input: CreateContactInput,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<WrittenContact> {
  return toContactPayload(
    await mutate(context, info, () => {
      const { member, value } = memberOf(input);
      return plannedOf(member, value, ['input', member], context);
    }),
  );
}

/** A creation that only needs to be sent. */
export type Planned = Write<ContactMade> & { readonly member: string; readonly value: object };

/** What is to be made where, or Invalid. */
export function plannedOf(member: string, value: CreateMember, at: readonly string[], context: Context): Planned {
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

/** Changes one contact with the member that fits it. */
export async function updateContact(
  id: string,
  input: UpdateContactInput,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<WrittenContact> {
  return toContactPayload(
    await mutate(context, info, () => {
      const { member, value } = memberOf(input);
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
export function memberOf(input: object): { readonly member: string; readonly value: CreateMember & object } {
  const members: ReadonlyArray<[string, unknown]> = Object.entries(input);
  const [found] = members.flatMap(([member, value]) => (isObject(value) ? [{ member, value }] : []));
  if (!found) throw invalid('Give exactly one member.', ['input']);
  return found;
}

function isObject(value: unknown): value is CreateMember & object {
  return typeof value === 'object' && value !== null;
}

export function tooMany(field: string, count: number): Written<never>['userErrors'][number] {
  const message = `"${field}" takes at most ${MOST_ROWS} at once, not ${count}; nothing was done.`;
  return { code: 'BAD_USER_INPUT', message, field: [field] };
}
