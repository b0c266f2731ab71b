import type { Filter } from '../../query/filter.js';
import type { Sorting } from '../../query/order.js';
import type { RowTests } from '../../query/residual.js';
import type { Collation } from '../values/collation.js';
import type { ContactFilterExtension } from './contact-extension.js';
import type { ListedNoun } from './backends.js';
import type { OpenUpstream } from './open-upstream.js';

/** One list of one noun. */
export interface ListQuery<Row> {
  readonly noun: ListedNoun;
  readonly filter: Filter;
  /** The filter in one upstream's own terms. */
  readonly localise: (filter: Filter, upstream: OpenUpstream) => Filter;
  readonly tests: RowTests<Row>;
  readonly sorting: Sorting<Row> | undefined;
}

/** What list queries and their plans are made with. */
export interface ListContext {
  /** In the order of the config. */
  readonly upstreams: readonly OpenUpstream[];
  readonly contactFilters: readonly ContactFilterExtension[];
  /** How lists are ordered. */
  readonly collation: Collation;
}
