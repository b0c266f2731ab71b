import type { ContactBackend } from '../../../graph/contact/backend.js';
import { addColumns } from '../../../graph/contact/contact-row.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import type { Page } from '../../../query/select.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { isKey, toWireId } from '../key.js';
import { readPages } from '../pages.js';
import type { Session } from '../session.js';
import { searchTrial } from '../trial.js';
import { membershipOf, toContact, toListedContact } from './columns.js';
import { contactEndpoints, type WireContactQuery } from './endpoints.js';
import { createGroupLookup } from './membership.js';
import { comparedTexts, contactPushdown, toContactQuery } from './pushdown.js';
import type { SerwerSmsContact } from './types.js';

/** At most 5 contacts are read one by one. For more, the whole list is one request. */
export const MAX_SINGLE_READS = 5;

/** Contacts of an account. */
export function createContactBackend(session: Session): ContactBackend {
  const { call, upstream } = session;

  async function* read(
    query: WireContactQuery,
    callOptions: CallOptions,
  ): AsyncGenerator<readonly SerwerSmsContact[], void> {
    const pages = readPages(upstream.name, (page) =>
      session.list(contactEndpoints.list, { ...query, page }, callOptions),
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
      // A group that does not exist has no contacts. "none" is no group, so its failure is no such answer.
      const { group_id: group = 'none' } = query;
      const isGroupNotFound = group !== 'none' && error instanceof ProviderFailure && error.kind === 'not-found';
      if (!isGroupNotFound) throw error;
    }
  }

  async function readContact(key: string, callOptions: CallOptions): Promise<SerwerSmsContact | undefined> {
    const contact = await unlessMissing(call(contactEndpoints.read, { id: toWireId(key) }, callOptions));
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
    pushdown: contactPushdown,
    trial: searchTrial(
      contactEndpoints.list.name,
      async (query, callOptions) => {
        const { rows } = await session.list(contactEndpoints.list, { ...query, page: 1 }, callOptions);
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
      return contacts.map((contact) => addColumns(contact, membershipOf(groups.get(contact.id) ?? [])));
    },
    groupsOf,
  };
}
