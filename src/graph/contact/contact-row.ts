import { encodeId } from '../values/id.js';
import { foldUuid } from '../values/uuid.js';
import type { UpstreamValue } from '../ports/upstream-value.js';
import { phonesOf, type Channel, type PhoneFields } from './types.js';

/** What the row of a contact is made of, besides the columns of its provider. */
export interface ContactParts<TypeName extends string> {
  readonly __typename: TypeName;
  readonly upstream: UpstreamValue;
  readonly upstreamId: string;
  /** What its id holds; default: `upstreamId`. */
  readonly key?: string;
  readonly displayName: string;
  readonly emails: readonly string[];
  readonly channels: readonly Channel[];
  readonly phoneFields: PhoneFields;
}

/**
 * A contact as a row. Its id and its phones take longer than all else: they are made when somebody asks for them, and of most
 * rows of a list that is sorted or filtered nobody does. Its provider's columns are added to it (`addCells` of their table).
 */
export class ContactRow<TypeName extends string> {
  readonly __typename: TypeName;
  readonly upstream: UpstreamValue;
  readonly upstreamId: string;
  readonly displayName: string;
  readonly emails: readonly string[];
  readonly channels: readonly Channel[];
  readonly #key: string;
  readonly #phoneFields: PhoneFields;
  #id: string | undefined;
  #phones: readonly string[] | undefined;

  constructor(parts: ContactParts<TypeName>) {
    this.__typename = parts.__typename;
    this.upstream = parts.upstream;
    this.upstreamId = parts.upstreamId;
    this.displayName = parts.displayName;
    this.emails = parts.emails;
    this.channels = parts.channels;
    this.#key = parts.key ?? parts.upstreamId;
    this.#phoneFields = parts.phoneFields;
  }

  get id(): string {
    return (this.#id ??= encodeId(this.upstream.name, 'contact', this.#key));
  }

  get idKey(): string {
    return foldUuid(this.#key);
  }

  get phones(): readonly string[] {
    return (this.#phones ??= phonesOf(this.#phoneFields));
  }

  /** A row of the same contact, which gets its columns from both of these. */
  copyWith(columns: object): object {
    const parts = Object.assign({}, this, { key: this.#key, phoneFields: this.#phoneFields });
    return Object.assign(new ContactRow(parts), this, columns);
  }
}

/** The same contact with more columns. A plain copy of its row would have neither id nor phones. */
export function addColumns<Row extends object, Columns extends object>(row: Row, columns: Columns): Row & Columns {
  const copy = row instanceof ContactRow ? row.copyWith(columns) : { ...row, ...columns };
  return copy as Row & Columns;
}
