import type { GraphQLResolveInfo } from 'graphql';

import { encodeCursor, signatureOf } from '../../query/cursor.js';
import { conditionsOf, everything } from '../../query/filter.js';
import type { Connection } from '../connection.js';
import type { Contact } from '../contact/contact.js';
import type { ContactFilter } from '../contact/input.js';
import { contactQuestion } from '../contact/list.js';
import type { Context, OpenUpstream } from '../context.js';
import { around } from '../failures.js';
import {
  chooseUpstreams,
  type ListArguments,
  marksOf,
  type Question,
  refuseLong,
  reportFailures,
  rowsOf,
} from '../list.js';
import type { Source } from '../source.js';
import type { SourceReport } from '../upstream/upstream.js';
import { clustersOf } from './cluster.js';
import { peopleOrder, toPerson } from './compose.js';
import { matching } from './matching.js';
import type { Person } from './person.js';
import { readContacts } from './reading.js';

/** How many people earlier pages took; no upstream can be called so. */
const PEOPLE = '*';

/** One page of people; their contacts are read whole, since anybody's next contact may be the last of any list. */
export async function listPeople(
  filter: ContactFilter | null,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<Person>> {
  const count = rowsOf(args.first);
  const asked = chooseUpstreams(args, context).filter(({ backends }) => backends.contact);
  const names = asked.map(({ name }) => name);
  const question = contactQuestion(filter, context);
  refuseLong(question.filter);
  const signature = signatureOf(['person', question.filter, context.collation.locale, names]);
  const marks = marksOf(args.after, signature, [PEOPLE, ...names]);
  const parts = asked.map((upstream) => ({ upstream, filter: everything, lost: marks[upstream.name] === null }));
  const { rows, sources } = await readContacts(parts, context);
  const matches = await matchesOf(asked, rows, sources, question, context);
  reportFailures(sources, context.failures, info);

  const ids = new Set(matches.flatMap(({ ids: each }) => each));
  const people = clustersOf(rows, context.glue)
    .filter((cluster) => cluster.rows.some(({ id }) => ids.has(id)))
    .map((cluster) => toPerson(cluster.rows, names))
    .sort(peopleOrder(context.collation));
  const skip = marks[PEOPLE] ?? 0;
  const nodes = people.slice(skip, skip + count);
  const kept = Object.fromEntries(sources.map(({ name, failure }) => [name, failure ? null : 0]));
  const cursorAt = (index: number): string => encodeCursor(signature, { [PEOPLE]: skip + index + 1, ...kept });
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
    sources: sources.map((source, index) => reportOf(source, question, matches[index])),
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
  question: Question<Contact>,
  { asking, failures }: Context,
): Promise<readonly Matches[]> {
  return Promise.all(
    upstreams.map(async (upstream, index): Promise<Matches> => {
      const own = rows.filter((row) => row.upstream.name === upstream.name);
      let requests = 0;
      const note: typeof asking.note = (attempt) => {
        if (attempt.cache === 'miss') requests += 1;
        asking.note?.(attempt);
      };
      try {
        const found = await matching(own, upstream, question, around({ ...asking, note }, failures));
        return { ids: found.map(({ id }) => id), requests };
      } catch (error) {
        sources[index]?.failed(error);
        return { ids: [], requests };
      }
    }),
  );
}

function reportOf(
  { report }: Source<Contact>,
  { filter }: Question<Contact>,
  matches: Matches | undefined,
): SourceReport {
  const told = report();
  const names = conditionsOf(filter).map(({ name }) => name);
  return Object.assign({}, told, {
    requests: told.requests + (matches?.requests ?? 0),
    matched: matches?.ids.length ?? 0,
    pushedDown: [],
    residual: [...new Set([...names, 'first'])],
  });
}
