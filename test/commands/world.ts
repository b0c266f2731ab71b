import type { World } from '../../src/commands/world.js';
import { providers } from '../../src/providers/index.js';

export interface TestWorld extends World {
  /** All that was printed so far. */
  readonly printed: () => string;
}

/** A terminal that remembers, over the real providers. */
export function createWorld(environment: World['environment'] = {}): TestWorld {
  let text = '';
  return { providers, environment, print: (part) => void (text += part), printed: () => text };
}
