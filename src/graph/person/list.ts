import type { GraphQLResolveInfo } from 'graphql';

import { encodeCursor, signatureOf } from '../../query/cursor.js';
import { conditionsOf, matchAll } from '../../query/filter.js';
import type { Connection } from '../lists/connection.js';
import type { Contact } from '../contact/types.js';
import type { ContactFilter } from '../contact/filter-input.js';
import type { Context } from '../request/context.js';
import { skipUnreadable } from '../request/failures.js';
import {
  type ListArguments,
  cursorMarksOf,
  rejectLongFilter,
  reportSourceFailures,
  pageSizeOf,
} from '../lists/list.js';
import type { Source } from '../lists/source.js';
import type { SourceReport } from '../upstream/types.js';
import { orderPeople } from './order-people.js';
import { matchContacts } from './match-contacts.js';
import type { Person } from './types.js';
import { scanContacts } from './contact-scan.js';
import type { OpenUpstream } from '../ports/open-upstream.js';
import type { ListQuery } from '../ports/list-query.js';
import { filterUpstreams } from '../request/select-upstream.js';
import { contactListQuery } from '../contact/list-query.js';

/** How many people earlier pages took; no upstream can be called so. */
const PEOPLE_MARK = '*';

/** One page of people; their contacts are read whole, since anybody's next contact may be the last of any list. */
export async function listPeople(
  filter: ContactFilter | null,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Person>> {
  const count = pageSizeOf(args.first);
  const queried = filterUpstreams(args, context).filter(({ backends }) => backends.contact);
  const names = queried.map(({ name }) => name);
  const listQuery = contactListQuery(filter, context);
  rejectLongFilter(listQuery.filter);
  const signature = signatureOf(['person', listQuery.filter, context.collation.locale, names]);
  const marks = cursorMarksOf(args.after, () => signature, [PEOPLE_MARK, ...names]);
  const parts = queried.map((upstream) => ({ upstream, filter: matchAll, lost: marks[upstream.name] === null }));
  const { rows, sources } = await scanContacts(parts, context);
  const matches = await matchesOf(queried, rows, sources, listQuery, context);
  reportSourceFailures(sources, context.failures, info);

  const ids = new Set(matches.flatMap(({ ids: each }) => each));
  const known = context.loaders.people.of(rows, names);
  const people = known.clusters.filter((cluster) => cluster.rows.some(({ id }) => ids.has(id)));
  const skip = marks[PEOPLE_MARK] ?? 0;
  const first = await orderPeople(people, known, context.collation, skip + count);
  const nodes = first.slice(skip).map((cluster) => known.personOf(cluster));
  const lengths = Object.fromEntries(sources.map(({ name, failure }) => [name, failure ? null : 0]));
  const cursorAt = (index: number): string => encodeCursor(signature, { [PEOPLE_MARK]: skip + index + 1, ...lengths });
  return {
    nodes,
    cursorAt,
    pageInfo: {
      hasNextPage: people.length > skip + count,
      hasPreviousPage: Object.values(marks).some((mark) => mark !== 0),
      startCursor: nodes.length ? cursorAt(0) : null,
      endCursor: nodes.length ? cursorAt(nodes.length - 1) : null,
    },
    totalCount: sources.some(({ total }) => total() === undefined) ? null : people.length,
    sources: sources.map((source, index) => reportOf(source, listQuery, matches[index])),
  };
}

interface Matches {
  readonly ids: readonly string[];
  /** Requests that telling them took. */
  readonly requests: number;
}

/** For each source, its contacts that match; one that can't tell has failed. */
function matchesOf(
  upstreams: readonly OpenUpstream[],
  rows: readonly Contact[],
  sources: ReadonlyArray<Source<Contact>>,
  listQuery: ListQuery<Contact>,
  { callOptions, failures }: Context,
): Promise<readonly Matches[]> {
  return Promise.all(
    upstreams.map(async (upstream, index): Promise<Matches> => {
      const rowsHere = rows.filter((row) => row.upstream.name === upstream.name);
      let requests = 0;
      const onAttempt: typeof callOptions.onAttempt = (attempt) => {
        if (attempt.cache === 'miss') requests += 1;
        callOptions.onAttempt?.(attempt);
      };
      try {
        const found = await matchContacts(
          rowsHere,
          upstream,
          listQuery,
          skipUnreadable({ ...callOptions, onAttempt }, failures),
        );
        return { ids: found.map(({ id }) => id), requests };
      } catch (error) {
        sources[index]?.onFailure(error);
        return { ids: [], requests };
      }
    }),
  );
}

function reportOf(
  { report }: Source<Contact>,
  { filter }: ListQuery<Contact>,
  matches: Matches | undefined,
): SourceReport {
  const base = report();
  const names = conditionsOf(filter).map(({ name }) => name);
  return Object.assign({}, base, {
    requests: base.requests + (matches?.requests ?? 0),
    matched: matches?.ids.length ?? 0,
    pushedDown: [],
    residual: [...new Set([...names, 'first'])],
  });
}
