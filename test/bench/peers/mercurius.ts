// Mercurius on Fastify with graphql-jit, and its own loaders.
import Fastify from 'fastify';
import mercurius from 'mercurius';

import { readDescription } from './reads.js';
import { QUERY, SCHEMA } from './schema.js';
import { PORT } from './wire.js';

const app = Fastify();
await app.register(mercurius.default ?? mercurius, {
  schema: SCHEMA,
  jit: 1,
  path: '/graphql',
  resolvers: { Query: QUERY },
  loaders: {
    PbxContact: {
      description: (queries: ReadonlyArray<{ obj: { id: string } }>) =>
        Promise.all(queries.map(({ obj }) => readDescription(obj.id))),
    },
  },
});
await app.listen({ host: '127.0.0.1', port: PORT });
