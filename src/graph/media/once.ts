import { createHash } from 'node:crypto';

import type { Desk } from '../../operations/desk.js';
import type { Outcome } from '../../operations/intent.js';
import type { Asking } from '../../transport/exchange.js';
import { encodeId, type Reference } from '../id.js';

type Imported = Readonly<Record<string, never>>;

/** Sends a file once for a signed URL; a repeat is told what became of the first. */
export type ImportOnce = (
  reference: Reference,
  token: string,
  asking: Asking,
  send: (asking: Asking) => Promise<void>,
) => Promise<Outcome<Imported>>;

/** The longest that a file may be on its way: as long as its URL is good. */
const FILE_MS = 15 * 60_000;

/** The URL is the key: whoever holds it may send one file, and a client that repeats its request sends no second one. */
export function importingOnce(desk: Pick<Desk, 'perform'>): ImportOnce {
  return ({ upstream, noun, key }, token, asking, send) => {
    const target = encodeId(upstream, noun, key);
    const intent = {
      mutation: 'createGroupImport',
      effect: 'acts',
      upstream,
      timeoutMs: FILE_MS,
      key: createHash('sha256').update(token).digest('base64url'),
      arguments: { target },
      target,
    } as const;
    return desk.perform<Imported>(intent, asking, async (writing) => {
      await send(writing);
      return { result: {} };
    });
  };
}
