import type { GraphQLResolveInfo } from 'graphql';

import { Contact } from '../../graph/contact/contact.js';
import { chooseBackend } from '../../graph/choose.js';
import type { Context } from '../../graph/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../../graph/decorators.js';
import { orTranslated } from '../../graph/errors.js';
import { orReport } from '../../graph/failures.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { Asking } from '../../transport/exchange.js';
import type { Caller } from '../../wire/endpoint.js';
import { contactId } from './contact.js';
import { endpoints, type WirePreference } from './endpoints.js';
import { wholeOf } from './pages.js';
import { NotificationPreference } from './types.js';

/** What the preferences' own query asks of a CloudSigma upstream. */
export interface PreferenceBackend {
  /** All of an account; failures are ProviderFailures. */
  readonly all: (asking: Asking) => Promise<readonly NotificationPreference[]>;
}

declare module '../../graph/provider.js' {
  interface Backends {
    readonly notificationPreference: PreferenceBackend;
  }
}

export function preferenceBackend(call: Caller, upstream: UpstreamValue): PreferenceBackend {
  return {
    all: async (asking) => {
      const rows = await wholeOf(call, endpoints.listPreferences, asking);
      return rows.map((row) => toPreference(row, upstream));
    },
  };
}

function toPreference(
  { contact, medium, type, value }: WirePreference,
  upstream: UpstreamValue,
): NotificationPreference {
  // A path like /api/2.0/notification_contacts/{uuid}/, whose first part a proxy may change.
  const [, uuid] = /notification_contacts\/([^/]+)\/?$/.exec(contact ?? '') ?? [];
  return { contactId: uuid === undefined ? null : contactId(upstream, uuid), medium, type, enabled: value };
}

@Resolver(() => NotificationPreference)
export class NotificationPreferenceResolver {
  @Query(() => [NotificationPreference], {
    description: 'Which kinds of event CloudSigma mails to which contact of an account.',
  })
  async notificationPreferences(
    @Ctx() context: Context,
    @Arg('upstream', () => String, {
      nullable: true,
      description: 'Name of a CloudSigma account; may be left out when only one is configured.',
    })
    upstream: string | null,
  ): Promise<readonly NotificationPreference[]> {
    const choice = { title: 'CloudSigma account', name: upstream, upstreams: context.upstreams };
    return orTranslated(chooseBackend('notificationPreference', choice).all(context.asking));
  }

  @FieldResolver(() => Contact, { nullable: true })
  contact(
    @Root() { contactId: id }: NotificationPreference,
    @Ctx() { loaders, failures }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Contact | null> | null {
    return id === null ? null : orReport(loaders.contact.load(id), null, failures, info);
  }
}
