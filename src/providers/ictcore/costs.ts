import type { ProviderCosts } from '../../graph/ports/costs.js';
import { directoryCosts } from './costs/directory.js';
import { sendingCosts } from './costs/sending.js';
import { writeCosts } from './costs/writes.js';
import { endpoints } from './endpoints.js';
import type { Settings } from './settings.js';

/**
 * What is asked of an installation. Several things that are asked for by key are rows of a list, so that it depends on
 * their number what they lack: one thing is taken for an item, several for rows of a list, and the worst case holds for both.
 */
export function costsOf({ auth }: Settings): ProviderCosts {
  return {
    ...('token' in auth ? {} : { logIn: endpoints.authenticate.name }),
    nouns: { ...directoryCosts, ...sendingCosts },
    writes: writeCosts,
  };
}
