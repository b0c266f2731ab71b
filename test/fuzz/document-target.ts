import { createSchema } from '../../src/graph/schema.js';
import { providers } from '../../src/providers/index.js';
import { startFive } from '../support/all-providers.js';
import { startServer } from '../support/server.js';
import { collectIds } from './collect-ids.js';
import { bodyOf } from './document-requests.js';
import type { FuzzTarget } from './fuzz.js';

/** Documents of every kind, sent to a gateway over the five emulators. */
export async function startDocumentTarget(): Promise<FuzzTarget> {
  const five = await startFive();
  const server = await startServer(five.upstreams);
  const ids = await collectIds(server);
  const names = { ids, upstreams: five.upstreams.map(({ provider }) => provider.name), misfits: 0.03 };
  const schema = createSchema(providers);
  return {
    url: server.url,
    prepare: (seed) => bodyOf(seed, schema, names),
    describe: () => server.lines.slice(-3).join('\n'),
    stop: async () => {
      await server.stop(0);
      await five.stop();
    },
  };
}
