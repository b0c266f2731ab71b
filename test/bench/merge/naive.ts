import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

import { reportProcessLoad } from './process-load.js';
import { READS, type EmulatedUpstream } from './naive-reads.js';

// What is mostly written where such a list is wanted: all lists read whole, put together, sorted and sliced.
const typeDefs = `
  type Contact { id: ID!, displayName: String!, emails: [String!]!, phones: [String!]! }
  type PageInfo { endCursor: String }
  type Upstream { name: String! }
  type Source { upstream: Upstream!, requests: Int!, fetched: Int! }
  type ContactConnection { nodes: [Contact!]!, pageInfo: PageInfo!, sources: [Source!]! }
  enum ContactOrderField { DISPLAY_NAME }
  input ContactOrder { field: ContactOrderField! }
  type Query { contacts(first: Int!, after: String, orderBy: ContactOrder!): ContactConnection! }
`;

interface Arguments {
  readonly first: number;
  readonly after?: string | null;
}

const upstreams = JSON.parse(process.argv[2] ?? '[]') as readonly EmulatedUpstream[];
const server = new ApolloServer({
  typeDefs,
  resolvers: {
    Query: {
      contacts: async (_: unknown, { first, after }: Arguments) => {
        const lists = await Promise.all(upstreams.map((upstream) => READS[upstream.name](upstream)));
        const rows = lists.flat().map((row) => ({ row, key: row.displayName.toLowerCase() }));
        rows.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
        const begin = Number(after ?? 0);
        return {
          nodes: rows.slice(begin, begin + first).map(({ row }) => row),
          pageInfo: { endCursor: String(begin + first) },
          sources: upstreams.map(({ name }, at) => ({
            upstream: { name },
            requests: 1,
            fetched: lists[at]?.length ?? 0,
          })),
        };
      },
    },
  },
});
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
reportProcessLoad();
process.send?.(url);
