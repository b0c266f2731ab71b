import type { ContactBackend } from '../../../graph/contact/backend.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import { isUuid } from '../../../graph/values/uuid.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Session } from '../session.js';
import { toContact, type WireContact } from './columns.js';
import type { ContactEndpoints } from './endpoints.js';
import { contactPushdown, toContactsQuery } from './pushdown.js';
import { fitsQuery, type MatchingReader } from './reads.js';

/** The contacts of one account. */
export function createContactBackend(
  session: Session,
  endpoints: ContactEndpoints,
  readMatching: MatchingReader,
): Omit<ContactBackend, 'writes'> {
  const { call, list } = session;
  const readRows = async (keys: readonly string[], callOptions: CallOptions): Promise<readonly WireContact[]> => {
    const [onlyKey] = keys;
    if (onlyKey === undefined) return [];
    if (keys.length > 1) {
      const distinctKeys = new Set(keys.map((key) => key.toLowerCase()));
      // The whole list is one request too, as it has no pages.
      return readMatching(
        fitsQuery(keys) ? { ids: keys } : {},
        ({ id }) => distinctKeys.has(id.toLowerCase()),
        callOptions,
      );
    }
    const found = await unlessMissing(call(endpoints.read, onlyKey, callOptions));
    return found ? [found] : [];
  };
  return {
    pushdown: contactPushdown,
    list: async function* ({ params }, callOptions) {
      const { rows } = await list(endpoints.list, toContactsQuery(params), callOptions);
      yield* mapInPages(rows, (row) => toContact(row, session));
    },
    byKeys: async (keys, callOptions) => {
      const distinctKeys = [...new Set(keys.filter(isUuid))];
      const rows = await readRows(distinctKeys, callOptions);
      // A GUID is the same in capitals.
      const byId = new Map(rows.map((row) => [row.id.toLowerCase(), row]));
      return new Map(
        distinctKeys.flatMap((key) => {
          const row = byId.get(key.toLowerCase());
          return row ? [[key, toContact(row, session)] as const] : [];
        }),
      );
    },
  };
}
