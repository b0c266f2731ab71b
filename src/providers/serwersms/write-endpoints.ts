import { flag, optional, record, text, type Read } from '../../wire/read.js';
import { action, type WireId } from './endpoints.js';

/** One group, several, or with an empty list none. */
export type WireMemberships = WireId | readonly WireId[];

/** Columns of a contact as they are sent: `''` empties one. */
export interface WireColumns {
  readonly phone?: string;
  readonly email?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly company?: string;
  readonly tax_id?: string;
  readonly address?: string;
  readonly city?: string;
  readonly description?: string;
}

export interface NewContact extends WireColumns {
  readonly group_id?: WireMemberships;
}

export interface EditedContact extends NewContact {
  readonly id: WireId;
}

// A `success` that is false is a refusal, whatever else the answer says.
const written = record({ success: flag, id: optional(text) });
const deleted = record({ success: flag });

export type WireWritten = Read<typeof written>;

export const writeEndpoints = {
  addContact: action<NewContact, WireWritten>('contacts/add', 'acts', written),
  editContact: action<EditedContact, WireWritten>('contacts/edit', 'replaces', written),
  deleteContact: action<{ readonly id: WireId }, unknown>('contacts/delete', 'replaces', deleted),
  addGroup: action<{ readonly name: string }, WireWritten>('groups/add', 'acts', written),
  editGroup: action<{ readonly id: WireId; readonly name: string }, WireWritten>('groups/edit', 'replaces', written),
  deleteGroup: action<{ readonly id: WireId; readonly delete_contacts?: true }, unknown>(
    'groups/delete',
    'replaces',
    deleted,
  ),
};
