import { performance } from 'node:perf_hooks';

import { createGateway } from '../gateway.js';
import { codeOf } from '../graph/values/errors.js';
import type { ComparisonVerdict } from '../graph/ports/comparison-trial.js';
import { createScrubber } from '../server/log.js';
import { ProviderFailure } from '../transport/failure.js';
import { loadConfigOrDemo } from './load-config-or-demo.js';
import { toTable } from './table.js';
import type { CommandContext } from './command-context.js';
import type { OpenUpstream } from '../graph/ports/open-upstream.js';

interface ProbeResult {
  readonly name: string;
  readonly result: string;
  readonly ok: boolean;
  readonly elapsedMs: number;
}

/** Sends every upstream one cheap read that needs its credentials. Returns the exit code: 0 if all answered. */
export async function check(
  { config: file }: { readonly config?: string | undefined },
  context: CommandContext,
): Promise<number> {
  const { config, demo } = await loadConfigOrDemo(file, 0, context);
  const gateway = createGateway(config, context.providers);
  const scrub = createScrubber(gateway.upstreams);
  try {
    const results = await Promise.all(gateway.upstreams.map(probeUpstream));
    const rows = config.upstreams.map(({ name, provider, origin, basePath }) => {
      const { result = '', elapsedMs = 0 } = results.find((each) => each.name === name) ?? {};
      return [name, provider, origin + basePath, elapsedMs.toFixed(0), scrub(result)];
    });
    context.print(toTable([['UPSTREAM', 'PROVIDER', 'BASE URL', 'MS', 'RESULT'], ...rows]));
    const healthy = gateway.upstreams.filter(
      ({ name, callerAccounts }) => !callerAccounts && results.find((each) => each.name === name)?.ok,
    );
    const verdicts = (await Promise.all(healthy.map(proveComparisons))).flat();
    if (verdicts.length > 0) {
      context.print(
        `\nHow servers compare where no document says so:\n${toTable([['UPSTREAM', 'LIST', 'COMPARISON', 'VERDICT'], ...verdicts])}`,
      );
    }
    return results.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    await gateway.close();
    await demo?.stop();
  }
}

const VERDICT_TEXTS: Readonly<Record<ComparisonVerdict, string>> = {
  alike: 'letter cases are alike: pushed down',
  apart: 'letter cases are told apart: the list is read instead',
  assumed: 'no row of the first page can show it: pushed down, told as assumed',
};

/** Proves every comparison that lists of an upstream may assume of its server. */
async function proveComparisons({ name, proofs }: OpenUpstream): Promise<string[][]> {
  const rows: string[][] = [];
  for (const noun of proofs.nouns) {
    const comparisons = proofs.provable(noun);
    await proofs.prove(noun, comparisons, {});
    for (const comparison of comparisons) {
      const verdict = proofs.verdictOf(noun, comparison);
      const text = verdict === undefined ? 'could not be proved now: the list is read instead' : VERDICT_TEXTS[verdict];
      rows.push([name, noun, comparison, text]);
    }
  }
  return rows;
}

async function probeUpstream({ name, probe: sendProbe, callerAccounts }: OpenUpstream): Promise<ProbeResult> {
  if (callerAccounts) {
    const result = `not asked: callers bring their own credentials in "${callerAccounts.header}"`;
    return { name, result, ok: true, elapsedMs: 0 };
  }
  const startedAt = performance.now();
  const result = await sendProbe({}).then(() => undefined, describeProbeError);
  return { name, result: result ?? 'ok', ok: result === undefined, elapsedMs: performance.now() - startedAt };
}

function describeProbeError(error: unknown): string {
  if (error instanceof ProviderFailure) {
    const hint = error.status === 404 ? '; is the path of baseUrl right?' : '';
    return `${codeOf(error)}: ${error.message}${hint}`;
  }
  return error instanceof Error ? error.message : String(error);
}
