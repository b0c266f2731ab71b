import type { Environment } from '../config/environment.js';
import type { Provider } from '../graph/ports/provider.js';

/** What a command uses of its environment. */
export interface CommandContext {
  readonly providers: readonly Provider[];
  readonly environment: Environment;
  /** Writes a text to standard output, unchanged. */
  readonly print: (text: string) => void;
}
