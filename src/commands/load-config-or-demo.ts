import type { Config } from '../config/config.js';
import { loadConfig, readConfig } from '../config/load.js';
import type { Demo } from './demo.js';
import type { CommandContext } from './command-context.js';

/** The upstreams of a command: those of a config file, or the emulators without one. */
export interface LoadedConfig {
  readonly config: Config;
  /** Present where emulators were started for it. */
  readonly demo: Demo | undefined;
}

/** Reads the config, or starts all emulators; throws a ConfigError. */
export async function loadConfigOrDemo(
  file: string | undefined,
  portBase: number | undefined,
  { providers, environment }: CommandContext,
): Promise<LoadedConfig> {
  if (file !== undefined) return { config: await loadConfig(file, providers, environment), demo: undefined };
  // Loaded only here: a gateway over real providers does not load the emulators.
  const [{ startDemo }, { EMULATORS }] = await Promise.all([import('./demo.js'), import('../emulators/index.js')]);
  const supportedEmulators = EMULATORS.filter((name) => providers.some((provider) => provider.name === name));
  const demo = await startDemo(supportedEmulators, { portBase });
  return { config: readConfig(demo.config, 'embedded emulators', providers, {}), demo };
}
