import type { ContactBackend } from '../../../../src/graph/contact/backend.js';
import { mapInPages } from '../../../../src/graph/lists/pages.js';
import { fetchDeferredFrom } from '../../../../src/graph/ports/deferred.js';
import { paramOf } from '../../../../src/query/query-params.js';
import type { CallOptions } from '../../../../src/transport/exchange.js';
import { mapConcurrent } from '../../../../src/transport/map-concurrent.js';
import { unlessMissing } from '../../../../src/wire/unless-missing.js';
import { isKey } from '../key.js';
import type { Session } from '../session.js';
import { toContact } from './columns.js';
import { contactEndpoints, contactSources } from './endpoints.js';
import { contactPushdown } from './pushdown.js';
import type { ExampleContact } from './types.js';
import { createContactWrites } from './writes.js';

/** At most 8 items are read at once, so that other requests to the same upstream get a place. */
const MAX_PARALLEL_READS = 8;

/** The people of an address book. */
export function createContactBackend(session: Session): ContactBackend {
  const { call, list } = session;

  async function readItem(key: string, callOptions: CallOptions): Promise<ExampleContact | undefined> {
    const found = await unlessMissing(call(contactEndpoints.read, key, callOptions));
    return found && toContact(found, key, 'item', session);
  }

  /** A key that no contact can have is never sent. */
  async function readItems(
    keys: readonly string[],
    callOptions: CallOptions,
  ): Promise<ReadonlyMap<string, ExampleContact>> {
    const items = await mapConcurrent(new Set(keys.filter(isKey)), MAX_PARALLEL_READS, async (key) => ({
      key,
      item: await readItem(key, callOptions),
    }));
    return new Map(items.flatMap(({ key, item }) => (item ? [[key, item] as const] : [])));
  }

  return {
    pushdown: contactPushdown,
    list: async function* ({ params, offset, limit }, callOptions) {
      const query = { email: paramOf(params, 'email'), offset, limit };
      const { answer, rows } = await list(contactEndpoints.list, query, callOptions);
      yield* mapInPages(rows, (row) => toContact(row, row.id, 'list', session), { total: answer.total });
    },
    byKeys: readItems,
    fetchDeferred: fetchDeferredFrom(contactSources, { item: readItems }),
    writes: createContactWrites(session),
  };
}
