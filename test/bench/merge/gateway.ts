import { createGateway } from '../../../src/gateway.js';
import { readConfig } from '../../../src/config/load.js';
import { providers } from '../../../src/providers/index.js';
import { createLog } from '../../../src/server/log.js';
import { startServer } from '../../../src/server/server.js';
import { reportProcessLoad } from './process-load.js';

// A gateway as `trunkline start` makes it, in a process of its own that tells how it fares.
const config = readConfig(process.argv[2] ?? '', 'bench', providers, {});
const scrub = (text: string): string => text;
const server = await startServer(createGateway(config, providers), {
  host: '127.0.0.1',
  port: 0,
  log: createLog(scrub),
  scrub,
});
reportProcessLoad();
process.send?.(`${server.url}/graphql`);
