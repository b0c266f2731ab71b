import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startEmulators, type Running } from '../../src/emulators/index.js';
import { encodeId } from '../../src/graph/values/id.js';
import { builtGateway } from '../support/built-path.js';

/** Kills in an ordinary run; `TRUNKLINE_KILLS=300` is the long one. */
const KILLS = Number(process.env['TRUNKLINE_KILLS'] ?? 3);
const LONG = KILLS > 50;
/** Writes on their way at each kill. */
const WRITES = 8;
const TIMEOUT_MS = 1500;
const MAIN = builtGateway();

/** One write under its key, and the last answer that its client got. */
interface Write {
  readonly key: string;
  readonly kind: 'create' | 'send';
  /** What it leaves in the provider's ledger, once. */
  readonly mark: string;
  readonly query: string;
  /** Why it was refused: no write of this test ought to be. */
  why?: string | undefined;
  outcome: 'nothing' | 'done' | 'not sent' | 'unknown' | 'refused' | 'in progress';
}

let folder: string;
let pbx: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trunkline-kill-'));
  const [running] = await startEmulators(['ictcore'], { portBase: 0 });
  if (!running) throw new Error('no emulator');
  pbx = running;
  pbx.emulator.reset({
    contacts: [{ contact_id: 1, first_name: 'One', phone: '48500111222' }],
    programs: [{ program_id: 1, name: 'Fax', type: 'sendfax' }],
    providers: [{ provider_id: 1, name: 'trunk', service_flag: 3, active: 1 }],
    transmissions: Array.from({ length: KILLS * WRITES }, (_, index) => ({
      transmission_id: index + 1,
      contact_id: 1,
      program_id: 1,
      service_flag: 2,
      direction: 'outbound',
      status: 'pending',
      try_allowed: 1,
    })),
  } as never);
  const { username, password } = pbx.credentials;
  await writeFile(
    join(folder, 'gateway.json'),
    JSON.stringify({
      idempotency: { directory: join(folder, 'data') },
      upstreams: {
        pbx: { provider: 'ictcore', baseUrl: pbx.baseUrl, timeoutMs: TIMEOUT_MS, auth: { username, password } },
      },
    }),
  );
});
afterAll(async () => {
  await pbx.emulator.close();
  await rm(folder, { recursive: true });
});

let made = 0;

function newWrite(): Write {
  made += 1;
  const key = randomUUID();
  if (made % 2 === 0) {
    const query = `mutation { write: sendTransmission(id: "${encodeId('pbx', 'transmission', String(made))}", idempotencyKey: "${key}") { userErrors { code message } } }`;
    return { key, kind: 'send', mark: `transmission.send ${made}`, query, outcome: 'nothing' };
  }
  const name = `Kill${made}`;
  const query = `mutation { write: createContact(input: { ictCore: { firstName: "${name}", phone: "+48500${100_000 + made}", idempotencyKey: "${key}" } }) { userErrors { code message } } }`;
  return { key, kind: 'create', mark: `"${name}"`, query, outcome: 'nothing' };
}

async function startGateway(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [MAIN, 'start', '--config', join(folder, 'gateway.json'), '--port', '0']);
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const [, found] = /^ {2}(http:\S+)\/graphql$/m.exec(out) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`the gateway did not start: ${err}`));
    });
  });
  return { child, url };
}

async function ask(url: string, write: Write): Promise<void> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: write.query }),
    });
    const answer = (await response.json()) as Answer;
    write.outcome = meaningOf(answer);
    write.why = answer.data.write.userErrors[0]?.message;
  } catch {
    // The gateway died under it: the client knows no more than before.
  }
}

interface Answer {
  readonly data: { readonly write: { readonly userErrors: ReadonlyArray<{ readonly message: string }> } };
  readonly errors?: ReadonlyArray<{ readonly extensions: { readonly code: string; readonly sent?: string } }>;
}

function meaningOf({ data, errors }: Answer): Write['outcome'] {
  const [error] = errors ?? [];
  if (!error) return data.write.userErrors.length > 0 ? 'refused' : 'done';
  if (error.extensions.code === 'OUTCOME_UNKNOWN') return 'unknown';
  if (error.extensions.code === 'IDEMPOTENCY_IN_PROGRESS') return 'in progress';
  return error.extensions.sent === 'no' ? 'not sent' : 'nothing';
}

/** How many writes had which answer, and of those how many the provider had done. */
function countOf(writes: readonly Write[]): Readonly<Record<string, string>> {
  const outcome = [...new Set(writes.map((write) => write.outcome))];
  const counts = outcome.map((word) => {
    const those = writes.filter((write) => write.outcome === word);
    return [word, `${those.length}, of them done: ${those.filter((write) => doneOf(write) > 0).length}`] as const;
  });
  return Object.fromEntries(counts);
}

/** How often the provider did it. */
function doneOf({ kind, mark }: Write): number {
  return pbx.emulator.requests.filter(({ effects, body }) =>
    kind === 'send' ? effects.includes(mark) : effects.length > 0 && body.includes(mark),
  ).length;
}

test(
  `M5 ${KILLS} kills in the middle of writes: nothing is done twice, nothing that was accepted is forgotten`,
  async () => {
    const writes: Write[] = [];
    // Slow enough that a kill may fall before, in and behind each step.
    pbx.emulator.addFault({ kind: 'slow', delayMs: 20 });
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, url } = await startGateway();
      const fresh = Array.from({ length: WRITES }, newWrite);
      // What died earlier is asked for again, by the same keys.
      const open = writes.filter(({ outcome }) => outcome !== 'done' && outcome !== 'refused').slice(-WRITES);
      writes.push(...fresh);
      const asked = [...fresh, ...open].map((write) => ask(url, write));
      await sleep(randomInt(400));
      child.kill('SIGKILL');
      await Promise.all([once(child, 'exit'), ...asked]);
      for (const write of writes) expect([write.key, doneOf(write)]).toEqual([write.key, Math.min(1, doneOf(write))]);
    }

    if (LONG) console.log('after the kills:', countOf(writes));
    const { child, url } = await startGateway();
    for (let round = 0; round < (LONG ? 3 : 1); round += 1) {
      // Those of unknown outcome are looked at again once no byte of them can be on its way.
      if (round > 0) await sleep(2 * (TIMEOUT_MS + 5000));
      for (const write of writes) if (write.outcome !== 'done') await ask(url, write);
      if (writes.every(({ outcome }) => outcome === 'done')) break;
    }
    child.kill('SIGKILL');
    await once(child, 'exit');

    if (LONG) console.log('in the end:', countOf(writes));
    for (const write of writes) {
      const done = doneOf(write);
      // Each write is done at most once. A write answered as done is done; one that is done was answered as done or as unknown.
      if (write.outcome === 'done') expect([write, done]).toEqual([write, 1]);
      else expect([write.outcome, write.why, done <= 1]).toEqual(['unknown', undefined, true]);
    }
    expect(writes.filter(({ outcome }) => outcome === 'done').length).toBeGreaterThan(0);
  },
  60_000 + KILLS * 10_000,
);
