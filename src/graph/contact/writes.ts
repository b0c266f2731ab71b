import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { deleteItems, deletedIdsOf } from '../mutations/item-writes.js';
import { performWrite, toUserError, type PlannedWrite, type MutationResult } from '../mutations/perform-write.js';
import type { DeletePayload } from '../mutations/payload.js';
import { invalidInput, creatorOf, requireSupport, targetOf } from '../mutations/target.js';
import { InvalidInputError } from '../../operations/intent.js';
import type { WrittenContactItem, CreateContact } from './backend.js';
import type { ContactMemberInput } from './extension.js';
import { toContactPayload, type ContactMutationResult } from './payload.js';
import type { CreateContactInput, UpdateContactInput } from './inputs.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import { MAX_PAGE_ROWS } from '../lists/page-size.js';
import { isObject } from '../values/is-object.js';

/** Makes one contact. */
export async function createContact(
  input: CreateContactInput,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ContactMutationResult> {
  return toContactPayload(
    await performWrite(context, info, () => {
      const { member, value } = onlyMemberOf(input);
      return planContactWrite(member, value, ['input', member], context);
    }),
  );
}

/** A creation that only needs to be sent. */
export type PlannedContactWrite = PlannedWrite<WrittenContactItem> & {
  readonly member: string;
  readonly value: object;
};

/** What is to be made where, or Invalid. */
export function planContactWrite(
  member: string,
  value: ContactMemberInput,
  inputPath: readonly string[],
  context: Context,
): PlannedContactWrite {
  const choice = { title: `upstream for "${member}"`, name: value.upstream, upstreams: context.upstreams };
  const { upstream, ability } = creatorOf<CreateContact | undefined>(
    ({ contact }) => contact?.writes?.create[member],
    choice,
    [...inputPath, 'upstream'],
  );
  return {
    member,
    value,
    upstream,
    effect: 'acts',
    key: value.idempotencyKey,
    arguments: { [member]: value },
    inputPath,
    send: (writeAttempt) => ability(value, writeAttempt),
  };
}

/** Changes one contact with the member that fits it. */
export async function updateContact(
  id: string,
  input: UpdateContactInput,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ContactMutationResult> {
  return toContactPayload(
    await performWrite(context, info, () => {
      const { member, value } = onlyMemberOf(input);
      const { upstream, key } = targetOf('contact', id, ['id'], context);
      const members = upstream.backends.contact?.writes?.update;
      const update = requireSupport(members, upstream, 'change contacts', ['id'])[member];
      if (!update) {
        const fitting = Object.keys(members ?? {}).join('" or "');
        throw invalidInput(
          `"${member}" does not fit: this contact is of "${upstream.name}", which takes "${fitting}".`,
          ['input', member],
        );
      }
      return {
        upstream,
        effect: 'replaces',
        key: value.idempotencyKey,
        arguments: { id, [member]: value },
        target: id,
        inputPath: ['input', member],
        send: (writeAttempt) => update(key, value, writeAttempt),
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
  if (ids.length > MAX_PAGE_ROWS) return { deletedIds: [], userErrors: [tooManyError('ids', ids.length)] };
  const deletedIds: string[] = [];
  const userErrors: Array<MutationResult<never>['userErrors'][number]> = [];
  const parts = new Map<OpenUpstream, Map<string, string>>();
  // All are read before any is deleted: a malformed id changes nothing.
  const mistakes: InvalidInputError[] = [];
  ids.forEach((id, place) => {
    try {
      const { upstream, key } = targetOf('contact', id, ['ids', String(place)], context);
      parts.set(upstream, (parts.get(upstream) ?? new Map<string, string>()).set(key, String(place)));
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      mistakes.push(error);
    }
  });
  userErrors.push(...mistakes.flatMap((error) => error.mistakes.map((mistake) => toUserError(mistake, []))));
  if (userErrors.some(({ code }) => code === 'BAD_USER_INPUT')) return { deletedIds, userErrors };
  await Promise.all(
    [...parts].map(async ([upstream, places]) => {
      const keys = [...places.keys()];
      const fieldOf = (key: string): readonly string[] => ['ids', places.get(key) ?? '0'];
      const written = await performWrite(context, info, () => {
        const write = requireSupport(upstream.backends.contact?.writes?.remove, upstream, 'delete a contact', ['ids']);
        return {
          upstream,
          effect: 'replaces',
          key: idempotencyKey,
          arguments: { keys: [...keys].sort() },
          send: (writeAttempt) =>
            deleteItems('contact', keys, (key) => write(key, writeAttempt), writeAttempt, fieldOf),
        };
      });
      deletedIds.push(...deletedIdsOf('contact', written));
      userErrors.push(...written.userErrors);
    }),
  );
  return { deletedIds, userErrors };
}

/** The one member of a oneOf input; GraphQL has made sure that there is exactly one. */
export function onlyMemberOf(input: object): { readonly member: string; readonly value: ContactMemberInput & object } {
  const members: ReadonlyArray<[string, unknown]> = Object.entries(input);
  const [found] = members.flatMap(([member, value]) => (isObject(value) ? [{ member, value }] : []));
  if (!found) throw invalidInput('Give exactly one member.', ['input']);
  return found;
}

export function tooManyError(field: string, count: number): MutationResult<never>['userErrors'][number] {
  const message = `"${field}" takes at most ${MAX_PAGE_ROWS} at once, not ${count}; nothing was done.`;
  return { code: 'BAD_USER_INPUT', message, field: [field] };
}
