import type { CallOptions } from '../../transport/exchange.js';
import type { FailureCollector } from './failures.js';
import type { ListReads } from './list-reads.js';
import type { ResultBudget } from './result-budget.js';
import type { WriteExecutor } from '../../operations/write-executor.js';
import type { Loaders } from './loaders.js';
import type { Principal } from './principal.js';
import type { ListContext } from '../ports/list-query.js';
import type { ListSizes } from '../ports/list-sizes.js';

/** What a signed URL allows: one verb on one object. */
export type MediaVerb = 'GET' | 'PUT';

/**
 * What a resolver may reach; made anew for each request. A noun that needs a member of its own adds it by module
 * augmentation.
 */
export interface Context extends ListContext {
  /** Made anew by `resetLoaders`: take it from the context where it is used. */
  readonly loaders: Loaders;
  /** Made anew with them. */
  readonly listReads: ListReads;
  readonly failures: FailureCollector;
  /** How long lists are, for plans. */
  readonly sizes: ListSizes;
  readonly callOptions: CallOptions;
  /** What the answer may still take. */
  readonly resultBudget: ResultBudget;
  /** Who asks. */
  readonly principal: Principal;
  /** Where every write goes through. */
  readonly writeExecutor: WriteExecutor;
  /** Forgets what was read: a write may have changed it. */
  readonly resetLoaders: (this: Context) => void;
  /** What the answer tells beside its data. */
  readonly notes: { replayed: boolean };
  /** A signed URL for one verb on the file of the thing with this id. */
  readonly mediaUrl: (verb: MediaVerb, id: string) => { readonly url: string; readonly expiresAt: Date };
}
