import type { ContactBackend } from '../../../graph/contact/backend.js';
import { mapInPages } from '../../../graph/lists/pages.js';
import type { QueryParams } from '../../../query/query-params.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { keyOf, namesIn } from '../key.js';
import type { Session } from '../session.js';
import { toContact } from './columns.js';
import { bookReadOf, readWholeBook, readWindow } from './pages.js';
import { contactPushdown } from './pushdown.js';
import { readByNames } from './reads.js';
import { contactTrial } from './trial.js';
import type { HostwayContact } from './types.js';
import { createContactWrites } from './writes.js';

/** The contacts of all configured domains. */
export function createContactBackend(session: Session): ContactBackend {
  const { domains } = session;
  const [first] = domains;
  const onlyDomain = domains.length === 1 ? first : undefined;
  const readAll = async (domain: string, params: QueryParams, callOptions: CallOptions): Promise<HostwayContact[]> => {
    const rows: HostwayContact[] = [];
    for await (const { list } of readWholeBook(bookReadOf(session, domain, params, callOptions)))
      for await (const page of mapInPages(list, (row) => toContact(row, domain, session))) rows.push(...page.rows);
    return rows;
  };
  return {
    trial: contactTrial(session),
    pushdown: contactPushdown(onlyDomain !== undefined),
    list: async function* ({ params, offset, limit }, callOptions) {
      if (onlyDomain === undefined) {
        const books = await Promise.all(domains.map((domain) => readAll(domain, params, callOptions)));
        yield { rows: books.flat() };
        return;
      }
      const bookRead = bookReadOf(session, onlyDomain, params, callOptions);
      const books = limit === undefined ? readWholeBook(bookRead) : [await readWindow(bookRead, offset, limit)];
      for await (const { list, count } of books) {
        const total = count === undefined ? {} : { total: count };
        yield* mapInPages(list, (row) => toContact(row, onlyDomain, session), total);
      }
    },
    byKeys: async (keys, callOptions) => {
      const found = await Promise.all(
        domains.map(async (domain) => {
          const names = keys.flatMap((key) => namesIn(domain, key));
          const rows = await readByNames(bookReadOf(session, domain, {}, callOptions), names);
          return rows.map((row) => toContact(row, domain, session));
        }),
      );
      return new Map(found.flat().map((row) => [keyOf(row.domain, row.name), row]));
    },
    writes: createContactWrites(session),
  };
}
