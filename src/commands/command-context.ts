import type { Environment } from '../config/environment.js';
import type { Provider } from '../graph/ports/provider.js';

/** What a command may use of what is around it. */
export interface CommandContext {
  readonly providers: readonly Provider[];
  readonly environment: Environment;
  /** Writes a text for people or pipes, as it is. */
  readonly print: (text: string) => void;
}
