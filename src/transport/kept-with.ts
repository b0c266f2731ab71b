import type { CallOptions } from './exchange.js';

/**
 * What is kept under this key for as long as these very call options live, made where there is none yet. It hangs on the
 * options themselves: the values of a WeakMap are only given up in a full collection, and until then with all that they
 * hold, which for the answers of every request is much.
 */
export function keptWith<Value extends object>(callOptions: CallOptions, key: object, make: () => Value): Value {
  if (callOptions.kept?.owner !== callOptions) callOptions.kept = { owner: callOptions, values: new Map() };
  const { values } = callOptions.kept;
  let value = values.get(key) as Value | undefined;
  if (!value) values.set(key, (value = make()));
  return value;
}
