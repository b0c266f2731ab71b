import { paramOf } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { isKey, toWireId } from '../key.js';
import type { WireContact, WireListedContact } from './columns.js';
import { contactEndpoints } from './endpoints.js';
import { comparablePhone } from './phone-number.js';
import { readPages } from '../pages.js';
import { offerPhoneSearch } from '../search.js';
import type { Session } from '../session.js';

/** Reads rows anew, past the cache, for writes that depend on them. */
export interface ContactReads {
  /** Undefined where there is none. */
  readonly readContact: (key: string, callOptions: CallOptions) => Promise<WireContact | undefined>;
  /** All rows with this number: one for each group that it is in. */
  readonly readByPhone: (phone: string, callOptions: CallOptions) => Promise<readonly WireListedContact[]>;
  readonly readAll: (callOptions: CallOptions) => Promise<readonly WireListedContact[]>;
  /** The key of the group that a row is in; null where it is in none. */
  readonly readGroupKey: (row: WireContact, callOptions: CallOptions) => Promise<string | null>;
}

export function createContactReads({ call, list, upstream, defaultCountry }: Session): ContactReads {
  const searchRows = async (
    phrase: string | undefined,
    callOptions: CallOptions,
  ): Promise<readonly WireListedContact[]> => {
    const found: WireListedContact[] = [];
    const readPage = (page: number | undefined) =>
      list(contactEndpoints.list, { search: phrase, page }, { ...callOptions, bypassCache: true });
    for await (const rows of readPages(upstream.name, readPage)) found.push(...rows);
    return found;
  };

  const readByPhone: ContactReads['readByPhone'] = async (phone, callOptions) => {
    const number = comparablePhone(phone, defaultCountry);
    const phrase = paramOf(offerPhoneSearch(number)?.params ?? {}, 'search');
    const found = await searchRows(phrase, callOptions);
    return found.filter((row) => row.phone !== null && comparablePhone(row.phone, defaultCountry) === number);
  };

  return {
    readContact: (key, callOptions) =>
      unlessMissing(call(contactEndpoints.read, { id: toWireId(key) }, { ...callOptions, bypassCache: true })),
    readByPhone: readByPhone,
    readAll: (callOptions) => searchRows(undefined, callOptions),
    readGroupKey: async ({ id, phone }, callOptions) => {
      const isOwn = (row: WireListedContact): boolean => row.id === id;
      const samePhone = phone === null ? [] : await readByPhone(phone, callOptions);
      const row = samePhone.find(isOwn) ?? (await searchRows(undefined, callOptions)).find(isOwn);
      return groupKeyOf(row);
    },
  };
}

/** The key of the group that a list row names. */
export function groupKeyOf(row: WireListedContact | undefined): string | null {
  const key = row?.group_id ?? null;
  return key !== null && isKey(key) ? key : null;
}
