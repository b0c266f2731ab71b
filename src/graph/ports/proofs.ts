import type { AcceptsOffer } from '../../query/plan.js';
import type { CallOptions } from '../../transport/exchange.js';
import type { ComparisonVerdict } from './comparison-trial.js';
import type { ListedNoun } from './backends.js';

/** How one upstream's server compares, as far as its offers assume it. */
export interface ComparisonProofs {
  /** Undefined: it is not proved yet. */
  readonly verdictOf: (noun: ListedNoun, comparison: string) => ComparisonVerdict | undefined;
  /** Which offers are taken: those that are proved, and with `hopeful` those that are worth a proof. */
  readonly acceptance: (noun: ListedNoun, hopeful: boolean) => AcceptsOffer;
  /**
   * Finds out what is not known yet, once for all who ask at the same time, by its own deadline. What could not be found
   * out has no verdict afterwards.
   */
  readonly prove: (noun: ListedNoun, comparisons: readonly string[], callOptions: CallOptions) => Promise<void>;
  /** Takes what the store has, so that plans know it too; what can't be had now is asked for when it is needed. */
  readonly loadStored: () => Promise<void>;
  /** The nouns whose lists may assume something of the server. */
  readonly nouns: readonly ListedNoun[];
  /** The comparisons of a noun that can be proved. */
  readonly provable: (noun: ListedNoun) => readonly string[];
  /** The provider's name of the request that a proof sends, twice at most. */
  readonly operationOf: (noun: ListedNoun) => string | undefined;
  /** Another number whenever a verdict comes or goes. */
  readonly version: () => number;
}
