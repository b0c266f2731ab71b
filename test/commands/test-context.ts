import type { CommandContext } from '../../src/commands/command-context.js';
import { formatError } from '../../src/commands/command-error.js';
import { providers } from '../../src/providers/index.js';

export interface TestContext extends CommandContext {
  /** All that was printed so far. */
  readonly printed: () => string;
}

/** A terminal that remembers, over the real providers. */
export function createTestContext(environment: CommandContext['environment'] = {}): TestContext {
  let text = '';
  return { providers, environment, print: (part) => void (text += part), printed: () => text };
}

/** What a command says that must fail. */
export const failureOf = async (command: Promise<unknown>): Promise<string> =>
  command.then(
    () => 'did not fail',
    (error: unknown) => formatError(error),
  );
