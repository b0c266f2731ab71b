import { Arg, Int } from '../values/decorators.js';
import { ProviderName } from '../upstream/types.js';
import { DEFAULT_PAGE_ROWS, MAX_PAGE_ROWS } from './page-size.js';

/** `first`, as every list takes it. */
export const First = () =>
  Arg('first', () => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE_ROWS,
    description: `Rows of a page: 0 to ${MAX_PAGE_ROWS}.`,
  });

/** `after`, as every list takes it. */
export const After = () =>
  Arg('after', () => String, { nullable: true, description: 'Go on behind this cursor of the same list.' });

/** `upstreams`, as every list over several accounts takes it. */
export const Upstreams = () =>
  Arg('upstreams', () => [String], { nullable: true, description: 'Ask only these accounts, by name; all without.' });

/** `providers`, as every list over several accounts takes it. */
export const Providers = () =>
  Arg('providers', () => [ProviderName], {
    nullable: true,
    description: 'Ask only accounts at these providers; all without.',
  });
