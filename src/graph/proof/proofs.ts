import { raceWithAbort } from '../../transport/abort.js';
import { CancelToken, type CancelSignal } from '../../transport/cancel-token.js';
import { Timer } from '../../transport/clock.js';
import type { CallOptions } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { FactStore } from '../../operations/facts.js';
import { createSavesRequests } from './savings.js';
import type { ComparisonTrial, ComparisonVerdict } from '../ports/comparison-trial.js';
import { createVerdictStore } from './verdicts.js';
import type { ListedNoun } from '../ports/backends.js';
import type { OpenProvider } from '../ports/open-upstream.js';
import type { ComparisonProofs } from '../ports/proofs.js';
import type { ListSizes } from '../ports/list-sizes.js';

export interface ComparisonProofsOptions {
  readonly name: string;
  /** Provider and base URL: verdicts are about a server. */
  readonly server: readonly string[];
  readonly timeoutMs: number;
  readonly openProvider: Pick<OpenProvider, 'backends' | 'costs'>;
  readonly sizes: ListSizes;
  readonly facts: FactStore;
  /** Told when a verdict could not be kept. */
  readonly warn: (details: Readonly<Record<string, unknown>>, message: string) => void;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** After a failed proof lists are read whole for so long, instead of asking a sick server two questions more each time. */
const PAUSE_MS = 30_000;

export function createComparisonProofs({
  name,
  server,
  timeoutMs,
  openProvider,
  sizes,
  facts,
  warn,
  now,
}: ComparisonProofsOptions): ComparisonProofs {
  const verdicts = createVerdictStore({ server: [name, ...server], facts, now });
  const saves = createSavesRequests(name, openProvider.costs, sizes);
  const inFlight = new Map<string, Promise<void>>();
  const failures = new Map<string, number>();

  const trials = trialsOf(openProvider.backends);
  const verdictOf = (noun: ListedNoun, comparison: string): ComparisonVerdict | undefined =>
    // What nothing can prove stays what it is.
    trials.get(noun)?.comparisons.includes(comparison) ? verdicts.get(`${noun} ${comparison}`) : 'assumed';
  const storeVerdict = (what: string, verdict: ComparisonVerdict): Promise<void> =>
    verdicts.save(what, verdict).catch((error: unknown) => {
      warn({ upstream: name, err: error }, 'what was proved of a comparison could not be kept');
    });

  const proveComparison = async (
    what: string,
    tryIt: () => Promise<ComparisonVerdict>,
    until: CancelSignal,
  ): Promise<void> => {
    const kept = await raceWithAbort(verdicts.load(what), until).catch(() => undefined);
    if (kept !== undefined || now() < (failures.get(what) ?? -Infinity) + PAUSE_MS) return;
    try {
      const verdict = await raceWithAbort(tryIt(), until);
      failures.delete(what);
      await storeVerdict(what, verdict);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      failures.set(what, now());
    }
  };

  return {
    verdictOf,
    acceptance:
      (noun, hopeful) =>
      (part, { assumes = '', params }) => {
        const verdict = verdictOf(noun, assumes);
        return verdict === undefined ? hopeful && saves(noun, part, params) : verdict !== 'apart';
      },
    prove: async (noun, comparisons, { onAttempt, signal }) => {
      const trial = trials.get(noun);
      if (!trial) return;
      // Its own end, so that no reader waits for what another began much earlier, and none of them ends it for the others.
      const { until, release } = createDeadline(timeoutMs / 2, name);
      // Fresh, as a row that is gone since proves nothing.
      const callOptions: CallOptions = {
        onAttempt,
        bypassCache: true,
        isProof: true,
        signal: until,
        onUnreadableRow: () => undefined,
      };
      let begun: ReturnType<ComparisonTrial['begin']> | undefined;
      const tryIt = async (comparison: string): Promise<ComparisonVerdict> =>
        (await (begun ??= trial.begin(callOptions)))(comparison);
      const proving = comparisons.map((comparison) => {
        const what = `${noun} ${comparison}`;
        const flight =
          inFlight.get(what) ??
          proveComparison(what, () => tryIt(comparison), until).finally(() => inFlight.delete(what));
        inFlight.set(what, flight);
        return flight;
      });
      await raceWithAbort(Promise.all(proving).finally(release), signal);
    },
    loadStored: async () => {
      const all = [...trials].flatMap(([noun, { comparisons }]) => comparisons.map((each) => `${noun} ${each}`));
      await Promise.all(all.map((what) => verdicts.load(what).catch(() => undefined)));
    },
    nouns: [...trials.keys()],
    provable: (noun) => trials.get(noun)?.comparisons ?? [],
    operationOf: (noun) => trials.get(noun)?.operation,
    version: verdicts.version,
  };
}

function trialsOf(backends: OpenProvider['backends']): ReadonlyMap<ListedNoun, ComparisonTrial> {
  return new Map(
    Object.entries(backends).flatMap(([noun, backend]) =>
      'trial' in backend ? [[noun as ListedNoun, backend.trial] as const] : [],
    ),
  );
}

/** A signal that ends as a call does that takes too long. */
function createDeadline(
  milliseconds: number,
  upstream: string,
): { readonly until: CancelSignal; readonly release: () => void } {
  const until = new CancelToken();
  const timer = new Timer(milliseconds, () => {
    const message = `${upstream} did not show within ${milliseconds} ms how it compares`;
    until.abort(new ProviderFailure(upstream, 'timeout', message));
  });
  return {
    until,
    release: () => {
      timer.stop();
    },
  };
}
