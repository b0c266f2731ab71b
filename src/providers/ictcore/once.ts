import type { Asking } from '../../transport/exchange.js';

type Ask<Value> = (key: string, asking: Asking) => Promise<Value>;

/** Asks once for each key and each `asking`, which is one request to the gateway: later fields share what came. */
export function once<Value>(ask: Ask<Value>): Ask<Value> {
  const asked = new WeakMap<Asking, Map<string, Promise<Value>>>();
  return (key, asking) => {
    const answers = asked.get(asking) ?? new Map<string, Promise<Value>>();
    asked.set(asking, answers);
    const answer = answers.get(key) ?? ask(key, asking);
    answers.set(key, answer);
    return answer;
  };
}
