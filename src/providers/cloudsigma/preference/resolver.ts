import type { GraphQLResolveInfo } from 'graphql';

import { Contact } from '../../../graph/contact/types.js';
import { selectBackend } from '../../../graph/request/select-upstream.js';
import type { Context } from '../../../graph/request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../../../graph/values/decorators.js';
import { translateErrors } from '../../../graph/values/errors.js';
import { skipUnreadable, withFallback, pathOf } from '../../../graph/request/failures.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { Caller } from '../../../wire/endpoint.js';
import { encodeContactId } from '../contact/backend.js';
import { endpoints, type WirePreference } from '../endpoints.js';
import { readAllRows } from '../pages.js';
import {
  preferenceName,
  setPreferences,
  contactUuidOf,
  type WrittenPreferences,
  type PreferenceChange,
} from './writes.js';
import { NotificationPreference } from '../contact/types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

/** What the preferences' own query and mutation ask of a CloudSigma upstream; failures are ProviderFailures. */
export interface PreferenceBackend {
  /** All of an account. */
  readonly readAll: (callOptions: CallOptions) => Promise<readonly NotificationPreference[]>;
  /** Those with these names (`nameOf`), in that order, as far as they are there. */
  readonly readByNames: (
    names: readonly string[],
    callOptions: CallOptions,
  ) => Promise<readonly NotificationPreference[]>;
  readonly set: (
    settings: readonly PreferenceChange[],
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenPreferences>>;
}

declare module '../../../graph/ports/backends.js' {
  interface Backends {
    readonly notificationPreference: PreferenceBackend;
  }
}

export function createPreferenceBackend(call: Caller, upstream: UpstreamValue): PreferenceBackend {
  const readRows = (callOptions: CallOptions): Promise<readonly WirePreference[]> =>
    readAllRows(call, endpoints.listPreferences, callOptions);
  return {
    readAll: async (callOptions) => (await readRows(callOptions)).map((row) => toPreference(row, upstream)),
    readByNames: async (names, callOptions) => {
      const rows = await readRows(callOptions);
      const byName = new Map(
        rows.map((row) => [preferenceName({ ...row, contact: contactUuidOf(row.contact) ?? '' }), row]),
      );
      return names.flatMap((name) => {
        const row = byName.get(name);
        return row ? [toPreference(row, upstream)] : [];
      });
    },
    set: (settings, writeAttempt) => setPreferences(call, settings, writeAttempt),
  };
}

function toPreference(
  { contact, medium, type, value }: WirePreference,
  upstream: UpstreamValue,
): NotificationPreference {
  const uuid = contactUuidOf(contact);
  return { contactId: uuid === undefined ? null : encodeContactId(upstream, uuid), medium, type, enabled: value };
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
    const selector = { title: 'CloudSigma account', name: upstream, upstreams: context.upstreams };
    return translateErrors(
      selectBackend('notificationPreference', selector).readAll(
        skipUnreadable(context.callOptions, context.failures, pathOf(info)),
      ),
    );
  }

  @FieldResolver(() => Contact, { nullable: true })
  contact(
    @Root() { contactId: id }: NotificationPreference,
    @Ctx() { loaders, failures }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Contact | null> | null {
    return id === null ? null : withFallback(loaders.contact.load(id), null, failures, info);
  }
}
