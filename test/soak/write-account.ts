import { randomUUID } from 'node:crypto';

import type { Answer, SoakedGateway } from './soaked-gateway.js';

/** What the answer of a write says of it. */
export type Outcome = 'done' | 'not sent' | 'unknown';

/** A request that reached the provider. */
interface ReceivedRequest {
  readonly effects: readonly string[];
  readonly body: string;
}

/** What clients were told of their writes, against what the provider did. */
export interface WriteAccount {
  /** Sends a new write, so many times with one key. */
  readonly send: (ask: SoakedGateway['ask'], times: number) => Promise<void>;
  /** What does not fit; forgets all writes. */
  readonly settle: (received: readonly ReceivedRequest[]) => string[];
  readonly counts: Readonly<Record<Outcome, number>>;
}

const CREATE =
  'mutation Create($input: CreateIctCoreContactInput!) { createContact(input: { ictCore: $input }) { userErrors { code } } }';

export function createWriteAccount(): WriteAccount {
  const outcomes = new Map<string, Outcome>();
  const counts = { done: 0, 'not sent': 0, unknown: 0 };
  let sent = 0;
  return {
    counts,
    send: async (ask, times) => {
      sent += 1;
      const mark = `Soak${sent}`;
      const input = { firstName: mark, phone: `+48500${100_000 + (sent % 900_000)}`, idempotencyKey: randomUUID() };
      outcomes.set(mark, 'unknown');
      for (let repeat = 0; repeat < times; repeat += 1) {
        outcomes.set(mark, outcomeOf(await ask(CREATE, { input }), outcomes.get(mark) ?? 'unknown'));
      }
    },
    settle: (received) => {
      const done = new Map<string, number>();
      for (const { effects, body } of received) {
        const [, mark] = /"(Soak\d+)"/.exec(body) ?? [];
        if (mark !== undefined && effects.length > 0) done.set(mark, (done.get(mark) ?? 0) + 1);
      }
      const faults = [...outcomes].flatMap(([mark, outcome]) => {
        counts[outcome] += 1;
        const times = done.get(mark) ?? 0;
        if (times > 1) return [`${mark} was done ${times} times`];
        if (outcome === 'done' && times === 0) return [`${mark} was lost: it is said to be done`];
        if (outcome === 'not sent' && times > 0) return [`${mark} was done, and is said not to be sent`];
        return [];
      });
      outcomes.clear();
      return faults;
    },
  };
}

/** What the answer says; where it says nothing new, what was said before. */
function outcomeOf({ data, errors: [error] = [] }: Answer, before: Outcome): Outcome {
  if (!error) {
    const payload = data?.['createContact'] as { readonly userErrors: readonly unknown[] } | null | undefined;
    // The provider said no.
    if (payload && payload.userErrors.length > 0) return 'not sent';
    return payload ? 'done' : before;
  }
  if (error.extensions.sent === 'no') return before === 'done' ? before : 'not sent';
  return error.extensions.code === 'OUTCOME_UNKNOWN' ? 'unknown' : before;
}
