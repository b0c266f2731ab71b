import {
  defineAction,
  defineListAction,
  deleteAnswer,
  writeAnswer,
  type WireListQuery,
  type WireWriteAnswer,
} from '../endpoints.js';
import type { WireId } from '../key.js';
import { contactRow, listedContactRow, type TextColumns, type WireContact, type WireListedContact } from './columns.js';

export interface WireContactQuery extends WireListQuery {
  /** `none`: contacts in no group. */
  readonly group_id?: WireId | undefined;
}

/** One group, several, or with an empty list none. */
export type WireMemberships = WireId | readonly WireId[];

export interface WireNewContact extends TextColumns {
  readonly group_id?: WireMemberships;
}

export interface WireContactUpdate extends WireNewContact {
  readonly id: WireId;
}

export const contactEndpoints = {
  list: defineListAction<WireContactQuery, WireListedContact>('contacts/index', listedContactRow),
  read: defineAction<{ readonly id: WireId }, WireContact>('contacts/view', 'reads', contactRow),
  create: defineAction<WireNewContact, WireWriteAnswer>('contacts/add', 'acts', writeAnswer),
  update: defineAction<WireContactUpdate, WireWriteAnswer>('contacts/edit', 'replaces', writeAnswer),
  delete: defineAction<{ readonly id: WireId }, unknown>('contacts/delete', 'replaces', deleteAnswer),
};
