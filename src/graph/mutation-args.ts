import { Arg } from './decorators.js';

export const IDEMPOTENCY_KEY =
  'A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days.';

/** The argument `idempotencyKey: String` of mutations without an input. */
export function Idempotency(): ParameterDecorator {
  return Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) as ParameterDecorator;
}
