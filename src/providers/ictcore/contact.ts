import type { ContactBackend } from '../../graph/contact/backend.js';
import { displayNameOf, emailsOf, fullName, phonesOf, type Channel } from '../../graph/contact/contact.js';
import { encodeId } from '../../graph/id.js';
import { inPages } from '../../graph/pages.js';
import type { Params } from '../../query/plan.js';
import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { pushdown } from './contact-filter.js';
import { contactWrites } from './contact-write.js';
import { endpoints, type ListedContact, type WireContact } from './endpoints.js';
import { paramOf, readEach } from './key.js';
import { lateFromItems, readApart } from './late.js';
import { createMembership } from './membership.js';
import type { IctCoreContact } from './types.js';
import type { Way } from './way.js';

/** A contact as a list tells it: some columns may be absent. */
export function toContact(wire: WireContact, key: string, { upstream, defaultCountry }: Way): IctCoreContact {
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
    channels: [...(emails.length ? BY_EMAIL : []), ...(phones.length ? BY_PHONE : [])],
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

const BY_EMAIL: readonly Channel[] = ['EMAIL'];
const BY_PHONE: readonly Channel[] = ['SMS', 'VOICE', 'FAX'];

/** A contact as its item tells it: what is not there is unset. Undefined for an item that is not the one asked for. */
function toWholeContact(wire: WireContact, key: string, way: Way): IctCoreContact | undefined {
  // The guide's item has no id; of a contact that is none, such as number 0, it is null.
  if (wire.contact_id !== undefined && wire.contact_id !== key) return undefined;
  const { address = null, custom1 = null, custom2 = null, custom3 = null, description = null } = wire;
  return toContact({ ...wire, address, custom1, custom2, custom3, description }, key, way);
}

/** Contacts of an installation. */
export function contactBackend(way: Way): ContactBackend {
  const { call, list } = way;

  async function* read(params: Params, asking: Asking): AsyncGenerator<readonly ListedContact[], void> {
    const group = paramOf(params, 'group');
    const query = { phone: paramOf(params, 'phone') };
    const found =
      group === undefined
        ? await list(endpoints.listContacts, query, asking)
        : // A group that is not there has no contacts.
          await unlessMissing(list(endpoints.listGroupContacts, { ...query, group }, asking));
    const seen = new Set<string>();
    if (!found) return;
    for await (const rows of found.rows) {
      // A contact in n groups is listed n times.
      yield rows.filter(({ contact_id: key }) => !seen.has(key) && seen.add(key));
    }
  }

  async function readWhole(key: string, asking: Asking): Promise<IctCoreContact | undefined> {
    const found = await unlessMissing(call(endpoints.readContact, key, asking));
    return found && toWholeContact(found, key, way);
  }

  const membership = createMembership(way);
  const byKeys: ContactBackend['byKeys'] = (keys, asking) => readEach(keys, readWhole, asking);
  const eachByKey = readApart(readWhole);

  return {
    pushdown,
    list: async function* ({ params }, asking) {
      yield* inPages(read(params, asking), (row) => toContact(row, row.contact_id, way));
    },
    // Items, however many: the list lacks their columns, and is as long as it is.
    byKeys,
    eachByKey,
    late: lateFromItems(readWhole),
    complete: async (contacts, _lacking, asking) => {
      const groups = await membership.groupsByContact(asking);
      return contacts.map((contact) => {
        const groupKeys = (groups.get(contact.upstreamId) ?? []).map(({ upstreamId }) => upstreamId);
        return Object.assign({}, contact, { groupKeys });
      });
    },
    groupsOf: membership.groupsOf,
    writes: contactWrites(way, { byKeys }),
  };
}
