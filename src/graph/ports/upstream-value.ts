import type { Health } from '../../transport/health.js';

/** An upstream as rows carry it, shown as `Upstream`; its state is asked when it is selected. */
export interface UpstreamValue {
  readonly __typename: 'Upstream';
  readonly id: string;
  readonly name: string;
  /** A value of the enum `Provider`. */
  readonly provider: string;
  readonly capabilities: {
    readonly entities: string[];
    readonly contactFilters: string[];
    readonly writes: string[];
  };
  readonly health: Health;
}
