import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../../graph/request/context.js';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from '../../../graph/values/decorators.js';
import { NeedsScope } from '../../../graph/request/scopes.js';
import { ListSized } from '../../../graph/values/list-size.js';
import { withFallback } from '../../../graph/request/failures.js';
import { MAX_PAGE_ROWS } from '../../../graph/lists/page-size.js';
import { performWrite, type MutationResult } from '../../../graph/mutations/perform-write.js';
import {
  throwIfInvalid,
  invalidInput,
  creatorOf,
  sameUpstreamKeyOf,
  notFoundError,
} from '../../../graph/mutations/target.js';
import { InvalidInputError } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { isUuid } from '../../../graph/values/uuid.js';
import type { PreferenceChange } from './columns.js';
import { SetNotificationPreferencesInput, type NotificationPreferenceInput } from './inputs.js';
import { NotificationPreference, NotificationPreferencesPayload } from './types.js';
import type { WrittenPreferences } from './writes.js';

@Resolver(() => NotificationPreferencesPayload)
export class SetNotificationPreferencesResolver {
  @NeedsScope('write')
  @Mutation(() => NotificationPreferencesPayload, {
    description:
      'Says which kinds of event CloudSigma mails to which contacts; preferences that are not named are kept.',
  })
  setNotificationPreferences(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SetNotificationPreferencesInput, { description: 'Which account, and what to set there.' })
    input: SetNotificationPreferencesInput,
  ): Promise<MutationResult<WrittenPreferences>> {
    return performWrite(context, info, () => {
      const selector = { title: 'CloudSigma account', name: input.upstream, upstreams: context.upstreams };
      const { upstream, ability: setPreferences } = creatorOf(
        ({ notificationPreference }) => notificationPreference?.set,
        selector,
      );
      const { preferences } = input;
      if (preferences.length > MAX_PAGE_ROWS) {
        throw invalidInput(
          `Give at most ${MAX_PAGE_ROWS} preferences at once, not ${preferences.length}.`,
          PREFERENCES_FIELD,
        );
      }
      const changes = toPreferenceChanges(preferences, upstream.name);
      return {
        upstream,
        effect: 'replaces',
        key: input.idempotencyKey,
        arguments: { input },
        inputPath: ['input'],
        send: (writeAttempt) => setPreferences(changes, writeAttempt),
      };
    });
  }

  @ListSized(10)
  @FieldResolver(() => [NotificationPreference], {
    description:
      'Those that were set, in that order, as they are now, read anew; empty where it was not done or nobody knows.',
  })
  async preferences(
    @Root() { result, upstream }: MutationResult<WrittenPreferences>,
    @Ctx() { upstreams, callOptions, failures }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly NotificationPreference[]> {
    const backend = upstreams.find(({ name }) => name === upstream)?.backends.notificationPreference;
    if (!backend || !result || result.names.length === 0) return [];
    return withFallback(backend.readByNames(result.names, callOptions), [], failures, info);
  }
}

const PREFERENCES_FIELD = ['input', 'preferences'];

/** The preferences with the keys of their contacts. All ids that are wrong are reported at once. */
function toPreferenceChanges(
  preferences: readonly NotificationPreferenceInput[],
  upstream: string,
): PreferenceChange[] {
  const userErrors: UserErrorDetail[] = [];
  const changes = preferences.flatMap(({ contactId, ...change }, place): PreferenceChange[] => {
    const field = [...PREFERENCES_FIELD, String(place), 'contactId'];
    try {
      const contact = sameUpstreamKeyOf('contact', contactId, upstream, field);
      if (isUuid(contact)) return [{ contact, ...change }];
      throw notFoundError('contact', field);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      userErrors.push(...error.mistakes);
      return [];
    }
  });
  throwIfInvalid(userErrors);
  return changes;
}
