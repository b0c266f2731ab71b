import type { IdentifiedRow } from '../../query/order.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

/** A row that may lack columns. */
export type PartialRow = IdentifiedRow & { readonly upstream: UpstreamValue };
