import type { PushdownOffer } from '../../query/plan.js';
import type { QueryParams } from '../../query/query-params.js';
import { isMixedCase, swapCase } from '../../query/letter-case.js';
import type { CallOptions } from '../../transport/exchange.js';

/** Tries out a provider's comparisons on the server itself, where no document says how it compares. */
export interface ComparisonTrial {
  /** The provider's own name of the requests that it sends, of which each only reads. */
  readonly operation: string;
  /** Names of the comparisons. */
  readonly comparisons: readonly string[];
  /** Asks for rows, by one request, and gives the way to try out a comparison on them, by one more. */
  readonly begin: (callOptions: CallOptions) => Promise<(comparison: string) => Promise<ComparisonVerdict>>;
}

/** How rows of a provider are tried out. */
export interface ComparisonTrialOptions<Row> {
  /** The provider's own name of the request by which both ways ask. */
  readonly operation: string;
  /** The first rows of the list, by one request. */
  readonly sample: (callOptions: CallOptions) => Promise<readonly Row[]>;
  /** Whether this row is on the first page of what these parameters find, by one request. */
  readonly finds: (row: Row, params: QueryParams, callOptions: CallOptions) => Promise<boolean>;
  /** By the name that offers assume. */
  readonly comparisons: Readonly<Record<string, Comparison<Row>>>;
}

export interface Comparison<Row> {
  /** Texts of a row that it compares, as the provider holds them. */
  readonly texts: (row: Row) => readonly string[];
  /** What is offered for a text. */
  readonly offer: (text: string) => PushdownOffer | undefined;
}

/**
 * What a server does with a comparison. `alike`: it takes both cases for the same. `apart`: it tells them apart, and would
 * lose rows. `assumed`: no row served as a proof, so that nobody knows.
 */
export type ComparisonVerdict = 'alike' | 'apart' | 'assumed';

export function createComparisonTrial<Row>(options: ComparisonTrialOptions<Row>): ComparisonTrial {
  return {
    operation: options.operation,
    comparisons: Object.keys(options.comparisons),
    begin: async (callOptions) => {
      const rows = await options.sample(callOptions);
      return (comparison) => runTrial(options, comparison, rows, callOptions);
    },
  };
}

/** Takes a text that is there and asks for it in the other case. */
async function runTrial<Row>(
  trial: ComparisonTrialOptions<Row>,
  comparison: string,
  rows: readonly Row[],
  callOptions: CallOptions,
): Promise<ComparisonVerdict> {
  const { texts, offer } = trial.comparisons[comparison] ?? {};
  let best: { readonly row: Row; readonly params: QueryParams; readonly weight: number } | undefined;
  for (const row of rows) {
    for (const text of texts?.(row) ?? []) {
      const asked = offer?.(swapCase(text));
      // What is offered may be a part of the text, without letters.
      if (asked?.assumes !== comparison) continue;
      // In both cases a text proves more than in one. And the longer it is the fewer rows have it: one page must show this.
      const weight = text.length + (isMixedCase(text) ? MIXED_CASE_BONUS : 0);
      if (!best || weight > best.weight) best = { row, params: asked.params, weight };
    }
  }
  if (!best) return 'assumed';
  return (await trial.finds(best.row, best.params, callOptions)) ? 'alike' : 'apart';
}

const MIXED_CASE_BONUS = 1000;
