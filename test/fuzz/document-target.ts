import { createSchema } from '../../src/graph/schema.js';
import { providers } from '../../src/providers/index.js';
import { startFive } from '../support/all-providers.js';
import { collectIds } from './collect-ids.js';
import { bodyOf } from './document-requests.js';
import { startServerHere } from './fuzz-server.js';
import type { FuzzTarget } from './fuzz.js';

/** Documents of every kind, sent to a gateway over the five emulators. */
export async function startDocumentTarget(startServer = startServerHere): Promise<FuzzTarget> {
  const five = await startFive();
  const server = await startServer(five.upstreams.map((each) => ({ ...each, provider: each.provider.name })));
  const ids = await collectIds(server.url);
  const names = { ids, upstreams: five.upstreams.map(({ provider }) => provider.name), misfits: 0.03 };
  const schema = createSchema(providers);
  return {
    server,
    prepare: (seed) => bodyOf(seed, schema, names),
    describe: server.lastLines,
    stop: async () => {
      await server.stop();
      await five.stop();
    },
  };
}
