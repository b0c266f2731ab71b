import { notThere } from '../../graph/target.js';
import type { Made } from '../../graph/writes.js';
import type { Sent, Writing } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';
import { columnsOf } from './check.js';
import type { WireContact } from './endpoints.js';
import { isKey, toWireId } from './key.js';
import { pointed, type Points } from './pointed.js';
import type { Rows } from './rows.js';
import type { Tracker } from './trail.js';
import type { Way } from './way.js';
import { writeEndpoints, type NewContact, type WireMemberships } from './write-endpoints.js';

/** What all writes of contacts are made of. */
export interface Sender {
  readonly add: (contact: NewContact, points: Points, writing: Writing) => Promise<Sent<Made>>;
  /** Sends a row whole, with what is given in it: whether SerwerSMS keeps what an edit leaves out is not documented. */
  readonly edit: (row: WireContact, given: NewContact, points: Points, writing: Writing) => Promise<Sent<Made>>;
  /** The row with this key; Invalid, NOT_FOUND at this field, where there is none. */
  readonly rowOf: (key: string, field: readonly string[] | null, writing: Writing) => Promise<WireContact>;
}

export function createSender({ call }: Way, rows: Rows, tracker: Tracker): Sender {
  /** No document says how a contact leaves all groups, so what became of it is looked at. */
  async function checkLeft(
    row: WireContact,
    { id }: Points,
    writing: Writing,
  ): Promise<Pick<Sent<Made>, 'mistakes' | 'lost'>> {
    try {
      if ((await rows.groupOf(row, writing)) === null) return {};
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      return { lost: [error] };
    }
    const message = 'SerwerSMS kept the contact in its group: take it out in its panel, or delete this contact.';
    return { mistakes: [{ code: 'UPSTREAM_REJECTED', message, field: id ?? null }] };
  }

  return {
    add: async (contact, points, writing) => {
      writing.remember(await tracker.ofContacts(contact, writing));
      const { id } = await pointed(call(writeEndpoints.addContact, contact, writing), points);
      return { result: { key: id } };
    },
    edit: async (row, given, points, writing) => {
      const whole = { ...columnsOf(row), ...given };
      const edited = { id: toWireId(row.id), ...whole };
      const { id } = await pointed(call(writeEndpoints.editContact, edited, writing), points);
      const result = { key: id ?? row.id };
      if (!isEmpty(given.group_id)) return { result };
      const now = { ...row, id: result.key, phone: whole.phone ?? null };
      return { result, ...(await checkLeft(now, points, writing)) };
    },
    rowOf: async (key, field, writing) => {
      const row = isKey(key) ? await rows.view(key, writing) : undefined;
      if (!row) throw notThere('contact', field);
      return row;
    },
  };
}

export function isEmpty(groups: WireMemberships | undefined): boolean {
  return Array.isArray(groups) && groups.length === 0;
}
