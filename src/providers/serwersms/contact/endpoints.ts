import { flag, optional, text } from '../../../wire/value-readers.js';
import { defineAction, type WireId } from '../endpoints.js';
import type { ReadValue } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';

/** One group, several, or with an empty list none. */
export type WireMemberships = WireId | readonly WireId[];

/** Columns of a contact as they are sent: `''` empties one. */
export interface WritableColumns {
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

export interface WireNewContact extends WritableColumns {
  readonly group_id?: WireMemberships;
}

export interface WireContactUpdate extends WireNewContact {
  readonly id: WireId;
}

// A `success` that is false is a refusal, whatever else the answer says.
const writeAnswer = record({ success: flag, id: optional(text) });
const deleteAnswer = record({ success: flag });

export type WireWriteAnswer = ReadValue<typeof writeAnswer>;

export const writeEndpoints = {
  createContact: defineAction<WireNewContact, WireWriteAnswer>('contacts/add', 'acts', writeAnswer),
  updateContact: defineAction<WireContactUpdate, WireWriteAnswer>('contacts/edit', 'replaces', writeAnswer),
  deleteContact: defineAction<{ readonly id: WireId }, unknown>('contacts/delete', 'replaces', deleteAnswer),
  createGroup: defineAction<{ readonly name: string }, WireWriteAnswer>('groups/add', 'acts', writeAnswer),
  updateGroup: defineAction<{ readonly id: WireId; readonly name: string }, WireWriteAnswer>(
    'groups/edit',
    'replaces',
    writeAnswer,
  ),
  deleteGroup: defineAction<{ readonly id: WireId; readonly delete_contacts?: true }, unknown>(
    'groups/delete',
    'replaces',
    deleteAnswer,
  ),
};
