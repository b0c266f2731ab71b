import { Arg } from '../values/decorators.js';

export const IDEMPOTENCY_KEY_DESCRIPTION =
  'A new UUID for each write. The same key with the same arguments gives the stored outcome and never sends twice; kept 7 days.';

/** The argument `idempotencyKey: String` of mutations without an input. */
export function IdempotencyKey(): ParameterDecorator {
  return Arg('idempotencyKey', () => String, {
    nullable: true,
    description: IDEMPOTENCY_KEY_DESCRIPTION,
  }) as ParameterDecorator;
}
