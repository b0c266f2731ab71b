import type { Action } from './action.js';
import { isGiven, isRecord, parsed, parseList, toRequiredText, toText } from './params.js';
import { toStoredPhone } from './phone.js';
import { Refusal } from './refusal.js';
import { toContactRow, type ContactRow } from './state.js';

const COLUMNS = ['email', 'first_name', 'last_name', 'company'] as const;

/** Makes a group and puts the contacts with a good number into it; not in the document, but in every official client. */
export const importActions: Readonly<Record<string, Action>> = {
  'contacts/import': ({ state, params, did }) => {
    const name = toRequiredText(params, 'group_name');
    if (!isGiven(params, 'contact')) throw new Refusal(2000);
    const { contact } = params;
    // Java, Ruby and C# send the list as text that holds JSON.
    const sent = parseList(typeof contact === 'string' ? parsed(contact) : contact);
    const rows = sent.flatMap((item) => toRow(item) ?? []);
    const id = state.newGroupId();
    state.groups.set(id, { id, name, unlisted: 0 });
    did(`group.create ${id}`);
    for (const row of rows) {
      const contactId = state.newContactId();
      state.contacts.set(contactId, toContactRow(contactId, { ...row, group_id: id }));
      did(`contact.create ${contactId}`);
    }
    return { success: true, id, correct: rows.length, failed: sent.length - rows.length };
  },
};

function toRow(item: unknown): Partial<ContactRow> | undefined {
  if (!isRecord(item)) return undefined;
  try {
    const texts = COLUMNS.map((column) => [column, toText(item, column) ?? ''] as const);
    return { ...Object.fromEntries(texts), phone: toStoredPhone(toRequiredText(item, 'phone')) };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
