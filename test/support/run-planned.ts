import type { Five } from './all-providers.js';
import type { HttpAnswer, TestServer } from './server.js';

/** The plan of an operation, as far as tests compare it with the run. */
export interface Planned {
  readonly calls: ReadonlyArray<{
    readonly fields: readonly string[];
    readonly upstream: string;
    readonly requests: ReadonlyArray<{ readonly operation: string; readonly perRow: boolean }>;
  }>;
  readonly cost: {
    readonly worst: number;
    readonly upstreams: ReadonlyArray<{ readonly upstream: string; readonly worst: number }>;
  };
  readonly refused?: string;
}

/** Plans by the header; `plan` is undefined where there is none. */
export async function planOf(
  server: TestServer,
  query: string,
  variables: unknown = {},
): Promise<HttpAnswer & { readonly plan: Planned | undefined }> {
  const answer = await server.ask(query, { variables, headers: { 'x-trunkline-plan': '1' } });
  return { ...answer, plan: answer.extensions?.['plan'] as Planned | undefined };
}

/**
 * Plans an operation, runs it, and tells in sentences how the two do not fit: planning sent something, or an upstream got
 * more requests than the worst case has. Upstreams that the plan does not name have none.
 */
export async function askPlanned(
  server: TestServer,
  { emulators }: Pick<Five, 'emulators'>,
  query: string,
  variables: unknown = {},
): Promise<{ readonly answer: HttpAnswer; readonly misfits: readonly string[] }> {
  const counts = () => Object.entries(emulators).map(([name, { requests }]) => [name, requests.length] as const);
  const before = counts();
  const { plan, text } = await planOf(server, query, variables);
  const planned = new Map(counts());
  const answer = await server.ask(query, { variables });
  if (!plan) return { answer, misfits: [`no plan but ${text}: ${query}`] };
  const misfits = before.flatMap(([upstream, count]) => {
    const got = emulators[upstream as keyof typeof emulators].requests.length - (planned.get(upstream) ?? 0);
    const { worst = 0 } = plan.cost.upstreams.find((each) => each.upstream === upstream) ?? {};
    return [
      ...(planned.get(upstream) === count ? [] : [`planning asked ${upstream}: ${query}`]),
      ...(got > worst ? [`${upstream} got ${got} requests, not ${worst}: ${query} ${JSON.stringify(variables)}`] : []),
    ];
  });
  return { answer, misfits };
}
