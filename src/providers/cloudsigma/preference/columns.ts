import { foldUuid } from '../../../graph/values/uuid.js';
import { declareColumns, type ColumnRule } from '../../../wire/columns.js';
import { flag, optional, text } from '../../../wire/value-readers.js';
import { record } from '../../../wire/structure-readers.js';
import type { ReadValue } from '../../../wire/reader.js';
import type { ForEachField } from '../../../wire/column-inputs.js';
import { contactUuidOf, encodeContactId } from '../key.js';
import type { UpstreamValue } from '../../../graph/ports/upstream-value.js';
import type { NotificationPreferenceInput } from './inputs.js';
import type { NotificationPreference } from './types.js';

/** A preference that is to be set, with the key of its contact. */
export interface PreferenceChange extends Omit<NotificationPreferenceInput, 'contactId'> {
  readonly contact: string;
}

export const preferenceColumns = declareColumns<
  NotificationPreference,
  Exclude<keyof NotificationPreference, 'contactId' | 'contact'>,
  'row'
>()({
  medium: { wire: 'medium', read: text, rule: wordRule('medium') },
  type: { wire: 'type', read: text, rule: wordRule('type') },
  enabled: { wire: 'value', read: flag, rule: () => undefined },
});

const wireNames: ForEachField<Omit<PreferenceChange, 'contact'>, string> = preferenceColumns.wireNames;

/** Preferences name their contact by its path. */
export const preferenceRow = record({ contact: optional(text), ...preferenceColumns.readers });
export type WirePreference = ReadValue<typeof preferenceRow>;

/** Makes preferences of rows. Many of them are of one contact, whose id is made once. */
export function createPreferenceMapper(upstream: UpstreamValue): (row: WirePreference) => NotificationPreference {
  const contactIds = new Map<string, string | null>();
  const contactIdOf = (path: string): string | null => {
    let id = contactIds.get(path);
    if (id === undefined) {
      const uuid = contactUuidOf(path);
      id = uuid === undefined ? null : encodeContactId(upstream, uuid);
      contactIds.set(path, id);
    }
    return id;
  };
  return (row) => ({
    contactId: row.contact === null ? null : contactIdOf(row.contact),
    ...preferenceColumns.cellsOf(row, 'row'),
  });
}

/** A preference as it is sent. The path is CloudSigma's own, whatever the base URL is. */
export function toWirePreference({ contact, ...change }: PreferenceChange): Readonly<Record<string, string | boolean>> {
  const values = new Map(Object.entries(change));
  const columns = Object.entries(wireNames).flatMap(([field, wire]) => {
    const value = values.get(field);
    return value === undefined ? [] : [[wire, value] as const];
  });
  return { contact: `/api/2.0/notification_contacts/${contact}/`, ...Object.fromEntries(columns) };
}

/** One text that tells a preference from all others of its account. Results of writes hold it. */
export function preferenceName({
  contact,
  medium,
  type,
}: Pick<PreferenceChange, 'contact' | 'medium' | 'type'>): string {
  return [foldUuid(contact), medium, type].join(' ');
}

/** The same of a row. */
export function preferenceNameOfRow(row: WirePreference): string {
  return preferenceName({ ...row, contact: contactUuidOf(row.contact) ?? '' });
}

function wordRule(field: string): ColumnRule {
  return (value) =>
    typeof value === 'string' && /^[\w.-]{1,100}$/.test(value)
      ? undefined
      : `The ${field} must be a word of CloudSigma's, as notificationPreferences has it: letters, digits, "_", "." and "-".`;
}
