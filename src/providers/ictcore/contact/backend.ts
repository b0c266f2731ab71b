import type { ContactBackend } from '../../../graph/contact/backend.js';
import { displayNameOf, emailsOf, fullName, phonesOf, type Channel } from '../../../graph/contact/types.js';
import { encodeId } from '../../../graph/values/id.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import type { QueryParams } from '../../../query/plan.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/not-found.js';
import { contactPushdown } from './pushdown.js';
import { createContactWrites } from './writes.js';
import { endpoints, type ListedContact, type WireContact } from '../endpoints.js';
import { paramOf, readEach } from '../shared/reads/keys.js';
import { fetchDeferredFromItems, readIndependently } from '../shared/reads/deferred.js';
import { createMembershipLoader } from '../group/membership.js';
import type { IctCoreContact } from '../types.js';
import type { Session } from '../session.js';

/** A contact as a list tells it: some columns may be absent. */
export function toContact(wire: WireContact, key: string, { upstream, defaultCountry }: Session): IctCoreContact {
  const { first_name: firstName, last_name: lastName, phone, email } = wire;
  const emails = emailsOf(email);
  const phones = phonesOf(defaultCountry, phone);
  return {
    __typename: 'IctCoreContact',
    id: encodeId(upstream.name, 'contact', key),
    upstream,
    upstreamId: key,
    displayName: displayNameOf(fullName(firstName, lastName), email, phone),
    emails,
    phones,
    channels: [...(emails.length ? EMAIL_CHANNELS : []), ...(phones.length ? PHONE_CHANNELS : [])],
    firstName,
    lastName,
    phone,
    email,
    address: wire.address,
    custom1: wire.custom1,
    custom2: wire.custom2,
    custom3: wire.custom3,
    description: wire.description,
  };
}

const EMAIL_CHANNELS: readonly Channel[] = ['EMAIL'];
const PHONE_CHANNELS: readonly Channel[] = ['SMS', 'VOICE', 'FAX'];

/** A contact as its item tells it: what is not there is unset. Undefined for an item that is not the one asked for. */
function toWholeContact(wire: WireContact, key: string, session: Session): IctCoreContact | undefined {
  // The guide's item has no id; of a contact that is none, such as number 0, it is null.
  if (wire.contact_id !== undefined && wire.contact_id !== key) return undefined;
  const { address = null, custom1 = null, custom2 = null, custom3 = null, description = null } = wire;
  return toContact({ ...wire, address, custom1, custom2, custom3, description }, key, session);
}

/** Contacts of an installation. */
export function createContactBackend(session: Session): ContactBackend {
  const { call, list } = session;

  async function* readList(
    params: QueryParams,
    callOptions: CallOptions,
  ): AsyncGenerator<readonly ListedContact[], void> {
    const group = paramOf(params, 'group');
    const query = { phone: paramOf(params, 'phone') };
    const found =
      group === undefined
        ? await list(endpoints.listContacts, query, callOptions)
        : // A group that is not there has no contacts.
          await unlessMissing(list(endpoints.listGroupContacts, { ...query, group }, callOptions));
    const seen = new Set<string>();
    if (!found) return;
    for await (const rows of found.rows) {
      // A contact in n groups is listed n times.
      yield rows.filter(({ contact_id: key }) => !seen.has(key) && seen.add(key));
    }
  }

  async function readItem(key: string, callOptions: CallOptions): Promise<IctCoreContact | undefined> {
    const found = await unlessMissing(call(endpoints.readContact, key, callOptions));
    return found && toWholeContact(found, key, session);
  }

  const membership = createMembershipLoader(session);
  const byKeys: ContactBackend['byKeys'] = (keys, callOptions) => readEach(keys, readItem, callOptions);
  const eachByKey = readIndependently(readItem);

  return {
    pushdown: contactPushdown,
    list: async function* ({ params }, callOptions) {
      yield* mapInPages(readList(params, callOptions), (row) => toContact(row, row.contact_id, session));
    },
    // Items, however many: the list lacks their columns, and is as long as it is.
    byKeys,
    eachByKey,
    fetchDeferred: fetchDeferredFromItems(readItem),
    fetchColumns: async (contacts, _lacking, callOptions) => {
      const groups = await membership.groupsByContact(callOptions);
      return contacts.map((contact) => {
        const groupKeys = (groups.get(contact.upstreamId) ?? []).map(({ upstreamId }) => upstreamId);
        return Object.assign({}, contact, { groupKeys });
      });
    },
    groupsOf: membership.groupsOf,
    writes: createContactWrites(session, { byKeys }),
  };
}
