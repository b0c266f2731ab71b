import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from './context.js';
import { withFallback } from './failures.js';
import { encodeId } from '../values/id.js';
import type { ById } from './loaders.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

type Loaded<Noun extends keyof ById> = Awaited<ReturnType<ById[Noun]['load']>>;
type Key = string | null | undefined;

/** The thing that a row names by its key, through the noun's loader; one that can't be read is reported and null. */
export async function loadLinked<Noun extends keyof ById>(
  noun: Noun,
  upstream: UpstreamValue,
  key: Key | Promise<Key>,
  { loaders, failures }: Context,
  info: GraphQLResolveInfo,
): Promise<Loaded<Noun> | null> {
  const found = await key;
  if (found === null || found === undefined) return null;
  const pending = loaders[noun].load(encodeId(upstream.name, noun, found)) as Promise<Loaded<Noun>>;
  return withFallback(pending, null, failures, info);
}
