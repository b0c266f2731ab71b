import { createHash } from 'node:crypto';

import type { WriteExecutor } from '../../operations/write-executor.js';
import type { Outcome } from '../../operations/intent.js';
import type { JsonObject } from '../../operations/record.js';
import type { CallOptions } from '../../transport/exchange.js';
import { encodeId, type Reference } from '../values/id.js';
import type { EarlierImport, ImportCounts } from './backend.js';

/** Sends a file once for a signed URL; a repeat is told what became of the first. */
export type RunImport = (
  reference: Reference,
  token: string,
  callOptions: CallOptions,
  send: (callOptions: CallOptions, earlier: readonly EarlierImport[]) => Promise<ImportCounts>,
) => Promise<Outcome<ImportCounts>>;

/** The longest that a file may be on its way: as long as its URL is good. */
const FILE_MS = 15 * 60_000;

/** The URL is the key: whoever holds it may send one file, and a client that repeats its request sends no second one. */
export function createImportRunner(executor: Pick<WriteExecutor, 'execute' | 'list'>): RunImport {
  return async ({ upstream, noun, key }, token, callOptions, send) => {
    const target = encodeId(upstream, noun, key);
    const intent = {
      mutation: MUTATION,
      effect: 'acts',
      upstream,
      timeoutMs: FILE_MS,
      key: createHash('sha256').update(token).digest('base64url'),
      arguments: { target },
      target,
    } as const;
    return executor.execute<ImportCounts>(intent, callOptions, async (writeAttempt) => {
      return { result: await send(writeAttempt, await findEarlierImports(executor, upstream, target)) };
    });
  };
}

const MUTATION = 'createGroupImport';
/** Of so many of the newest writes those are looked for; who wrote that much since has no import that still goes on. */
const MAX_RECORDS = 500;

/** Imports into the same thing by any process that shares the store, the newest first. */
async function findEarlierImports(
  executor: Pick<WriteExecutor, 'list'>,
  upstream: string,
  target: string,
): Promise<readonly EarlierImport[]> {
  const states = ['DISPATCHED', 'SUCCEEDED', 'UNKNOWN'] as const;
  const records = await executor.list({ states, upstreams: [upstream], limit: MAX_RECORDS });
  return records
    .filter((record) => record.mutation === MUTATION && record.target === target)
    .map(({ result, finishedAt, dispatchedAt, createdAt }) => ({
      ...importCountsOf(result),
      at: finishedAt ?? dispatchedAt ?? createdAt,
    }));
}

function importCountsOf(result: JsonObject | null): ImportCounts {
  const { before, rows } = result ?? {};
  return {
    ...(typeof before === 'number' ? { before } : {}),
    ...(typeof rows === 'number' ? { rows } : {}),
  };
}
