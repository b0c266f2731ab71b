// GraphQL Yoga with a DataLoader.
import { createServer } from 'node:http';

import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';

import { readDescription } from './reads.js';
import { QUERY, SCHEMA } from './schema.js';
import { PORT } from './wire.js';

interface Context {
  readonly descriptions: DataLoader<string, string | null>;
}

const yoga = createYoga({
  logging: false,
  context: (): Context => ({
    descriptions: new DataLoader((ids: readonly string[]) => Promise.all(ids.map(readDescription))),
  }),
  schema: createSchema<Context>({
    typeDefs: SCHEMA,
    resolvers: {
      Query: QUERY,
      PbxContact: {
        description: ({ id }: { id: string }, _: unknown, { descriptions }: Context) => descriptions.load(id),
      },
    },
  }),
});
createServer(yoga).listen(PORT, '127.0.0.1');
