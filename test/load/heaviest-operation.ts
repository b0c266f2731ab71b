import { parseArgs } from 'node:util';

import { createSchema } from '../../src/graph/schema.js';
import { providers } from '../../src/providers/index.js';
import { askChild, startChild } from '../bench/merge/child.js';
import { startGateway } from '../bench/merge/gateway.js';
import { configOf } from '../bench/merge/lists.js';
import type { EmulatedUpstream } from '../bench/merge/naive-reads.js';
import type { ProcessLoad } from '../bench/merge/process-load.js';
import { generateDocument, type Generated } from '../fuzz/generate-document.js';
import type { Names } from '../fuzz/generate-value.js';
import { createRandom, type Random } from '../fuzz/random.js';
import { repeatedFields } from './repeated-fields.js';

/*
 * Searches for the heaviest operation that the limits allow: the same list many times, random queries, and then changes of
 * the heaviest ones. Each of the heaviest and of the longest is then asked twice of a new gateway of its own, without the
 * garbage of others. Exits with 1 where one takes longer than 2 s there or in the search, or its gateway takes 300 MB more
 * than before.
 * `npm run load:heaviest -- --seconds 120 --rows 2000 --seed 1`.
 */

const MOST_MS = 2000;
const MOST_MB = 300;
const KEPT = 12;
const ALONE = 3;
/** Of the first part, in which nothing is changed yet. */
const RANDOM_SHARE = 0.4;

interface Tried extends Generated {
  readonly ms: number;
  readonly bytes: number;
}

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    rows: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
});
const seed = Number(values.seed);
const emulators = await startChild('./emulators.ts', [values.rows]);
const upstreams = emulators.ready as readonly EmulatedUpstream[];
let gateway = await startGateway(configOf(upstreams));
const schema = createSchema(providers);

async function ask({ query, variables }: Generated): Promise<{ status: number; text: string; ms: number }> {
  const begun = performance.now();
  const response = await fetch(String(gateway.ready), {
    method: 'POST',
    // Each asks its providers anew.
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - begun };
}

const WARM: Generated = {
  query: '{ contacts(first: 200) { nodes { id } } groups(first: 50) { nodes { id } } }',
  variables: {},
};
const warm = await ask(WARM);
const names: Names = {
  ids: [...warm.text.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id),
  upstreams: upstreams.map(({ name }) => name),
  misfits: 0,
};
const before = await askChild<ProcessLoad>(gateway.child);

const heaviest: Tried[] = [];
/** Of those with the most bytes. */
const longest: Tried[] = [];
let [tried, refused] = [0, 0];

function keepMost(kept: Tried[], more: Tried, measure: (tried: Tried) => number): void {
  kept.push(more);
  kept.sort((one, other) => measure(other) - measure(one));
  kept.length = Math.min(kept.length, KEPT);
}

async function tryOut(generated: Generated): Promise<void> {
  const { status, text, ms } = await ask(generated);
  tried += 1;
  if (status !== 200) {
    refused += 1;
    return;
  }
  const answered = { ...generated, ms, bytes: text.length };
  keepMost(heaviest, answered, (each) => each.ms);
  keepMost(longest, answered, (each) => each.bytes);
}

/** The same with other numbers of rows, or with its fields some times more under other names. */
function change(random: Random, { query, variables }: Generated): Generated {
  const entries = Object.entries(variables).map(([name, value]) =>
    typeof value === 'number' && random.chance(0.7)
      ? [name, random.pick([value * 2, value * 10, 1000, 200])]
      : [name, value],
  );
  const changed: Generated = { query, variables: Object.fromEntries(entries) as Generated['variables'] };
  if (random.chance(0.5)) return changed;
  const open = query.indexOf('{');
  const body = query.slice(open + 1, query.lastIndexOf('}'));
  const again = Array.from({ length: random.pick([1, 1, 3, 9]) }, () =>
    body.replace(/\b[fg]\d\w*:/g, (name) => `g${random.below(1e6)}_${name}`),
  );
  return { ...changed, query: `${query.slice(0, open)}{ ${body} ${again.join(' ')} }` };
}

const begun = Date.now();
const endsAt = begun + Number(values.seconds) * 1000;
process.stdout.write(`from seed ${seed}, ${values.rows} rows at each provider\n`);
for (const generated of repeatedFields(schema)) await tryOut(generated);
process.stdout.write(`${tried} with repeated lists; the heaviest took ${Math.round(heaviest[0]?.ms ?? 0)} ms\n`);
for (let at = 0; Date.now() < endsAt; at += 1) {
  const random = createRandom(seed + at);
  const isRandom = Date.now() < begun + (endsAt - begun) * RANDOM_SHARE || heaviest.length === 0;
  const wish = {
    kind: 'query',
    share: 0.2 + random.below(60) / 100,
    argumentShare: 0.3,
    depth: 2 + random.below(6),
  } as const;
  await tryOut(isRandom ? generateDocument(random, schema, names, wish) : change(random, random.pick(heaviest)));
  if (at % 50 === 49) {
    const [top] = heaviest;
    process.stdout.write(`${tried} tried, ${refused} refused; the heaviest took ${Math.round(top?.ms ?? 0)} ms\n`);
  }
}
const after = await askChild<ProcessLoad>(gateway.child);
gateway.child.kill();
const alone = { ms: 0, grownMb: 0, rssMb: 0, stallMs: 0 };
const chosen = new Set([...heaviest.slice(0, ALONE), ...longest.slice(0, ALONE)]);
for (const each of chosen) {
  gateway = await startGateway(configOf(upstreams));
  await ask(WARM);
  const fresh = await askChild<ProcessLoad>(gateway.child);
  for (let time = 0; time < 2; time += 1) {
    const { status, ms } = await ask(each);
    if (status !== 200) throw new Error(`an operation that was answered before has the status ${status} now`);
    alone.ms = Math.max(alone.ms, ms);
  }
  const { rssMb, stallMs } = await askChild<ProcessLoad>(gateway.child);
  gateway.child.kill();
  alone.grownMb = Math.max(alone.grownMb, rssMb - fresh.rssMb);
  alone.rssMb = Math.max(alone.rssMb, rssMb);
  alone.stallMs = Math.max(alone.stallMs, stallMs);
}
emulators.child.kill();

for (const { ms, bytes, query, variables } of heaviest.slice(0, 3)) {
  process.stdout.write(
    `\n${Math.round(ms)} ms, ${bytes} bytes:\n${query.slice(0, 2000)}\n${JSON.stringify(variables)}\n`,
  );
}
const [top] = heaviest;
const grownMb = Math.round(after.rssMb - before.rssMb);
process.stdout.write(
  `\n${tried} tried, ${refused} refused; heaviest ${Math.round(top?.ms ?? 0)} ms, at most ${grownMb} MB more than before (${Math.round(after.rssMb)} MB in all), longest stall ${Math.round(after.stallMs)} ms\n`,
);
process.stdout.write(
  `the ${chosen.size} that took longest or gave most, each twice in a gateway that has just started: at most ${Math.round(alone.ms)} ms, ${Math.round(alone.grownMb)} MB more (${Math.round(alone.rssMb)} MB in all), longest stall ${Math.round(alone.stallMs)} ms\n`,
);
if (Math.max(top?.ms ?? 0, alone.ms) > MOST_MS || alone.grownMb > MOST_MB) process.exitCode = 1;
