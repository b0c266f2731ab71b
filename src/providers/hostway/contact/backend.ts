import type { ContactBackend } from '../../../graph/contact/backend.js';
import { displayNameOf, emailsOf, fullName, phonesOf, type Channel } from '../../../graph/contact/types.js';
import { encodeId } from '../../../graph/values/id.js';
import type { CountryCode } from '../../../graph/values/phone.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { Caller } from '../../../wire/endpoint.js';
import type { BookRows, WireContact } from './endpoints.js';
import { pushdownConstants, pushdownOffers } from './filter.js';
import { readByNames } from './reads.js';
import { contactTrial } from './trial.js';
import { readWholeBook, readWindow, type BookRead } from './pages.js';
import type { HostwayContact } from './types.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import type { QueryParams } from '../../../query/query-params.js';

/** Whose address books they are. */
export interface Session {
  readonly upstream: UpstreamValue;
  readonly account: string;
  /** In the order of lists. */
  readonly domains: readonly string[];
  readonly defaultCountry: CountryCode | undefined;
}

/** The contacts of all configured domains; a contact's key is its domain, a slash and its name in that domain. */
export function createContactBackend(call: Caller, session: Session): ContactBackend {
  const { account, domains, upstream } = session;
  const [first] = domains;
  const onlyDomain = domains.length === 1 ? first : undefined;
  const bookReadOf = (domain: string, params: QueryParams, callOptions: CallOptions): BookRead => ({
    call,
    upstream: upstream.name,
    search: { account, domain, params },
    callOptions,
  });
  const toRows = (domain: string, list: BookRows['list']): HostwayContact[] =>
    list.flatMap((row) => (row ? [toContact(row, domain, session)] : []));
  const readAll = async (domain: string, params: QueryParams, callOptions: CallOptions): Promise<HostwayContact[]> => {
    const rows: HostwayContact[] = [];
    for await (const { list } of readWholeBook(bookReadOf(domain, params, callOptions)))
      rows.push(...toRows(domain, list));
    return rows;
  };
  return {
    trial: contactTrial(call, session, (row, domain) => toContact(row, domain, session)),
    pushdown: {
      offers: pushdownOffers,
      constants: {
        ...pushdownConstants,
        channel: (channel: Channel) => (channel === 'SMS' || channel === 'IM' ? false : undefined),
        groupId: () => false,
        ungrouped: () => true,
      },
      // Rows of several domains come from several lists.
      window: onlyDomain !== undefined,
      columns: ['id', 'name', 'email', 'phone', 'channel', 'groups', 'hostway'],
    },
    list: async function* ({ params, offset, limit }, callOptions) {
      if (onlyDomain === undefined) {
        const books = await Promise.all(domains.map((domain) => readAll(domain, params, callOptions)));
        yield { rows: books.flat() };
      } else if (limit === undefined) {
        for await (const { list, count } of readWholeBook(bookReadOf(onlyDomain, params, callOptions))) {
          yield* mapInPages(list, (row) => toContact(row, onlyDomain, session), { total: count });
        }
      } else {
        const { list, count } = await readWindow(bookReadOf(onlyDomain, params, callOptions), offset, limit);
        yield* mapInPages(
          list,
          (row) => toContact(row, onlyDomain, session),
          count === undefined ? {} : { total: count },
        );
      }
    },
    byKeys: async (keys, callOptions) => {
      const found = await Promise.all(
        domains.map(async (domain) => {
          const names = keys.flatMap((key) => namesIn(domain, key));
          const rows = await readByNames(bookReadOf(domain, {}, callOptions), names);
          return toRows(domain, rows);
        }),
      );
      return new Map(found.flat().map((row) => [keyOf(row.domain, row.name), row]));
    },
  };
}

function toContact(held: WireContact, domain: string, { upstream, defaultCountry }: Session): HostwayContact {
  const { displayName, name, email, firstName, lastName, mobilePhone, businessPhone, homePhone, businessFax } = held;
  const phones = phonesOf(defaultCountry, mobilePhone, businessPhone, homePhone);
  return {
    ...held,
    __typename: 'HostwayContact',
    id: encodeId(upstream.name, 'contact', keyOf(domain, name)),
    upstream,
    upstreamId: name,
    displayName: displayNameOf(displayName, fullName(firstName, lastName), name, email, ...phones),
    emails: emailsOf(email),
    phones,
    channels: channelsOf(email !== null, phones.length > 0, businessFax !== null),
    groupKeys: [],
    domain,
    held,
  };
}

function channelsOf(email: boolean, phone: boolean, fax: boolean): Channel[] {
  return [
    ...(email ? (['EMAIL'] as const) : []),
    ...(phone ? (['VOICE'] as const) : []),
    ...(fax ? (['FAX'] as const) : []),
  ];
}

/** What a contact is known by at an upstream. */
export function keyOf(domain: string, name: string): string {
  return `${domain}/${name}`;
}

/** The name, where the key is of this domain. Domains come from the config, so a key can name no other. */
export function namesIn(domain: string, key: string): string[] {
  const start = keyOf(domain, '');
  return key.startsWith(start) && key.length > start.length ? [key.slice(start.length)] : [];
}
