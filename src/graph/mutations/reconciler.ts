import type { Reconciler, ReconcileContext, ReconcileVerdict } from '../../operations/intent.js';
import type { CallerCredentials } from '../../transport/upstream-credential.js';
import type { Json, RecoveryHint } from '../../operations/record.js';
import type { IdentifiedRow } from '../../query/order.js';
import type { ItemBackend } from '../ports/list-backend.js';
import { isNoun, type Noun } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** What things should look like by now: columns of their rows, as digests. */
export type ColumnDigests = Readonly<Record<string, string>>;

/**
 * The recovery hint of a change: done when the row has these values in these columns. Other values prove nothing: somebody may
 * have changed it since, or the provider may spell them its own way.
 */
export function changeHint(noun: Noun, key: string, digests: ColumnDigests): RecoveryHint {
  return { look: 'changed', noun, key, digests };
}

/**
 * Looks at an upstream for the outcome of a write, with the credentials of whoever asks: the looks that all providers
 * share, and the provider's own.
 */
export function createReconciler(
  upstreams: readonly OpenUpstream[],
  asSeenWith: (upstream: OpenUpstream, credentials: CallerCredentials | undefined) => OpenUpstream,
): Reconciler {
  return async (name, hint, looking) => {
    const configured = upstreams.find((each) => each.name === name);
    if (!configured) return { is: 'unknown' };
    const upstream = asSeenWith(configured, looking.credentials);
    const providerReconciler = upstream.reconcilers?.[hint.look];
    if (providerReconciler) return providerReconciler(hint, looking);
    if (hint.look === 'gone') return reconcileDeletion(upstream, hint, looking);
    return hint.look === 'changed' ? reconcileChange(upstream, hint, looking) : { is: 'unknown' };
  };
}

async function reconcileDeletion(
  { backends }: OpenUpstream,
  hint: RecoveryHint,
  looking: ReconcileContext,
): Promise<ReconcileVerdict> {
  const keys = textsOf(hint['keys']);
  const rows = await itemBackendOf(backends, hint)?.byKeys(keys, looking);
  if (!rows) return { is: 'unknown' };
  const remaining = keys.filter((key) => rows.has(key)).length;
  if (remaining === 0) return { is: 'done', result: { keys } };
  // Where some are gone, a part was done: to say "not sent" would be wrong.
  return remaining === keys.length ? { is: 'notDone' } : { is: 'unknown' };
}

async function reconcileChange(
  { backends }: OpenUpstream,
  hint: RecoveryHint,
  looking: ReconcileContext,
): Promise<ReconcileVerdict> {
  const { key, digests } = hint;
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const rows = await itemBackendOf(backends, hint)?.byKeys([key], looking);
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
