import type { GraphQLResolveInfo } from 'graphql';

import { Contact } from '../../graph/contact/contact.js';
import { chooseBackend } from '../../graph/choose.js';
import type { Context } from '../../graph/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../../graph/decorators.js';
import { orTranslated } from '../../graph/errors.js';
import { around, orReport, pathOf } from '../../graph/failures.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { Sent, Writing } from '../../operations/intent.js';
import type { Asking } from '../../transport/exchange.js';
import type { Caller } from '../../wire/endpoint.js';
import { contactId } from './contact.js';
import { endpoints, type WirePreference } from './endpoints.js';
import { wholeOf } from './pages.js';
import { nameOf, setPreferences, uuidIn, type PreferencesSet, type Setting } from './preference-write.js';
import { NotificationPreference } from './types.js';

/** What the preferences' own query and mutation ask of a CloudSigma upstream; failures are ProviderFailures. */
export interface PreferenceBackend {
  /** All of an account. */
  readonly all: (asking: Asking) => Promise<readonly NotificationPreference[]>;
  /** Those with these names (`nameOf`), in that order, as far as they are there. */
  readonly named: (names: readonly string[], asking: Asking) => Promise<readonly NotificationPreference[]>;
  readonly set: (settings: readonly Setting[], writing: Writing) => Promise<Sent<PreferencesSet>>;
}

declare module '../../graph/provider.js' {
  interface Backends {
    readonly notificationPreference: PreferenceBackend;
  }
}

export function preferenceBackend(call: Caller, upstream: UpstreamValue): PreferenceBackend {
  const readAll = (asking: Asking): Promise<readonly WirePreference[]> =>
    wholeOf(call, endpoints.listPreferences, asking);
  return {
    all: async (asking) => (await readAll(asking)).map((row) => toPreference(row, upstream)),
    named: async (names, asking) => {
      const rows = await readAll(asking);
      const byName = new Map(rows.map((row) => [nameOf({ ...row, contact: uuidIn(row.contact) ?? '' }), row]));
      return names.flatMap((name) => {
        const row = byName.get(name);
        return row ? [toPreference(row, upstream)] : [];
      });
    },
    set: (settings, writing) => setPreferences(call, settings, writing),
  };
}

function toPreference(
  { contact, medium, type, value }: WirePreference,
  upstream: UpstreamValue,
): NotificationPreference {
  const uuid = uuidIn(contact);
  return { contactId: uuid === undefined ? null : contactId(upstream, uuid), medium, type, enabled: value };
}

@Resolver(() => NotificationPreference)
export class NotificationPreferenceResolver {
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
    const choice = { title: 'CloudSigma account', name: upstream, upstreams: context.upstreams };
    return orTranslated(
      chooseBackend('notificationPreference', choice).all(around(context.asking, context.failures, pathOf(info))),
    );
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
