import type { CallOptions } from '../../transport/exchange.js';
import type { Statistics } from './types.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly statistics: StatisticsBackend;
  }
}

/** What the statistics room asks of a provider. */
export interface StatisticsBackend {
  readonly read: (callOptions: CallOptions) => Promise<Statistics>;
}
