import type { CallOptions } from '../../../../transport/exchange.js';

type KeyedRead<Value> = (key: string, callOptions: CallOptions) => Promise<Value>;

/** Asks once for each key and each `asking`, which is one request to the gateway: later fields share what came. */
export function sharePerRequest<Value>(read: KeyedRead<Value>): KeyedRead<Value> {
  const byRequest = new WeakMap<CallOptions, Map<string, Promise<Value>>>();
  return (key, callOptions) => {
    const byKey = byRequest.get(callOptions) ?? new Map<string, Promise<Value>>();
    byRequest.set(callOptions, byKey);
    const answer = byKey.get(key) ?? read(key, callOptions);
    byKey.set(key, answer);
    return answer;
  };
}
