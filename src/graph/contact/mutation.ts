import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { performAction, deleteItem } from '../mutations/item-writes.js';
import { performWrite } from '../mutations/perform-write.js';
import { DeletePayload, toDeletePayload } from '../mutations/payload.js';
import { sameUpstreamKeyOf, requireSupport, targetOf } from '../mutations/target.js';
import { createContacts } from './create-many.js';
import { createContact, deleteContacts, updateContact } from './writes.js';
import { ContactPayload, ContactsPayload, toContactPayload, type ContactMutationResult } from './payload.js';
import { CreateContactInput, UpdateContactInput } from './inputs.js';
import type { Backends } from '../ports/backends.js';

const CONTACT_ID = 'An `id` of a contact.';

/** Writes whose inputs the providers give: left out of a schema in which none does. */
@Resolver()
export class ContactInputMutationResolver {
  @NeedsScope('write')
  @Mutation(() => ContactPayload, {
    description:
      'Makes one contact. HostTracker sends a confirmation code to the address and answers with a `status`. Acts: give an `idempotencyKey`, so that a repeat can make no second one.',
  })
  createContact(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateContactInput, { description: 'Exactly one member.' }) input: CreateContactInput,
  ): Promise<ContactMutationResult> {
    return createContact(input, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => ContactsPayload, {
    description:
      'Makes several contacts, each with its own outcome and its own `idempotencyKey`. CloudSigma gets its share in one request; the others one request for each, a few at a time.',
  })
  createContacts(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('inputs', () => [CreateContactInput], { description: 'At most 1000, each with exactly one member.' })
    inputs: CreateContactInput[],
  ): Promise<ContactsPayload> {
    return createContacts(inputs, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => ContactPayload, {
    description: 'Changes a contact: only what the input holds is sent. The member must fit the contact.',
  })
  updateContact(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: CONTACT_ID }) id: string,
    @Arg('input', () => UpdateContactInput, { description: 'Exactly one member.' }) input: UpdateContactInput,
  ): Promise<ContactMutationResult> {
    return updateContact(id, input, context, info);
  }
}

@Resolver()
export class ContactMutationResolver {
  @NeedsScope('write')
  @Mutation(() => DeletePayload, {
    description: 'Deletes a contact for good. Hostway documents no such call: UNSUPPORTED.',
  })
  deleteContact(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: CONTACT_ID }) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const asked = { noun: 'contact', id, idempotencyKey, remove: removerOf } as const;
    return toDeletePayload('contact', deleteItem(asked, context, info));
  }

  @NeedsScope('write')
  @Mutation(() => DeletePayload, {
    description:
      'Deletes contacts of any upstreams. Each has its own fate: `deletedIds` holds those that are gone, `userErrors` the others.',
  })
  deleteContacts(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('ids', () => [ID], { description: 'At most 1000 ids of contacts.' }) ids: string[],
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    return deleteContacts(ids, idempotencyKey, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => ContactPayload, {
    description: 'Confirms the address of a HostTracker contact with the code that was sent to it; see `status`.',
  })
  async confirmContact(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: CONTACT_ID }) id: string,
    @Arg('code', () => String, { description: 'The code that came to the address.' }) code: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<ContactMutationResult> {
    const written = await performAction(
      {
        noun: 'contact',
        id,
        idempotencyKey,
        action: 'confirm a contact',
        otherArguments: { code },
        act: ({ contact }) => {
          const confirm = contact?.writes?.confirm;
          return confirm && ((key, writeAttempt) => confirm(key, code, writeAttempt));
        },
      },
      context,
      info,
    );
    return toContactPayload(written);
  }

  @NeedsScope('write')
  @Mutation(() => ContactPayload, {
    description: 'Sends the confirmation code to a HostTracker contact once more; see `status`.',
  })
  async resendConfirmationCode(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: CONTACT_ID }) id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<ContactMutationResult> {
    const asked = { noun: 'contact', id, idempotencyKey, action: 'send a confirmation code', act: resenderOf } as const;
    return toContactPayload(await performAction(asked, context, info));
  }

  @NeedsScope('write')
  @Mutation(() => ContactPayload, {
    description:
      'Puts a contact into a group of the same upstream. SerwerSMS keeps a row for each group, so there it adds one.',
  })
  addContactToGroup(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('contactId', () => ID, { description: CONTACT_ID }) contactId: string,
    @Arg('groupId', () => ID, { description: 'An `id` of a group of the same upstream.' }) groupId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<ContactMutationResult> {
    return changeMembership('link', { contactId, groupId, idempotencyKey }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => ContactPayload, { description: 'Takes a contact out of a group; the contact itself stays.' })
  removeContactFromGroup(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('contactId', () => ID, { description: CONTACT_ID }) contactId: string,
    @Arg('groupId', () => ID, { description: 'An `id` of a group of the same upstream.' }) groupId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<ContactMutationResult> {
    return changeMembership('unlink', { contactId, groupId, idempotencyKey }, context, info);
  }
}

const removerOf = ({ contact }: Partial<Backends>) => contact?.writes?.remove;
const resenderOf = ({ contact }: Partial<Backends>) => contact?.writes?.resend;

interface Membership {
  readonly contactId: string;
  readonly groupId: string;
  readonly idempotencyKey: string | null;
}

async function changeMembership(
  change: 'link' | 'unlink',
  { contactId, groupId, idempotencyKey }: Membership,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<ContactMutationResult> {
  const written = await performWrite(context, info, () => {
    const { upstream, key } = targetOf('contact', contactId, ['contactId'], context);
    const group = sameUpstreamKeyOf('group', groupId, upstream, ['groupId']);
    const write = requireSupport(upstream.backends.contact?.writes?.[change], upstream, 'keep contacts in groups', [
      'groupId',
    ]);
    return {
      upstream,
      effect: 'replaces',
      key: idempotencyKey,
      arguments: { contactId, groupId },
      target: contactId,
      send: (writeAttempt) => write(key, group, writeAttempt),
    };
  });
  return toContactPayload(written);
}
