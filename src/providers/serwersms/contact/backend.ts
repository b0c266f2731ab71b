import { mapInPages } from '../../../graph/lists/pages.js';
import type { ContactBackend } from '../../../graph/contact/backend.js';
import { displayNameOf, emailsOf, fullName, phonesOf, type Contact } from '../../../graph/contact/types.js';
import type { Group } from '../../../graph/group/types.js';
import { encodeId } from '../../../graph/values/id.js';
import { paramOf, type QueryParams } from '../../../query/query-params.js';
import type { Page } from '../../../query/select.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { endpoints, type WireContactQuery, type WireContact, type WireListedContact } from '../endpoints.js';
import { toGroups } from '../group/backend.js';
import { isKey, toWireId } from '../key.js';
import { createGroupLookup } from './membership.js';
import { comparedTexts, pushdown } from './pushdown.js';
import { readPages } from '../pages.js';
import type { SerwerSmsContact } from './types.js';
import { searchTrial } from '../trial.js';
import type { Session } from '../session.js';

/** So many contacts are asked for one by one; for more the whole list is one request. */
export const MAX_SINGLE_READS = 5;

/** A contact as contacts/view tells it: without its groups. */
function toContact(wire: WireContact, { upstream, defaultCountry }: Session): SerwerSmsContact {
  const { id, phone, email, first_name: firstName, last_name: lastName } = wire;
  const emails = emailsOf(email);
  return {
    __typename: 'SerwerSmsContact',
    id: encodeId(upstream.name, 'contact', id),
    upstream,
    upstreamId: id,
    displayName: displayNameOf(fullName(firstName, lastName), email, phone),
    emails,
    phones: phonesOf(defaultCountry, phone),
    channels: emails.length ? ['SMS', 'EMAIL'] : ['SMS'],
    phone,
    email,
    company: wire.company,
    firstName,
    lastName,
    taxId: wire.tax_id,
    address: wire.address,
    city: wire.city,
    description: wire.description,
    blacklisted: wire.blacklist ?? false,
  };
}

/** A contact as contacts/index tells it: with its group. */
function toListedContact(wire: WireListedContact, session: Session): SerwerSmsContact {
  const groups = toGroups(wire, session.upstream);
  return Object.assign(toContact(wire, session), membershipOf(groups));
}

function membershipOf(groups: readonly Group[]): Pick<Contact, 'groups' | 'groupKeys'> {
  return { groups, groupKeys: groups.map(({ upstreamId }) => upstreamId) };
}

/** Contacts of an account. */
export function createContactBackend(session: Session): ContactBackend {
  const { call, upstream } = session;

  async function* read(
    query: WireContactQuery,
    callOptions: CallOptions,
  ): AsyncGenerator<readonly SerwerSmsContact[], void> {
    const pages = readPages(upstream.name, (page) =>
      session.list(endpoints.listContacts, { ...query, page }, callOptions),
    );
    for await (const contacts of pages) {
      for await (const { rows } of mapInPages(contacts, (contact) => toListedContact(contact, session))) yield rows;
    }
  }

  async function* list(
    query: WireContactQuery,
    callOptions: CallOptions,
  ): AsyncGenerator<Page<SerwerSmsContact>, void> {
    try {
      for await (const rows of read(query, callOptions)) yield { rows };
    } catch (error) {
      // A group that is not there has no contacts; "none" is no group, so it can't be missing.
      const { group_id: group = 'none' } = query;
      const isGroupNotFound = group !== 'none' && error instanceof ProviderFailure && error.kind === 'not-found';
      if (!isGroupNotFound) throw error;
    }
  }

  async function readContact(key: string, callOptions: CallOptions): Promise<SerwerSmsContact | undefined> {
    const contact = await unlessMissing(call(endpoints.readContact, { id: toWireId(key) }, callOptions));
    return contact && toContact(contact, session);
  }

  async function readFromList(
    keys: ReadonlySet<string>,
    callOptions: CallOptions,
  ): Promise<ReadonlyMap<string, SerwerSmsContact>> {
    const found = new Map<string, SerwerSmsContact>();
    for await (const rows of read({}, callOptions)) {
      for (const row of rows) if (keys.has(row.upstreamId)) found.set(row.upstreamId, row);
      if (found.size === keys.size) break;
    }
    return found;
  }

  async function readOneByOne(
    keys: ReadonlySet<string>,
    callOptions: CallOptions,
  ): Promise<ReadonlyMap<string, SerwerSmsContact>> {
    const contacts = await Promise.all([...keys].map((key) => readContact(key, callOptions)));
    return new Map(contacts.flatMap((contact) => (contact ? [[contact.upstreamId, contact]] : [])));
  }

  const groupsOf = createGroupLookup(session, readFromList);

  return {
    pushdown,
    trial: searchTrial(
      endpoints.listContacts.name,
      async (query, callOptions) => {
        const { rows } = await session.list(endpoints.listContacts, { ...query, page: 1 }, callOptions);
        const contacts: SerwerSmsContact[] = [];
        for await (const page of rows) contacts.push(...page.map((contact) => toListedContact(contact, session)));
        return contacts;
      },
      comparedTexts,
    ),
    list: ({ params }, callOptions) => list(toContactQuery(params), callOptions),
    byKeys: (asked, callOptions) => {
      const keys = new Set(asked.filter(isKey));
      return keys.size > MAX_SINGLE_READS ? readFromList(keys, callOptions) : readOneByOne(keys, callOptions);
    },
    fetchColumns: async (contacts, _lacking, callOptions) => {
      const groups = await groupsOf(contacts, callOptions);
      return contacts.map((contact) => Object.assign({}, contact, membershipOf(groups.get(contact.id) ?? [])));
    },
    groupsOf,
  };
}

function toContactQuery(params: QueryParams): WireContactQuery {
  const group = paramOf(params, 'group_id');
  return {
    search: paramOf(params, 'search'),
    group_id: group === undefined || group === 'none' ? group : toWireId(group),
  };
}
