import { performance } from 'node:perf_hooks';

import { createGateway } from '../gateway.js';
import type { OpenUpstream } from '../graph/context.js';
import { codeOf } from '../graph/errors.js';
import type { Verdict } from '../graph/proof/trial.js';
import { scrubberOf } from '../server/log.js';
import { ProviderFailure } from '../transport/failure.js';
import { openSubject } from './subject.js';
import { toTable } from './table.js';
import type { World } from './world.js';

interface Probed {
  readonly name: string;
  readonly result: string;
  readonly ok: boolean;
  readonly elapsedMs: number;
}

/** Asks every upstream one cheap read that needs its credentials; gives the exit code: 0 when all answered. */
export async function check({ config: file }: { readonly config?: string | undefined }, world: World): Promise<number> {
  const { config, demo } = await openSubject(file, 0, world);
  const gateway = createGateway(config, world.providers);
  const scrub = scrubberOf(gateway.upstreams);
  try {
    const probed = await Promise.all(gateway.upstreams.map(probe));
    const rows = config.upstreams.map(({ name, provider, origin, basePath }) => {
      const { result = '', elapsedMs = 0 } = probed.find((each) => each.name === name) ?? {};
      return [name, provider, origin + basePath, elapsedMs.toFixed(0), scrub(result)];
    });
    world.print(toTable([['UPSTREAM', 'PROVIDER', 'BASE URL', 'MS', 'RESULT'], ...rows]));
    const well = gateway.upstreams.filter(({ name }) => probed.find((each) => each.name === name)?.ok);
    const verdicts = (await Promise.all(well.map(proveAll))).flat();
    if (verdicts.length > 0) {
      world.print(
        `\nHow servers compare where no document says so:\n${toTable([['UPSTREAM', 'LIST', 'COMPARISON', 'VERDICT'], ...verdicts])}`,
      );
    }
    return probed.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    await gateway.close();
    await demo?.stop();
  }
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  alike: 'letter cases are alike: pushed down',
  apart: 'letter cases are told apart: the list is read instead',
  assumed: 'no row of the first page can show it: pushed down, told as assumed',
};

/** Proves all that lists of an upstream may assume of its server. */
async function proveAll({ name, proofs }: OpenUpstream): Promise<string[][]> {
  const found: string[][] = [];
  for (const noun of proofs.nouns) {
    const comparisons = proofs.provable(noun);
    await proofs.prove(noun, comparisons, {});
    for (const comparison of comparisons) {
      const verdict = proofs.verdictOf(noun, comparison);
      const told = verdict === undefined ? 'could not be proved now: the list is read instead' : VERDICTS[verdict];
      found.push([name, noun, comparison, told]);
    }
  }
  return found;
}

async function probe({ name, probe: ask }: OpenUpstream): Promise<Probed> {
  const begun = performance.now();
  const result = await ask({}).then(() => undefined, whyNot);
  return { name, result: result ?? 'ok', ok: result === undefined, elapsedMs: performance.now() - begun };
}

function whyNot(error: unknown): string {
  if (error instanceof ProviderFailure) {
    const hint = error.status === 404 ? '; is the path of baseUrl right?' : '';
    return `${codeOf(error)}: ${error.message}${hint}`;
  }
  return error instanceof Error ? error.message : String(error);
}
