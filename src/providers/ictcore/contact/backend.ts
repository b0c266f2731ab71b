import type { ContactBackend } from '../../../graph/contact/backend.js';
import { addColumns } from '../../../graph/contact/contact-row.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import { paramOf, type QueryParams } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { undefinedIfMissing, unlessMissing } from '../../../wire/unless-missing.js';
import { contactPushdown } from './pushdown.js';
import { createContactWrites } from './writes.js';
import { contactEndpoints, contactSources, type ContactItem, type ListedContact } from './endpoints.js';
import { contactColumns, toContact } from './columns.js';
import { readEach } from '../shared/reads/keys.js';
import { fetchDeferredFrom } from '../../../graph/ports/deferred.js';
import { readIndependently, readOncePerRequest } from '../shared/reads/deferred.js';
import type { Membership } from './membership.js';
import type { IctCoreContact } from './types.js';
import type { Session } from '../session.js';

/** Contacts of an installation. */
export function createContactBackend(session: Session, membership: Membership): ContactBackend {
  const { call, list } = session;

  async function* readList(
    params: QueryParams,
    callOptions: CallOptions,
  ): AsyncGenerator<readonly ListedContact[], void> {
    const group = paramOf(params, 'group');
    const query = { phone: paramOf(params, 'phone') };
    const found =
      group === undefined
        ? await list(contactEndpoints.list, query, callOptions)
        : // A group that is not there has no contacts.
          await unlessMissing(list(contactEndpoints.listOfGroup, { ...query, group }, callOptions));
    const seen = new Set<string>();
    if (!found) return;
    for await (const rows of found.rows) {
      // A contact in n groups is listed n times.
      yield rows.filter(({ contact_id: key }) => !seen.has(key) && seen.add(key));
    }
  }

  // Of a list each contact is read so: every step that is awaited takes memory for as long as the answer is not there.
  function readAs<Found>(
    key: string,
    callOptions: CallOptions,
    make: (found: ContactItem, key: string) => Found,
  ): Promise<Found | undefined> {
    return call(contactEndpoints.read, key, callOptions).then((found) => {
      // The guide's item has no id; of a contact that is none, such as number 0, it is null.
      const isOther = found.contact_id !== undefined && found.contact_id !== key;
      return isOther ? undefined : make(found, key);
    }, undefinedIfMissing);
  }

  const makeItem = (found: ContactItem, key: string): IctCoreContact => toContact(found, key, 'item', session);
  const makeCells = (found: ContactItem): object => contactColumns.cellsOf(found, 'item');
  const readItem = (key: string, callOptions: CallOptions) => readAs(key, callOptions, makeItem);
  /** The columns of its own: rows that lack them have what is made of the others. */
  const readCells = (key: string, callOptions: CallOptions) => readAs(key, callOptions, makeCells);

  const byKeys: ContactBackend['byKeys'] = (keys, callOptions) => readEach(keys, readItem, callOptions);
  const eachByKey = readIndependently(readItem);

  return {
    pushdown: contactPushdown,
    list: async function* ({ params }, callOptions) {
      yield* mapInPages(readList(params, callOptions), (row) => toContact(row, row.contact_id, 'list', session));
    },
    // Items, however many: the list lacks their columns, and is as long as it is.
    byKeys,
    eachByKey,
    fetchDeferred: fetchDeferredFrom(contactSources, { item: readOncePerRequest(readCells) }),
    fetchColumns: async (contacts, _lacking, callOptions) => {
      const groups = await membership.groupsByContact(callOptions);
      return contacts.map((contact) => {
        const groupKeys = (groups.get(contact.upstreamId) ?? []).map(({ upstreamId }) => upstreamId);
        return addColumns(contact, { groupKeys });
      });
    },
    groupsOf: membership.groupsOf,
    writes: createContactWrites(session, { byKeys, membership }),
  };
}
