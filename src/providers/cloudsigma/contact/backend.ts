import type { ContactBackend } from '../../../graph/contact/backend.js';
import { displayNameOf, emailsOf, phonesOf, type Channel } from '../../../graph/contact/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { CountryCode } from '../../../graph/values/phone.js';
import { isUuid } from '../../../graph/values/uuid.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { Caller, Lister } from '../../../wire/endpoint.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { endpoints, type WireContact } from '../endpoints.js';
import { readParts, readAllRows } from '../pages.js';
import type { CloudSigmaContact } from './types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';

/** How a contact is mapped: the upstream that holds it, and the country of its national phone numbers. */
export interface Session {
  readonly upstream: UpstreamValue;
  readonly defaultCountry: CountryCode | undefined;
}

/** How the account is spoken to. */
export interface SessionCalls {
  readonly call: Caller;
  readonly list: Lister;
}

/** Notification contacts. CloudSigma documents no filter for them, so it is asked for windows and whole lists only. */
export function createContactBackend({ call, list }: SessionCalls, session: Session): ContactBackend {
  const readByKey = async (key: string, callOptions: CallOptions): Promise<readonly WireContact[]> => {
    const contact = await unlessMissing(call(endpoints.readContact, key, callOptions));
    return contact ? [contact] : [];
  };
  return {
    pushdown: {
      offers: {},
      constants: {
        channel: (channel: Channel) => (channel === 'EMAIL' || channel === 'SMS' ? undefined : false),
        groupId: () => false,
        ungrouped: () => true,
      },
      window: true,
      columns: ['id', 'name', 'email', 'phone', 'channel', 'groups'],
    },
    list: async function* ({ offset, limit = 0 }, callOptions) {
      const toRow = (row: WireContact): CloudSigmaContact => toContact(row, session);
      let read = 0;
      if (offset === 0 && limit === 0) {
        const { answer, rows, unreadableCount } = await list(endpoints.listContacts, { offset, limit }, callOptions);
        const total = answer.meta.total_count;
        for await (const page of mapInPages(rows, toRow, { total })) {
          read += page.rows.length;
          yield page;
        }
        read += unreadableCount();
        if (read === 0 || read >= total) return;
      }
      // A window, or what a server that gives fewer rows than it was asked for has left.
      for await (const { meta, objects } of readParts(
        call,
        endpoints.listContacts,
        { offset: offset + read, limit },
        callOptions,
      )) {
        yield* mapInPages(objects, toRow, { total: meta.total_count });
      }
    },
    byKeys: async (keys, callOptions) => {
      // Only a UUID can be a contact's key: any other key is never sent.
      const sendable = keys.filter(isUuid);
      const [onlyKey] = sendable;
      if (onlyKey === undefined) return new Map();
      // One request for any number of contacts: the list.
      const rows =
        sendable.length === 1
          ? await readByKey(onlyKey, callOptions)
          : await readAllRows(call, endpoints.listContacts, callOptions);
      // A UUID is the same in either case, so what was asked for in capitals is there too.
      const byUuid = new Map(rows.map((row) => [row.uuid.toLowerCase(), row]));
      return new Map(
        sendable.flatMap((key) => {
          const row = byUuid.get(key.toLowerCase());
          return row ? [[key, toContact(row, session)] as const] : [];
        }),
      );
    },
  };
}

function toContact(
  { uuid, email, main, name, phone, resource_uri: resourceUri }: WireContact,
  { upstream, defaultCountry }: Session,
): CloudSigmaContact {
  const emails = emailsOf(email);
  const phones = phonesOf(defaultCountry, phone);
  return {
    __typename: 'CloudSigmaContact',
    id: encodeContactId(upstream, uuid),
    upstream,
    upstreamId: uuid,
    displayName: displayNameOf(name, email, phone),
    emails,
    phones,
    channels: [...(email ? (['EMAIL'] as const) : []), ...(phones.length ? (['SMS'] as const) : [])],
    groupKeys: [],
    email,
    // Null, like false, is what all but the main contact have.
    main: main ?? false,
    name,
    phone,
    resourceUri,
  };
}

export function encodeContactId(upstream: UpstreamValue, uuid: string): string {
  return encodeId(upstream.name, 'contact', uuid);
}
