import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';

import { askChild } from '../bench/merge/child.js';
import { startGateway } from '../bench/merge/gateway.js';
import type { ProcessLoad } from '../bench/merge/process-load.js';

/*
 * Asks a gateway that has just started for many big sorted lists at once, all different, and tells how many were answered
 * whole, and its memory. Exits with 1 where one got no answer within the time.
 * `npm run load:sorted -- --lists 50 --rows 20000 --seconds 120`.
 */
const { values } = parseArgs({
  options: {
    lists: { type: 'string', default: '50' },
    rows: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '120' },
  },
});

interface Answer {
  readonly data?: {
    readonly contacts: {
      readonly nodes: readonly unknown[];
      readonly sources: ReadonlyArray<{ readonly ok: boolean }>;
    };
  } | null;
  readonly errors?: ReadonlyArray<{ readonly message: string; readonly extensions: { readonly code: string } }>;
}

const UPSTREAMS = 5;
const count = Number(values.rows);
const objects = Array.from({ length: count }, (_, at) => ({
  uuid: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  name: `Name ${(at * 7919) % count}`,
  email: `person${at}@example.com`,
  phone: `+485${String(at).padStart(8, '0')}`,
}));
// Made once, so that the upstream takes next to none of the machine.
const list = Buffer.from(JSON.stringify({ meta: { limit: 0, offset: 0, total_count: count }, objects }));
const provider = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': list.length });
  response.end(list);
});
await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
const { port } = provider.address() as AddressInfo;
const upstreams = Array.from({ length: UPSTREAMS }, (_, at) => {
  const baseUrl = `http://127.0.0.1:${port}/${at}`;
  return [
    `cloud-${at}`,
    { provider: 'cloudsigma', baseUrl, auth: { username: 'anna', password: 'secret-of-anna' } },
  ] as const;
});
const gateway = await startGateway(JSON.stringify({ upstreams: Object.fromEntries(upstreams) }));
const stop = AbortSignal.timeout(Number(values.seconds) * 1000);

async function ask(place: number): Promise<string> {
  const query = `{ contacts(first: ${20 + place}, orderBy: { field: DISPLAY_NAME }) { nodes { id } sources { ok } } }`;
  try {
    const response = await fetch(String(gateway.ready), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body: JSON.stringify({ query }),
      signal: stop,
    });
    const { data, errors = [] } = (await response.json()) as Answer;
    const codes = [...new Set(errors.map(({ extensions }) => extensions.code))].join(', ');
    return data?.contacts.sources.every(({ ok }) => ok) ? 'whole' : `status ${response.status}: ${codes}`;
  } catch {
    return 'no answer';
  }
}

const begun = performance.now();
const outcomes = new Map<string, number>();
const ended: number[] = [];
await Promise.all(
  Array.from({ length: Number(values.lists) }, async (_, place) => {
    const outcome = await ask(place);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    ended.push((performance.now() - begun) / 1000);
  }),
);
const { rssMb, stallMs } = await askChild<ProcessLoad>(gateway.child);
provider.close();
provider.closeAllConnections();
gateway.child.kill();
const seconds = (place: number): string => (ended[place] ?? 0).toFixed(1);
for (const [outcome, count] of outcomes) process.stdout.write(`${count} × ${outcome}\n`);
process.stdout.write(
  `first after ${seconds(0)} s, last after ${seconds(ended.length - 1)} s; ${Math.round(rssMb)} MB, stall ${Math.round(stallMs)} ms\n`,
);
process.exitCode = outcomes.has('no answer') ? 1 : 0;
