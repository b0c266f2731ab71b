import { createMeasured, type Measured } from './measured.js';
import { createSizes, type Sizes } from './sizes.js';

/** What a gateway learns while it runs, so that plans get better: numbers only. */
export interface Learned {
  readonly sizes: Sizes;
  readonly measured: Measured;
}

export function createLearned(): Learned {
  return { sizes: createSizes(), measured: createMeasured() };
}
