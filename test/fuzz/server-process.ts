import { reportProcessLoad } from '../bench/merge/process-load.js';
import { startServer } from '../support/server.js';
import { withProvider, type FuzzServerOptions, type FuzzUpstream } from './fuzz-server.js';

// The gateway that is tried, in a process of its own.
const { upstreams, options } = JSON.parse(process.argv[2] ?? '') as {
  readonly upstreams: readonly FuzzUpstream[];
  readonly options: FuzzServerOptions;
};
const server = await startServer(upstreams.map(withProvider), options);
reportProcessLoad();
process.on('message', (message) => {
  if (message === 'lines') process.send?.(server.lines.slice(-3).join('\n'));
});
process.once('disconnect', () => process.exit(0));
process.send?.(server.url);
