import type { CallOptions } from '../../../../transport/exchange.js';
import { keptWith } from '../../../../transport/kept-with.js';

type KeyedRead<Value> = (key: string, callOptions: CallOptions) => Promise<Value>;

/** Reads each key once in a request to the gateway, for which its call options stand: later fields share the answer. */
export function sharePerRequest<Value>(read: KeyedRead<Value>): KeyedRead<Value> {
  const place = {};
  return (key, callOptions) => {
    const byKey = keptWith(callOptions, place, () => new Map<string, Promise<Value>>());
    const answer = byKey.get(key) ?? read(key, callOptions);
    byKey.set(key, answer);
    return answer;
  };
}
