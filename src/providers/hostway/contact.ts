import type { ContactBackend } from '../../graph/contact/backend.js';
import { displayNameOf, emailsOf, fullName, phonesOf, type Channel } from '../../graph/contact/contact.js';
import { encodeId } from '../../graph/id.js';
import type { CountryCode } from '../../graph/phone.js';
import { inPages } from '../../graph/pages.js';
import type { UpstreamValue } from '../../graph/upstream/upstream.js';
import type { Params } from '../../query/plan.js';
import type { Asking } from '../../transport/exchange.js';
import type { Caller } from '../../wire/endpoint.js';
import type { Rows, WireContact } from './endpoints.js';
import { constants, offers } from './filter.js';
import { readNamed } from './named.js';
import { contactTrial } from './trial.js';
import { wholeBook, window, type Reading } from './pages.js';
import type { HostwayContact } from './types.js';

/** Whose address books they are. */
export interface Shelf {
  readonly upstream: UpstreamValue;
  readonly account: string;
  /** In the order of lists. */
  readonly domains: readonly string[];
  readonly defaultCountry: CountryCode | undefined;
}

/** The contacts of all configured domains; a contact's key is its domain, a slash and its name in that domain. */
export function contactBackend(call: Caller, shelf: Shelf): ContactBackend {
  const { account, domains, upstream } = shelf;
  const [first] = domains;
  const only = domains.length === 1 ? first : undefined;
  const readingOf = (domain: string, params: Params, asking: Asking): Reading => ({
    call,
    upstream: upstream.name,
    search: { account, domain, params },
    asking,
  });
  const toRows = (domain: string, list: Rows['list']): HostwayContact[] =>
    list.flatMap((row) => (row ? [toContact(row, domain, shelf)] : []));
  const readAll = async (domain: string, params: Params, asking: Asking): Promise<HostwayContact[]> => {
    const rows: HostwayContact[] = [];
    for await (const { list } of wholeBook(readingOf(domain, params, asking))) rows.push(...toRows(domain, list));
    return rows;
  };
  return {
    trial: contactTrial(call, shelf, (row, domain) => toContact(row, domain, shelf)),
    pushdown: {
      offers,
      constants: {
        ...constants,
        channel: (channel: Channel) => (channel === 'SMS' || channel === 'IM' ? false : undefined),
        groupId: () => false,
        ungrouped: () => true,
      },
      // Rows of several domains come from several lists.
      window: only !== undefined,
      columns: ['id', 'name', 'email', 'phone', 'channel', 'groups', 'hostway'],
    },
    list: async function* ({ params, offset, limit }, asking) {
      if (only === undefined) {
        const books = await Promise.all(domains.map((domain) => readAll(domain, params, asking)));
        yield { rows: books.flat() };
      } else if (limit === undefined) {
        for await (const { list, count } of wholeBook(readingOf(only, params, asking))) {
          yield* inPages(list, (row) => toContact(row, only, shelf), { total: count });
        }
      } else {
        const { list, count } = await window(readingOf(only, params, asking), offset, limit);
        yield* inPages(list, (row) => toContact(row, only, shelf), count === undefined ? {} : { total: count });
      }
    },
    byKeys: async (keys, asking) => {
      const found = await Promise.all(
        domains.map(async (domain) => {
          const names = keys.flatMap((key) => nameIn(domain, key));
          const rows = await readNamed(readingOf(domain, {}, asking), names);
          return toRows(domain, rows);
        }),
      );
      return new Map(found.flat().map((row) => [keyOf(row.domain, row.name), row]));
    },
  };
}

function toContact(held: WireContact, domain: string, { upstream, defaultCountry }: Shelf): HostwayContact {
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
export function nameIn(domain: string, key: string): string[] {
  const start = keyOf(domain, '');
  return key.startsWith(start) && key.length > start.length ? [key.slice(start.length)] : [];
}
