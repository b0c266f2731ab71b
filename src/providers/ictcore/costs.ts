import type { Costs } from '../../graph/cost/costs.js';
import { peopleCosts } from './costs-people.js';
import { sendingCosts } from './costs-sending.js';
import { writeCosts } from './costs-writes.js';
import { endpoints } from './endpoints.js';
import type { Settings } from './settings.js';

/**
 * What is asked of an installation. The columns that rows lack depend on how they came: one thing is taken for one by its
 * key, several for rows of a list, and the worst case holds for both.
 */
export function costsOf({ auth }: Settings): Costs {
  return {
    ...('token' in auth ? {} : { logIn: endpoints.authenticate.name }),
    nouns: { ...peopleCosts, ...sendingCosts },
    writes: writeCosts,
  };
}
