import type { Reconciler, ReconcileContext, ReconcileVerdict } from '../../operations/intent.js';
import type { Json, RecoveryHint } from '../../operations/record.js';
import type { IdentifiedRow } from '../../query/order.js';
import type { ItemBackend } from '../ports/list-backend.js';
import { isNoun, type Noun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** What things should look like by now: columns of their rows, as digests. */
export type ColumnDigests = Readonly<Record<string, string>>;

/**
 * The trail of a change: done when the row has these values in these columns. Other values prove nothing: somebody may
 * have changed it since, or the provider may spell them its own way.
 */
export function changeHint(noun: Noun, key: string, digests: ColumnDigests): RecoveryHint {
  return { look: 'changed', noun, key, digests };
}

/** Looks at an upstream for the outcome of a write: the looks that all providers share, and the provider's own. */
export function createReconciler(upstreams: readonly OpenUpstream[]): Reconciler {
  return async (name, trail, looking) => {
    const upstream = upstreams.find((each) => each.name === name);
    if (!upstream) return { is: 'unknown' };
    const providerReconciler = upstream.reconcilers?.[trail.look];
    if (providerReconciler) return providerReconciler(trail, looking);
    if (trail.look === 'gone') return reconcileDeletion(upstream, trail, looking);
    return trail.look === 'changed' ? reconcileChange(upstream, trail, looking) : { is: 'unknown' };
  };
}

async function reconcileDeletion(
  { backends }: OpenUpstream,
  trail: RecoveryHint,
  looking: ReconcileContext,
): Promise<ReconcileVerdict> {
  const keys = textsOf(trail['keys']);
  const rows = await itemBackendOf(backends, trail)?.byKeys(keys, looking);
  if (!rows) return { is: 'unknown' };
  const remaining = keys.filter((key) => rows.has(key)).length;
  if (remaining === 0) return { is: 'done', result: { keys } };
  // Where some are gone, a part was done: to say "not sent" would be wrong.
  return remaining === keys.length ? { is: 'notDone' } : { is: 'unknown' };
}

async function reconcileChange(
  { backends }: OpenUpstream,
  trail: RecoveryHint,
  looking: ReconcileContext,
): Promise<ReconcileVerdict> {
  const { key, digests } = trail;
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const rows = await itemBackendOf(backends, trail)?.byKeys([key], looking);
  const row = rows?.get(key);
  if (!row) return { is: 'unknown' };
  const same = Object.entries(digests).every(([column, digest]) => {
    const value = Object.entries(row).find(([name]) => name === column)?.[1] as Json | undefined;
    return looking.digest(value ?? null) === digest;
  });
  return same ? { is: 'done', result: { key } } : { is: 'unknown' };
}

function itemBackendOf(backends: OpenUpstream['backends'], { noun }: RecoveryHint): KeyReader | undefined {
  return typeof noun === 'string' && isNoun(noun) ? backends[noun] : undefined;
}

type KeyReader = Pick<ItemBackend<IdentifiedRow>, 'byKeys'>;

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
