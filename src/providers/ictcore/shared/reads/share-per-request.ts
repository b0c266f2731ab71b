import type { CallOptions } from '../../../../transport/exchange.js';

type KeyedRead<Value> = (key: string, callOptions: CallOptions) => Promise<Value>;

/** Reads each key once in a request to the gateway, for which its call options stand: later fields share the answer. */
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
