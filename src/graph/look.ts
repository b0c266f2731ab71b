import type { Look, Looking, Verdict } from '../operations/intent.js';
import type { Json, Trail } from '../operations/record.js';
import type { Identified } from '../query/order.js';
import type { OpenUpstream } from './context.js';
import type { Items } from './listing.js';
import { isNoun, type Noun } from './provider.js';

/** What things should look like by now: columns of their rows, as digests. */
export type Expected = Readonly<Record<string, string>>;

/**
 * The trail of a change: done when the row has these values in these columns. Other values prove nothing: somebody may
 * have changed it since, or the provider may spell them its own way.
 */
export function changed(noun: Noun, key: string, digests: Expected): Trail {
  return { look: 'changed', noun, key, digests };
}

/** Looks at an upstream for the outcome of a write: the looks that all providers share, and the provider's own. */
export function createLook(upstreams: readonly OpenUpstream[]): Look {
  return async (name, trail, looking) => {
    const upstream = upstreams.find((each) => each.name === name);
    if (!upstream) return { is: 'unknown' };
    const own = upstream.looks?.[trail.look];
    if (own) return own(trail, looking);
    if (trail.look === 'gone') return seekGone(upstream, trail, looking);
    return trail.look === 'changed' ? seekChanged(upstream, trail, looking) : { is: 'unknown' };
  };
}

async function seekGone({ backends }: OpenUpstream, trail: Trail, looking: Looking): Promise<Verdict> {
  const keys = textsOf(trail['keys']);
  const rows = await itemsOf(backends, trail)?.byKeys(keys, looking);
  if (!rows) return { is: 'unknown' };
  const left = keys.filter((key) => rows.has(key)).length;
  if (left === 0) return { is: 'done', result: { keys } };
  // Where some are gone, a part was done: to say "not sent" would be wrong.
  return left === keys.length ? { is: 'notDone' } : { is: 'unknown' };
}

async function seekChanged({ backends }: OpenUpstream, trail: Trail, looking: Looking): Promise<Verdict> {
  const { key, digests } = trail;
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const rows = await itemsOf(backends, trail)?.byKeys([key], looking);
  const row = rows?.get(key);
  if (!row) return { is: 'unknown' };
  const same = Object.entries(digests).every(([column, digest]) => {
    const value = Object.entries(row).find(([name]) => name === column)?.[1] as Json | undefined;
    return looking.digest(value ?? null) === digest;
  });
  return same ? { is: 'done', result: { key } } : { is: 'unknown' };
}

function itemsOf(backends: OpenUpstream['backends'], { noun }: Trail): Readable | undefined {
  return typeof noun === 'string' && isNoun(noun) ? backends[noun] : undefined;
}

type Readable = Pick<Items<Identified>, 'byKeys'>;

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
