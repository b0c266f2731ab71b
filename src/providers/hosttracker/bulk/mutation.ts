import type { GraphQLResolveInfo } from 'graphql';

import { ContactsPayload, toContactPayload } from '../../../graph/contact/payload.js';
import type { Context } from '../../../graph/request/context.js';
import { Arg, Ctx, Info, Mutation, Resolver } from '../../../graph/values/decorators.js';
import { NeedsScope } from '../../../graph/request/scopes.js';
import { foldUuid } from '../../../graph/values/uuid.js';
import { performWrite, type MutationResult } from '../../../graph/mutations/perform-write.js';
import { DeletePayload, toDeletePayload } from '../../../graph/mutations/payload.js';
import { creatorOf } from '../../../graph/mutations/target.js';
import type { DeletedItems } from '../../../graph/ports/writes.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import { DeleteHostTrackerContactsInput, UpdateHostTrackerContactsInput } from './inputs.js';
import type { HostTrackerBulkBackend } from './backend.js';
import type { HostTrackerContactFilter } from '../contact/filter.js';

/** Mutations that only HostTracker has. */
@Resolver()
export class HostTrackerBulkResolver {
  @NeedsScope('write')
  @Mutation(() => ContactsPayload, {
    description:
      'Makes the same change to all contacts of a HostTracker account that a filter matches; `results` are those contacts. What HostTracker can’t hold of the filter is BAD_USER_INPUT, and so is a filter without a condition.',
  })
  async updateHostTrackerContacts(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => UpdateHostTrackerContactsInput, { description: 'Which contacts, and what changes.' })
    input: UpdateHostTrackerContactsInput,
  ): Promise<ContactsPayload> {
    const { result, upstream, userErrors } = await executeBulkWrite(
      input,
      'replaces',
      ({ updateContacts }, writeAttempt) => updateContacts(input, writeAttempt),
      context,
      info,
    );
    const keys = result?.keys ?? [];
    return { results: keys.map((key) => toContactPayload({ result: { key }, upstream, userErrors: [] })), userErrors };
  }

  @NeedsScope('write')
  @Mutation(() => DeletePayload, {
    description:
      'Deletes all contacts of a HostTracker account that a filter matches, for good. Nothing is deleted unless `expectedCount` is how many match now; `deletedIds` are those that are gone after it.',
  })
  deleteHostTrackerContacts(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DeleteHostTrackerContactsInput, { description: 'Which contacts, and how many.' })
    input: DeleteHostTrackerContactsInput,
  ): Promise<DeletePayload> {
    const written = executeBulkWrite(
      input,
      'acts',
      ({ deleteContacts }, writeAttempt) => deleteContacts(input, writeAttempt),
      context,
      info,
    );
    return toDeletePayload('contact', written);
  }
}

interface BulkInput {
  readonly filter: HostTrackerContactFilter;
  readonly upstream?: string | null;
  readonly idempotencyKey?: string | null;
}

function executeBulkWrite(
  input: BulkInput,
  effect: 'acts' | 'replaces',
  send: (bulk: HostTrackerBulkBackend, writeAttempt: WriteAttempt) => Promise<ProviderWriteResult<DeletedItems>>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<MutationResult<DeletedItems>> {
  return performWrite(context, info, () => {
    const selector = { title: 'HostTracker account', name: input.upstream, upstreams: context.upstreams };
    const { upstream, ability } = creatorOf(({ hostTrackerBulk }) => hostTrackerBulk, selector);
    return {
      upstream,
      effect,
      key: input.idempotencyKey,
      arguments: { input: { ...input, filter: foldFilterIds(input.filter) } },
      inputPath: ['input'],
      send: (writeAttempt) => send(ability, writeAttempt),
    };
  });
}

/** The filter as idempotency keys compare it: an id is the same in capitals. */
function foldFilterIds({ upstreamIds, excludeUpstreamIds, ...others }: HostTrackerContactFilter): object {
  return {
    ...others,
    ...(upstreamIds ? { upstreamIds: upstreamIds.map(foldUuid) } : {}),
    ...(excludeUpstreamIds ? { excludeUpstreamIds: excludeUpstreamIds.map(foldUuid) } : {}),
  };
}
