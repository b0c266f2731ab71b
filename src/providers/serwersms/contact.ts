import { inPages } from '../../graph/pages.js';
import type { ContactBackend } from '../../graph/contact/backend.js';
import { displayNameOf, emailsOf, fullName, phonesOf, type Contact } from '../../graph/contact/contact.js';
import type { Group } from '../../graph/group/group.js';
import { encodeId } from '../../graph/id.js';
import type { Params } from '../../query/plan.js';
import type { Page } from '../../query/select.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { endpoints, type ContactQuery, type WireContact, type WireListedContact } from './endpoints.js';
import { toGroups } from './group.js';
import { isKey, paramOf, toWireId } from './key.js';
import { createMembership } from './membership.js';
import { comparisons, pushdown } from './offers.js';
import { readPages } from './pages.js';
import type { SerwerSmsContact } from './types.js';
import { searchTrial } from './trial.js';
import type { Way } from './way.js';

/** So many contacts are asked for one by one; for more the whole list is one request. */
export const FEW = 5;

/** A contact as contacts/view tells it: without its groups. */
function toContact(wire: WireContact, { upstream, defaultCountry }: Way): SerwerSmsContact {
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
function toListedContact(wire: WireListedContact, way: Way): SerwerSmsContact {
  const groups = toGroups(wire, way.upstream);
  return Object.assign(toContact(wire, way), membershipOf(groups));
}

function membershipOf(groups: readonly Group[]): Pick<Contact, 'groups' | 'groupKeys'> {
  return { groups, groupKeys: groups.map(({ upstreamId }) => upstreamId) };
}

/** Contacts of an account. */
export function contactBackend(way: Way): ContactBackend {
  const { call, upstream } = way;

  async function* read(query: ContactQuery, asking: Asking): AsyncGenerator<readonly SerwerSmsContact[], void> {
    const pages = readPages(upstream.name, (page) => way.list(endpoints.listContacts, { ...query, page }, asking));
    for await (const contacts of pages) {
      for await (const { rows } of inPages(contacts, (contact) => toListedContact(contact, way))) yield rows;
    }
  }

  async function* list(query: ContactQuery, asking: Asking): AsyncGenerator<Page<SerwerSmsContact>, void> {
    try {
      for await (const rows of read(query, asking)) yield { rows };
    } catch (error) {
      // A group that is not there has no contacts; "none" is no group, so it can't be missing.
      const { group_id: group = 'none' } = query;
      const gone = group !== 'none' && error instanceof ProviderFailure && error.kind === 'not-found';
      if (!gone) throw error;
    }
  }

  async function view(key: string, asking: Asking): Promise<SerwerSmsContact | undefined> {
    const contact = await unlessMissing(call(endpoints.viewContact, { id: toWireId(key) }, asking));
    return contact && toContact(contact, way);
  }

  async function fromList(keys: ReadonlySet<string>, asking: Asking): Promise<ReadonlyMap<string, SerwerSmsContact>> {
    const found = new Map<string, SerwerSmsContact>();
    for await (const rows of read({}, asking)) {
      for (const row of rows) if (keys.has(row.upstreamId)) found.set(row.upstreamId, row);
      if (found.size === keys.size) break;
    }
    return found;
  }

  async function oneByOne(keys: ReadonlySet<string>, asking: Asking): Promise<ReadonlyMap<string, SerwerSmsContact>> {
    const contacts = await Promise.all([...keys].map((key) => view(key, asking)));
    return new Map(contacts.flatMap((contact) => (contact ? [[contact.upstreamId, contact]] : [])));
  }

  const groupsOf = createMembership(way, fromList);

  return {
    pushdown,
    trial: searchTrial(
      endpoints.listContacts.name,
      async (query, asking) => {
        const { rows } = await way.list(endpoints.listContacts, { ...query, page: 1 }, asking);
        const contacts: SerwerSmsContact[] = [];
        for await (const page of rows) contacts.push(...page.map((contact) => toListedContact(contact, way)));
        return contacts;
      },
      comparisons,
    ),
    list: ({ params }, asking) => list(toQuery(params), asking),
    byKeys: (asked, asking) => {
      const keys = new Set(asked.filter(isKey));
      return keys.size > FEW ? fromList(keys, asking) : oneByOne(keys, asking);
    },
    complete: async (contacts, _lacking, asking) => {
      const groups = await groupsOf(contacts, asking);
      return contacts.map((contact) => Object.assign({}, contact, membershipOf(groups.get(contact.id) ?? [])));
    },
    groupsOf,
  };
}

function toQuery(params: Params): ContactQuery {
  const group = paramOf(params, 'group_id');
  return {
    search: paramOf(params, 'search'),
    group_id: group === undefined || group === 'none' ? group : toWireId(group),
  };
}
