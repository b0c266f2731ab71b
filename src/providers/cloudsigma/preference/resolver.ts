import type { GraphQLResolveInfo } from 'graphql';

import { Contact } from '../../../graph/contact/types.js';
import { selectBackend } from '../../../graph/request/select-upstream.js';
import type { Context } from '../../../graph/request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../../../graph/values/decorators.js';
import { selectsField } from '../../../graph/request/selects-field.js';
import { NeedsScope } from '../../../graph/request/scopes.js';
import { ListSized } from '../../../graph/values/list-size.js';
import { translateErrors } from '../../../graph/values/errors.js';
import { skipUnreadable, withFallback, pathOf } from '../../../graph/request/failures.js';
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
    const preferences = await translateErrors(
      selectBackend('notificationPreference', selector).readAll(
        skipUnreadable(context.callOptions, context.failures, pathOf(info)),
      ),
    );
    return selectsField(info, 'contact') ? withContacts(preferences, context) : preferences;
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
