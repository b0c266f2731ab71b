import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../../graph/context.js';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from '../../graph/decorators.js';
import { orReport } from '../../graph/failures.js';
import { MOST_ROWS } from '../../graph/list.js';
import { mutate, type Written } from '../../graph/mutate.js';
import { complain, invalid, makerOf, neighbourOf, notThere } from '../../graph/target.js';
import { Invalid } from '../../operations/intent.js';
import type { Mistake } from '../../operations/record.js';
import { isUuid } from './contact.js';
import {
  NotificationPreferencesPayload,
  SetNotificationPreferencesInput,
  type NotificationPreferenceInput,
} from './preference-types.js';
import type { PreferencesSet, Setting } from './preference-write.js';
import { NotificationPreference } from './types.js';

@Resolver(() => NotificationPreferencesPayload)
export class SetNotificationPreferencesResolver {
  @Mutation(() => NotificationPreferencesPayload, {
    description:
      'Says which kinds of event CloudSigma mails to which contacts; preferences that are not named are kept.',
  })
  setNotificationPreferences(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SetNotificationPreferencesInput, { description: 'Which account, and what to set there.' })
    input: SetNotificationPreferencesInput,
  ): Promise<Written<PreferencesSet>> {
    return mutate(context, info, () => {
      const choice = { title: 'CloudSigma account', name: input.upstream, upstreams: context.upstreams };
      const { upstream, ability: set } = makerOf(({ notificationPreference }) => notificationPreference?.set, choice);
      const { preferences } = input;
      if (preferences.length > MOST_ROWS) {
        throw invalid(`Give at most ${MOST_ROWS} preferences at once, not ${preferences.length}.`, PREFERENCES);
      }
      const settings = settingsOf(preferences, upstream.name);
      return {
        upstream,
        effect: 'replaces',
        key: input.idempotencyKey,
        arguments: { input },
        at: ['input'],
        send: (writing) => set(settings, writing),
      };
    });
  }

  @FieldResolver(() => [NotificationPreference], {
    description:
      'Those that were set, in that order, as they are now, read anew; empty where it was not done or nobody knows.',
  })
  async preferences(
    @Root() { result, upstream }: Written<PreferencesSet>,
    @Ctx() { upstreams, asking, failures }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly NotificationPreference[]> {
    const backend = upstreams.find(({ name }) => name === upstream)?.backends.notificationPreference;
    if (!backend || !result || result.names.length === 0) return [];
    return orReport(backend.named(result.names, asking), [], failures, info);
  }
}

const PREFERENCES = ['input', 'preferences'];

/** With the contacts by key; all that is wrong with their ids at once. */
function settingsOf(preferences: readonly NotificationPreferenceInput[], upstream: string): Setting[] {
  const mistakes: Mistake[] = [];
  const settings = preferences.flatMap(({ contactId, medium, type, enabled }, place): Setting[] => {
    const field = [...PREFERENCES, String(place), 'contactId'];
    try {
      const contact = neighbourOf('contact', contactId, upstream, field);
      if (isUuid(contact)) return [{ contact, medium, type, enabled }];
      throw notThere('contact', field);
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      mistakes.push(...error.mistakes);
      return [];
    }
  });
  complain(mistakes);
  return settings;
}
