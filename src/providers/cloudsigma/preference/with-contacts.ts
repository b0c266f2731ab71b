import type { Contact } from '../../../graph/contact/types.js';
import type { Context } from '../../../graph/request/context.js';
import { isYieldDue, yieldToEventLoop } from '../../../transport/yield.js';
import type { NotificationPreference } from './types.js';

const ROWS_AT_A_STRETCH = 1000;

/**
 * The preferences with their contacts. There are many of each contact, and a list of them may be long: if every row waited
 * for its own, that would take more time and memory than all else. Contacts that can't be read are left to the rows, which
 * report it, but to no more of them than it takes to report each failure.
 */
export async function withContacts(
  preferences: readonly NotificationPreference[],
  { loaders }: Pick<Context, 'loaders'>,
): Promise<readonly NotificationPreference[]> {
  const ids = [...new Set(preferences.flatMap(({ contactId }) => contactId ?? []))];
  const loaded = await Promise.allSettled(ids.map((id) => loaders.contact.load(id)));
  const contacts = new Map<string | null, Contact | null>();
  const failures = new Set<unknown>();
  for (const [place, id] of ids.entries()) {
    const outcome = loaded[place];
    if (outcome?.status === 'fulfilled') contacts.set(id, outcome.value);
    else if (failures.has(outcome?.reason)) contacts.set(id, null);
    else failures.add(outcome?.reason);
  }
  const rows: NotificationPreference[] = [];
  for (const preference of preferences) {
    const contact = contacts.get(preference.contactId);
    rows.push(contact === undefined ? preference : Object.assign({}, preference, { contact }));
    if (rows.length % ROWS_AT_A_STRETCH === 0 && isYieldDue()) await yieldToEventLoop();
  }
  return rows;
}
