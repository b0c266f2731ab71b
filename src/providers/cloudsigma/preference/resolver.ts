import type { GraphQLResolveInfo } from 'graphql';

import { Contact } from '../../../graph/contact/types.js';
import { selectBackend } from '../../../graph/request/select-upstream.js';
import type { Context } from '../../../graph/request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../../../graph/values/decorators.js';
import { selectsField } from '../../../graph/request/selects-field.js';
import { NeedsScope } from '../../../graph/request/scopes.js';
import { ListSized } from '../../../graph/values/list-size.js';
import { translateErrors } from '../../../graph/values/errors.js';
import { withFallback, pathOf } from '../../../graph/request/failures.js';
import type { ProviderFailure } from '../../../transport/failure.js';
import type { PreferenceBackend } from './backend.js';
import { NotificationPreference } from './types.js';
import { withContacts } from './with-contacts.js';

@Resolver(() => NotificationPreference)
export class NotificationPreferenceResolver {
  // Each contact has one for each kind of event and medium: 22 of them.
  @ListSized(220)
  @NeedsScope('read')
  @Query(() => [NotificationPreference], {
    description: 'Which kinds of event CloudSigma mails to which contact of an account.',
  })
  async notificationPreferences(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('upstream', () => String, {
      nullable: true,
      description: 'Name of a CloudSigma account; may be left out when only one is configured.',
    })
    upstream: string | null,
  ): Promise<readonly NotificationPreference[]> {
    const selector = { title: 'CloudSigma account', name: upstream, upstreams: context.upstreams };
    const { knownReads } = context.loaders;
    const key = ['notificationPreference', upstream];
    const backend = selectBackend('notificationPreference', selector);
    const { preferences, unreadable } = await translateErrors(knownReads.once(key, () => readAll(backend, context)));
    for (const failure of unreadable) context.failures.report(failure, pathOf(info));
    if (!selectsField(info, 'contact')) return preferences;
    return knownReads.once([...key, 'contact'], () => withContacts(preferences, context));
  }

  @FieldResolver(() => Contact, { nullable: true })
  contact(
    @Root() { contactId: id, contact }: NotificationPreference,
    @Ctx() { loaders, failures }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Contact | null> | Contact | null {
    if (contact !== undefined || id === null) return contact ?? null;
    return withFallback(loaders.contact.load(id), null, failures, info);
  }
}

interface ReadPreferences {
  readonly preferences: readonly NotificationPreference[];
  /** Rows that were left out. */
  readonly unreadable: readonly ProviderFailure[];
}

async function readAll(
  backend: PreferenceBackend,
  { callOptions }: Pick<Context, 'callOptions'>,
): Promise<ReadPreferences> {
  const unreadable: ProviderFailure[] = [];
  const preferences = await backend.readAll({
    ...callOptions,
    onUnreadableRow: (failure) => void unreadable.push(failure),
  });
  return { preferences, unreadable };
}
