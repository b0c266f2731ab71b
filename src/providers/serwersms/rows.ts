import type { Asking } from '../../transport/exchange.js';
import { unlessMissing } from '../../wire/missing.js';
import { endpoints, type WireContact, type WireListedContact } from './endpoints.js';
import { isKey, paramOf, toWireId } from './key.js';
import { plainNumber } from './number.js';
import { readPages } from './pages.js';
import { searchNumber } from './search.js';
import type { Way } from './way.js';

/** Rows as SerwerSMS has them at this moment, for writes that go by what is there. */
export interface Rows {
  /** Undefined where there is none. */
  readonly view: (key: string, asking: Asking) => Promise<WireContact | undefined>;
  /** All rows with this number: one for each group that it is in. */
  readonly ofNumber: (phone: string, asking: Asking) => Promise<readonly WireListedContact[]>;
  readonly all: (asking: Asking) => Promise<readonly WireListedContact[]>;
  /** The key of the group that a row is in; null where it is in none. */
  readonly groupOf: (row: WireContact, asking: Asking) => Promise<string | null>;
}

export function createRows({ call, list, upstream, defaultCountry }: Way): Rows {
  const search = async (phrase: string | undefined, asking: Asking): Promise<readonly WireListedContact[]> => {
    const found: WireListedContact[] = [];
    const ask = (page: number | undefined) =>
      list(endpoints.listContacts, { search: phrase, page }, { ...asking, fresh: true });
    for await (const rows of readPages(upstream.name, ask)) found.push(...rows);
    return found;
  };

  const ofNumber: Rows['ofNumber'] = async (phone, asking) => {
    const number = plainNumber(phone, defaultCountry);
    const phrase = paramOf(searchNumber(number)?.params ?? {}, 'search');
    const found = await search(phrase, asking);
    return found.filter((row) => row.phone !== null && plainNumber(row.phone, defaultCountry) === number);
  };

  return {
    view: (key, asking) =>
      unlessMissing(call(endpoints.viewContact, { id: toWireId(key) }, { ...asking, fresh: true })),
    ofNumber,
    all: (asking) => search(undefined, asking),
    groupOf: async ({ id, phone }, asking) => {
      const isOwn = (row: WireListedContact): boolean => row.id === id;
      const near = phone === null ? [] : await ofNumber(phone, asking);
      const row = near.find(isOwn) ?? (await search(undefined, asking)).find(isOwn);
      return groupIn(row);
    },
  };
}

/** The key of the group that a list row names. */
export function groupIn(row: WireListedContact | undefined): string | null {
  const key = row?.group_id ?? null;
  return key !== null && isKey(key) ? key : null;
}
