import { unhandledErrorsDuring } from '../support/unhandled-errors.js';
import { findFault } from './find-fault.js';
import type { FuzzServer } from './fuzz-server.js';

/** What is tried: a server, and a request for each seed. */
export interface FuzzTarget {
  readonly server: FuzzServer;
  /** The body of the request, and what else is set for it. */
  readonly prepare: (seed: number) => Buffer;
  /** What a fault comes with besides the body; default: nothing. */
  readonly describe?: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

export interface FuzzOptions {
  /** Of the first request; each later one has the next. */
  readonly seed: number;
  readonly count: number;
  /** No request is begun after so long. */
  readonly forMs?: number;
  readonly onProgress?: (report: FuzzReport) => void;
}

export interface FuzzReport {
  readonly tried: number;
  /** How many answers had data, and how many each code of an error. */
  readonly answers: Readonly<Record<string, number>>;
  /** The longest time for which the gateway's process answered nobody, and the most memory that it had. */
  readonly stallMs: number;
  readonly rssMb: number;
  /** The first that went wrong, with its seed and input. */
  readonly fault: string | undefined;
}

const HEADERS = { 'content-type': 'application/json' };
const PROGRESS_MS = 1000;

/** Sends one request after another until one goes wrong. */
export async function fuzz(
  target: FuzzTarget,
  { seed, count, forMs = Infinity, onProgress }: FuzzOptions,
): Promise<FuzzReport> {
  const answers: Record<string, number> = {};
  let [tried, stall, rss, reportedAt] = [0, 0, 0, Date.now()];
  let fault: string | undefined;
  const begun = Date.now();
  const report = (): FuzzReport => ({
    tried,
    answers,
    stallMs: Math.round(stall),
    rssMb: Math.round(rss),
    fault,
  });
  const noteLoad = async (): Promise<void> => {
    const { stallMs, rssMb } = await target.server.load();
    [stall, rss] = [Math.max(stall, stallMs), Math.max(rss, rssMb)];
  };
  // What it felt while it started is not asked about.
  await target.server.load();
  const unhandled = await unhandledErrorsDuring(async () => {
    while (tried < count && fault === undefined && Date.now() - begun < forMs) {
      const body = target.prepare(seed + tried);
      const found = await tryOne(target.server.url, body, answers);
      if (found)
        fault = `seed ${seed + tried}: ${found}\n${body.toString('latin1')}\n${(await target.describe?.()) ?? ''}`;
      tried += 1;
      if (Date.now() - reportedAt >= PROGRESS_MS) {
        reportedAt = Date.now();
        await noteLoad();
        onProgress?.(report());
      }
    }
  });
  if (fault === undefined) await noteLoad();
  if (unhandled.length > 0) fault ??= `seeds ${seed} to ${seed + tried - 1}: nobody handled ${String(unhandled[0])}`;
  return report();
}

async function tryOne(url: string, body: Buffer, answers: Record<string, number>): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: HEADERS, body: new Uint8Array(body) });
    const text = await answer.text();
    const codes = new Set([...text.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code = '']) => code));
    for (const code of codes.size > 0 ? codes : ['no error']) answers[code] = (answers[code] ?? 0) + 1;
    return findFault(answer.status, answer.headers.get('content-type'), text);
  } catch (error) {
    return `no answer: ${String(error)} ${error instanceof Error ? String(error.cause) : ''}`;
  }
}
