/** A request that the provider turns down; thrown by whoever notices, told in `format.ts`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    /** Named as in the provider's SOAP twin where that has a name. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function badParameter(message: string): Refusal {
  return new Refusal(400, 'InvalidParameter', message);
}
