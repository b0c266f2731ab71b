import type { ContactBackend } from '../../../graph/contact/backend.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { isUuid } from '../../../graph/values/uuid.js';
import { asItCame, readAllRows, readParts, readWholeList } from '../pages.js';
import type { Session } from '../session.js';
import { toContact, type WireContact } from './columns.js';
import { contactEndpoints } from './endpoints.js';
import { contactPushdown } from './pushdown.js';
import type { CloudSigmaContact } from './types.js';
import { createContactWrites } from './writes.js';

/** Notification contacts of an account. */
export function createContactBackend(session: Session): ContactBackend {
  const { call } = session;
  const readOne = async (key: string, callOptions: CallOptions): Promise<readonly WireContact[]> => {
    const row = await unlessMissing(call(contactEndpoints.read, key, callOptions));
    return row ? [row] : [];
  };
  return {
    pushdown: contactPushdown,
    list: async function* ({ offset, limit = 0 }, callOptions) {
      const toRow = (row: WireContact): CloudSigmaContact => toContact(row, session);
      if (offset === 0 && limit === 0) {
        yield* readWholeList(session, contactEndpoints.list, toRow, callOptions);
        return;
      }
      for await (const { meta, objects } of readParts(call, contactEndpoints.list, { offset, limit }, callOptions)) {
        yield* mapInPages(objects, toRow, { total: meta.total_count });
      }
    },
    byKeys: async (keys, callOptions) => {
      // Only a UUID can be a contact's key: any other key is never sent.
      const sendable = keys.filter(isUuid);
      const found = new Map<string, CloudSigmaContact>();
      const [onlyKey] = sendable;
      if (onlyKey === undefined) return found;
      // Several contacts are read from the list, which is one request.
      const rows =
        sendable.length === 1
          ? await readOne(onlyKey, callOptions)
          : await readAllRows(session, contactEndpoints.list, asItCame, callOptions);
      // A UUID is the same in capitals.
      const byUuid = new Map<string, WireContact>();
      for (const row of rows) byUuid.set(row.uuid.toLowerCase(), row);
      for (const key of sendable) {
        const row = byUuid.get(key.toLowerCase());
        if (row) found.set(key, toContact(row, session));
      }
      return found;
    },
    writes: createContactWrites(session),
  };
}
